# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One section of the policy, where it is written: each passage with what it rests on and what can be done with it."""

from collections.abc import Mapping

from markupsafe import Markup

from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.outline import StandardText
from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.landscape.frame import framed
from leerlandschap.screens.landscape.policy import paragraphs
from leerlandschap.screens.landscape.policy_words import lines_of
from leerlandschap.screens.landscape.topics import topics
from leerlandschap.screens.page import Page
from leerlandschap.screens.policy import PolicyPassage, policy_of
from leerlandschap.screens.rendering import plain
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView


def section_page(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup | None:
    """The page at /l/{id}/policy/{section}; None for a section that the policy does not have."""
    policy = policy_of(view)
    section = policy.section(about["section"])
    if section is None:
        return None
    lines = lines_of(policy, page.language)
    at = next(place for place, line in enumerate(lines) if line.id == section.id)
    return framed(
        "landscape/section.html",
        page,
        view,
        tab="policy",
        finding=f"{section.number}. {section.title}",
        second=section.purpose,
        section=section,
        found=topics(section.id, section.passages, policy.notes, view, view.language),
        behind_of=behind,
        notes={note.number: note for note in policy.notes},
        line=lines[at],
        before=lines[at - 1] if at else None,
        after=lines[at + 1] if at + 1 < len(lines) else None,
        most=limits.PASSAGE,
        paragraphs=paragraphs,
        offered=[(each, taken_over(each, view.language)) for each in section.standard],
        policy_lang=view.language.value,
    )


def behind(passage: PolicyPassage) -> tuple[int, ...]:
    """The notes of a passage, of its rows too, each once."""
    return tuple(dict.fromkeys((*passage.notes, *(n for row in passage.row_notes for n in row))))


def taken_over(each: StandardText, language: Language) -> str:
    """A standard text as a hand would write it: its paragraphs, and each row of its table as a line."""
    written = [plain(language, paragraph) for paragraph in each.paragraphs]
    for row in each.rows:
        name, *cells = (plain(language, cell) for cell in row)
        heads = [plain(language, column) for column in each.columns[1:]]
        said = "; ".join(f"{head}: {cell}" for head, cell in zip(heads, cells, strict=False))
        written.append(say("landscape.section.row", language, name=name, cells=said) if said else name)
    return "\n\n".join(written)
