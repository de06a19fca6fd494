# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the text in a Word file and is pointed at: drawings, and addresses that a note leads to.

A drawing is kept twice: in dots, which every program shows, and as SVG, which Word shows since 2016 and keeps sharp.
"""

from itertools import count
from typing import TYPE_CHECKING

from leerlandschap.documents.docx_elements import Element, w
from leerlandschap.documents.drawing import in_dots, in_letters_of_the_page, size_of
from leerlandschap.documents.paper import Picture
from leerlandschap.documents.writable import writable

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

A_TWIP, A_MILLIMETRE = 635, 36000  # in the units of a drawing
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = """<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{tall}"/><wp:docPr id="{id}" name=""/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{id}" name=""/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{dots}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">
<asvg:svgBlip r:embed="{lines}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>
</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"""


class Pictures:
    """``text_width`` is the room between the margins of the file, in twentieths of a point."""

    def __init__(self, part: "DocumentPart", text_width: int) -> None:
        self.text_width = text_width
        self._part = part
        self._drawn = 0
        self._kept: dict[bytes, str] = {}
        self._led_to: dict[str, str] = {}

    def drawing(self, picture: Picture) -> Element:
        """The drawing with its words, no wider than the text."""
        from docx.oxml.parser import parse_xml

        self._drawn += 1
        wide, tall = (each * A_MILLIMETRE for each in size_of(picture.svg))
        shrink = min(1.0, self.text_width * A_TWIP / wide)
        made = parse_xml(
            DRAWING.format(
                id=5000 + self._drawn,
                wide=round(wide * shrink),
                tall=round(tall * shrink),
                dots=self._in_dots(picture.svg),
                lines=self._in_lines(picture.svg),
            ).replace("\n", "")
        )
        for described in (made[0][1], made[0].find(".//{*}cNvPr")):
            described.set("name", f"Picture {self._drawn}")
            described.set("descr", writable(picture.words))
            if picture.caption:
                described.set("title", writable(picture.caption))
        return made

    def _in_dots(self, svg: str) -> str:
        return self._related(in_dots(svg), "png", "image/png")

    def _in_lines(self, svg: str) -> str:
        return self._related(in_letters_of_the_page(svg).encode(), "svg", "image/svg+xml")

    def _related(self, made: bytes, end: str, media_type: str) -> str:
        """The relation to a part with these bytes; the same bytes are kept once."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        if made not in self._kept:
            taken = {each.partname for each in self._part.package.parts}  # a house style may have come from here
            names = (PackURI(f"/word/media/leerlandschap{n}.{end}") for n in count(self._drawn))
            name = next(each for each in names if each not in taken)
            part = Part(name, media_type, made, self._part.package)
            self._kept[made] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._kept[made]

    def linked(self, words: Element, address: str) -> Element:
        """Words that lead to an address outside the file."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if address not in self._led_to:
            self._led_to[address] = self._free_key()
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, self._led_to[address], True)
        made = w("hyperlink", words)
        made.set(f"{{{RELATION}}}id", self._led_to[address])
        return made

    def _free_key(self) -> str:
        """Of a link. The library would look through all of them each time, and a policy has thousands."""
        return next(key for n in count(len(self._led_to) + 1) if (key := f"llLink{n}") not in self._part.rels)
