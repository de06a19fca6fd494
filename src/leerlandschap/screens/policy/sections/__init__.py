# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each section says by itself, from evidence alone: one file a group of sections, one function a section."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from leerlandschap.core.vocabulary import SectionId
from leerlandschap.screens.policy.sections import rules
from leerlandschap.screens.policy.shapes import Generated
from leerlandschap.views.landscape_shapes import LandscapeView

Writer = Callable[[LandscapeView], Iterator[Generated]]

# A section that is not in the table is for hands only.
WRITERS: Mapping[SectionId, Writer] = MappingProxyType(
    {
        SectionId.PRINCIPLES: rules.principles,
        SectionId.BOUNDARIES: rules.boundaries,
    }
)


def generated(view: LandscapeView, section: SectionId) -> Iterator[Generated]:
    """The passages of one section, in the language of the policy; none where nobody has said anything yet."""
    writer = WRITERS.get(section)
    if writer is not None:
        yield from writer(view)
