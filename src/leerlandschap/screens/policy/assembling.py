# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is generated, and what hands made of it, put together. Generating never touches what a hand wrote."""

import hashlib
from collections.abc import Iterator, Mapping

import msgspec

from leerlandschap.core.landscape.edition import Mark
from leerlandschap.core.landscape.outline import Section
from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks.policy import outline
from leerlandschap.screens.policy.notes import Notes
from leerlandschap.screens.policy.sections import generated
from leerlandschap.screens.policy.shapes import Generated, LeftOut, Policy, PolicyPassage, PolicySection
from leerlandschap.screens.rendering import plain
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
        passages=tuple(_passages(now, by_hand, notes, language)),
        left_out=tuple(_left_out(now, by_hand)),
        standard=section.standard,
        is_annex=section.is_annex,
    )


def _passages(
    now: list[Generated], by_hand: Mapping[str, Passage], notes: Notes, language: Language
) -> Iterator[PolicyPassage]:
    """Generated ones in their order, each as its hand left it; then what is all by hand, in the order it was begun."""
    for each in now:
        hand = by_hand.get(each.id)
        if hand is None:
            yield _as_generated(each, notes)
        elif hand.mark != "left_out":
            yield _as_written(hand, each, notes)
    known = {each.id for each in now}
    for hand in by_hand.values():
        if hand.id not in known and hand.mark != "left_out":
            yield _by_hand_alone(hand)


def _as_generated(each: Generated, notes: Notes) -> PolicyPassage:
    return PolicyPassage(
        each.id, "generated", each.text, each.head, each.rows, notes.numbers(each.evidence), digest(each)
    )


def _as_written(hand: Passage, each: Generated, notes: Notes) -> PolicyPassage:
    """The words of the hand, resting on the same evidence; the generated ones beside them when they changed since."""
    source = digest(each)
    is_table = bool(each.head)
    return PolicyPassage(
        id=hand.id,
        mark="decided" if hand.mark == "decided" else "edited",
        text=each.text if is_table else hand.text,
        head=each.head,
        rows=each.rows,
        notes=notes.numbers(each.evidence),
        source=source,
        generated="" if is_table else each.text,
        changed=source != hand.source and not is_table,
        wordings=len(hand.writings),
    )


def _by_hand_alone(hand: Passage) -> PolicyPassage:
    """Nothing is generated in its place: it never was, or its source is gone."""
    mark: Mark = "decided" if hand.mark == "decided" else "edited"
    return PolicyPassage(hand.id, mark, hand.text, gone=bool(hand.source), wordings=len(hand.writings))


def _left_out(now: list[Generated], by_hand: Mapping[str, Passage]) -> Iterator[LeftOut]:
    for each in now:
        hand = by_hand.get(each.id)
        if hand is not None and hand.mark == "left_out":
            yield LeftOut(each.id, each.text or " · ".join(each.head))
