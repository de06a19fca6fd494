# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is generated, and what hands made of it, put together. Generating never touches what a hand wrote."""

import hashlib
from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from leerlandschap.core.landscape.edition import Mark
from leerlandschap.core.landscape.outline import Section
from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks.policy import outline
from leerlandschap.screens.policy.notes import Notes
from leerlandschap.screens.policy.offers import offered, warnings_beside
from leerlandschap.screens.policy.sections import generated
from leerlandschap.screens.policy.shapes import Generated, LeftOut, Policy, PolicyPassage, PolicySection
from leerlandschap.screens.rendering import plain
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView, Passage

DIGITS = 16  # of a digest: enough to tell one wording from the next


def policy_of(view: LandscapeView) -> Policy:
    """The policy of a landscape as it stands now, in the language of the policy."""
    language, notes = view.language, Notes(view)
    sections = tuple(_section(view, each, notes) for each in outline().sections)
    body = [each for each in sections if not each.is_annex]
    return Policy(
        language=language,
        title=plain(language, outline().title),
        organisation=view.organisation,
        sections=sections,
        notes=notes.listed,
        filled=sum(not each.is_empty for each in body),
        of=len(body),
    )


def digest(passage: Generated) -> str:
    """What a hand has seen of a generated passage: the same words give the same digest."""
    words = msgspec.json.encode((passage.text, passage.head, passage.rows))
    return hashlib.sha256(words).hexdigest()[:DIGITS]


def _section(view: LandscapeView, section: Section, notes: Notes) -> PolicySection:
    language = view.language
    by_hand: Mapping[str, Passage] = {p.id: p for p in view.passages if p.section is section.id}
    now = list(generated(view, section.id))
    return PolicySection(
        id=section.id,
        number=section.number,
        title=plain(language, section.title),
        purpose=plain(language, section.purpose),
        questions=tuple(plain(language, each) for each in section.questions),
        passages=tuple(_passages(now, by_hand, notes, view)),
        left_out=tuple(_left_out(now, by_hand)),
        standard=offered(section, view.country),
        is_annex=section.is_annex,
    )


def _passages(
    now: list[Generated], by_hand: Mapping[str, Passage], notes: Notes, view: LandscapeView
) -> Iterator[PolicyPassage]:
    """Generated ones in their order, each as its hand left it; then what is all by hand, in the order it was begun."""
    for each in now:
        hand = by_hand.get(each.id)
        if hand is None:
            yield _as_generated(each, notes, view.language)
        elif hand.mark != "left_out":
            yield _as_written(hand, each, notes, view)
    known = {each.id for each in now}
    for hand in by_hand.values():
        if hand.id not in known and hand.mark != "left_out":
            yield _by_hand_alone(hand, view)


def _as_generated(each: Generated, notes: Notes, language: Language) -> PolicyPassage:
    passage = PolicyPassage(each.id, "generated", each.text, notes=notes.numbers(each.evidence), source=digest(each))
    return _with_rows(passage, each, notes, language)


def _with_rows(passage: PolicyPassage, each: Generated, notes: Notes, language: Language) -> PolicyPassage:
    """The table, with a column for the notes of its rows where they differ."""
    numbers = tuple(notes.numbers(row) for row in each.sources)
    if not any(numbers):
        return replace(passage, head=each.head, rows=each.rows)
    noted = (", ".join(map(str, row)) or "–" for row in numbers)
    return replace(
        passage,
        head=(*each.head, say("policy.table.note", language)),
        rows=tuple((*row, said) for row, said in zip(each.rows, noted, strict=True)),
        row_notes=numbers,
    )


def _as_written(hand: Passage, each: Generated, notes: Notes, view: LandscapeView) -> PolicyPassage:
    """The words of the hand, resting on the same evidence; the generated ones beside them when they changed since."""
    source = digest(each)
    is_table = bool(each.head)
    passage = PolicyPassage(
        id=hand.id,
        mark=_mark(hand),
        text=each.text if is_table else hand.text,
        notes=notes.numbers(each.evidence),
        source=source,
        generated="" if is_table else each.text,
        changed=source != hand.source and not is_table,
        wordings=len(hand.writings),
        warnings=() if is_table else warnings_beside(hand.text, view.country, view.language),
    )
    return _with_rows(passage, each, notes, view.language)


def _by_hand_alone(hand: Passage, view: LandscapeView) -> PolicyPassage:
    """Nothing is generated in its place: it never was, or its source is gone."""
    return PolicyPassage(
        id=hand.id,
        mark=_mark(hand),
        text=hand.text,
        gone=bool(hand.source),
        wordings=len(hand.writings),
        warnings=warnings_beside(hand.text, view.country, view.language),
    )


def _mark(hand: Passage) -> Mark:
    return "decided" if hand.mark == "decided" else "edited"


def _left_out(now: list[Generated], by_hand: Mapping[str, Passage]) -> Iterator[LeftOut]:
    for each in now:
        hand = by_hand.get(each.id)
        if hand is not None and hand.mark == "left_out":
            yield LeftOut(each.id, each.text or " · ".join(each.head))
