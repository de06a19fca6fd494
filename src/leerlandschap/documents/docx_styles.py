# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The styles a document of ours needs, found in the file by name; what the file lacks is given to it from our own."""

from copy import deepcopy
from functools import cache
from importlib.resources import files

from leerlandschap.documents.docx_elements import Element, q, w

OURS = files(__package__) / "looks/docx-styles.xml"
BULLETS = (("•", 454), ("–", 794))


class Styles:
    """``styles`` and ``numbering`` are the elements of those parts of the file; they grow with what it lacks."""

    def __init__(self, styles: Element, numbering: Element) -> None:
        self._styles = styles
        self._numbering = numbering
        self._known = {_name(each): each for each in styles.iterchildren(q("style"))}
        self._bullets: int | None = None
        self.added: list[str] = []

    def id_of(self, name: str) -> str:
        """The id by which the file knows a style; the style is there after this."""
        key = name.lower()
        if key not in self._known:
            self._add(key)
        return str(self._known[key].get(q("styleId")))

    def _add(self, key: str) -> None:
        made = deepcopy(our_styles()[key])
        taken = {each.get(q("styleId")) for each in self._known.values()}
        if made.get(q("styleId")) in taken:
            made.set(q("styleId"), f"{made.get(q('styleId'))}Leerlandschap")
        for tag in ("basedOn", "next"):
            for link in made.findall(q(tag)):
                self._point(link)
        self._styles.append(made)
        self._known[key] = made
        self.added.append(str(made.find(q("name")).get(q("val"))))

    def _point(self, link: Element) -> None:
        """A style of ours stands on another; in this file that one may have another id, or not be there yet."""
        target = our_ids()[link.get(q("val"))]
        if link.tag == q("next") and target not in self._known:
            link.getparent().remove(link)
        else:
            link.set(q("val"), self.id_of(target))

    def number_of(self, name: str, *, numbered: bool) -> Element | None:
        """How a list in this style is marked; None when the style of the file marks its entries itself."""
        style = self._known[name.lower()] if self.id_of(name) else None
        if not numbered and style is not None and style.find(f"{q('pPr')}/{q('numPr')}") is not None:
            return None
        if numbered:
            return _numbered_by(self._new_list(_number_levels()))
        if self._bullets is None:
            self._bullets = self._new_list(_bullet_levels())
        return _numbered_by(self._bullets)

    def _new_list(self, levels: list[Element]) -> int:
        """A list of its own, so that it begins at 1."""
        form = 1 + max((int(e.get(q("abstractNumId"))) for e in self._numbering.iter(q("abstractNum"))), default=0)
        number = 1 + max((int(e.get(q("numId"))) for e in self._numbering.iterchildren(q("num"))), default=0)
        shape = w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=form)
        first = self._numbering.find(q("num"))
        if first is None:
            self._numbering.append(shape)
        else:
            first.addprevious(shape)  # the forms stand before the lists
        last = self._numbering.findall(q("num"))
        made = w("num", w("abstractNumId", val=form), numId=number)
        (last[-1] if last else shape).addnext(made)
        return number


def _name(style: Element) -> str:
    name = style.find(q("name"))
    return "" if name is None else str(name.get(q("val"))).lower()


@cache
def our_styles() -> dict[str, Element]:
    """Our own styles by name in small letters."""
    return {_name(each): each for each in our_sheet().iterchildren(q("style"))}


@cache
def our_ids() -> dict[str, str]:
    return {str(each.get(q("styleId"))): name for name, each in our_styles().items()}


@cache
def our_sheet() -> Element:
    from docx.oxml.parser import parse_xml

    return parse_xml(OURS.read_bytes())


def _numbered_by(number: int) -> Element:
    return w("numPr", w("ilvl", val=0), w("numId", val=number))


def _number_levels() -> list[Element]:
    return [_level(0, "decimal", "%1.", 454)]


def _bullet_levels() -> list[Element]:
    return [_level(depth, "bullet", sign, indent) for depth, (sign, indent) in enumerate(BULLETS)]


def _level(depth: int, form: str, sign: str, indent: int) -> Element:
    place = w("pPr", w("ind", left=indent, hanging=340 if depth else 454))
    looks = w("rPr", w("b"), w("bCs")) if form == "decimal" else w("rPr", w("color", val="5F4317"))
    parts = (w("start", val=1), w("numFmt", val=form), w("lvlText", val=sign), w("lvlJc", val="left"), place, looks)
    return w("lvl", *parts, ilvl=depth)
