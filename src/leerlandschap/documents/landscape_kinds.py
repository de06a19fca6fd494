# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of documents that a landscape has, by the name they have in an address."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from leerlandschap.documents.kinds import plain_name
from leerlandschap.views.landscape_shapes import LandscapeView


class LandscapeRenderer(Struct, frozen=True):
    """How a kind is made from the view and the address of the house; None: from the record itself, whole."""

    suffix: str
    media_type: str
    render: Callable[[LandscapeView, str], bytes] | None

    def file_name(self, view: LandscapeView) -> str:
        """The organisation in plain letters, and the day."""
        return f"{plain_name(view.organisation)}-{view.today.isoformat()}.{self.suffix}"


LANDSCAPE_KINDS: Mapping[str, LandscapeRenderer] = MappingProxyType(
    {
        "json": LandscapeRenderer("json", "application/json", None),
    }
)
