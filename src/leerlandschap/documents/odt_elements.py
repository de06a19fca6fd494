# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Elements of ODF in one line."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from odfdo import Element


def element(tag: str, /, *inner: "Element | str", **attributes: str) -> "Element":
    """One element; names as ODF spells them: ``element("text:span", "words", **{"text:style-name": "Strong"})``.

    In a paragraph, a heading or a span the library writes line breaks, tabs and further spaces as elements: ODF
    folds them otherwise.
    """
    from odfdo import Element

    made = Element.from_tag(tag)
    for name, value in attributes.items():
        made.set_attribute(name, value)
    for each in inner:
        made.append(each)
    return made
