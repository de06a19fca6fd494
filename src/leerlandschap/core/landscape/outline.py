# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outline of a strategic training policy: its sections, what each is for and asks, and what can fill it.

The words stand in ``playbooks/policy/``; nothing of them is in code. What is called *standard* or *legal* here is
maintained text that is offered to whoever writes the policy. It becomes part of it only by that person's hand.
"""

import re
from datetime import date
from enum import StrEnum

from msgspec import Struct

from leerlandschap.core.vocabulary import Country, OptionId, QuestionId, SectionId, StatementId
from leerlandschap.core.workshop.playbook import Wording


class Feed(StrEnum):
    """Where the passages of a section come from."""

    FACTS = "facts"  # organisation, workshops, dates, numbers of people, versions
    STATEMENTS = "statements"  # tallies, verdicts, shifts and notes
    INSIGHTS = "insights"
    STARTING_POINT = "starting_point"  # the thinking question about the starting point
    AIM = "aim"  # the thinking question about the direction
    FORMS = "forms"  # the thinking question about forms of learning
    SCOPE = "scope"
    BOUNDARIES = "boundaries"
    PRINCIPLES = "principles"
    FOLLOW_UPS = "follow_ups"
    FINDINGS = "findings"
    PARKED = "parked"
    LEGAL_FRAME = "legal_frame"
    TERMS = "terms"
    BY_HAND = "by_hand"  # nobody said it in a workshop: somebody has to write it


class StandardText(Struct, frozen=True, omit_defaults=True):
    """Text that can be taken over as it is: paragraphs, a table, or both. ``about`` says when; it is not taken over.

    Every row is as wide as ``columns``; the first cell names the row.
    """

    id: str
    title: Wording
    about: Wording
    paragraphs: tuple[Wording, ...] = ()
    columns: tuple[Wording, ...] = ()
    rows: tuple[tuple[Wording, ...], ...] = ()


class Section(Struct, frozen=True, omit_defaults=True):
    """A section, or an annex: what it is for, the questions it answers, and what can fill it.

    ``from_options`` names a quick answer as ``question.option``, where that answer alone says something about the
    section. Ids are those of the card's playbook.
    """

    id: SectionId
    number: str
    title: Wording
    purpose: Wording
    fed_by: tuple[Feed, ...]
    questions: tuple[Wording, ...] = ()
    from_statements: tuple[StatementId, ...] = ()
    from_questions: tuple[QuestionId, ...] = ()
    from_options: tuple[str, ...] = ()
    standard: tuple[StandardText, ...] = ()

    @property
    def is_annex(self) -> bool:
        """An annex has a letter, a section a number."""
        return self.number.isalpha()


class FormGroup(Struct, frozen=True):
    """Forms of learning that belong together; ``forms`` are options of the card's question about them."""

    id: str
    name: Wording
    forms: tuple[OptionId, ...]


class Term(Struct, frozen=True):
    """A word that the policy uses, and what it means there."""

    id: str
    word: Wording
    meaning: Wording


class Outline(Struct, frozen=True):
    """The whole outline, its sections in the order of the document."""

    title: Wording
    subtitle: Wording
    note: Wording
    sections: tuple[Section, ...]
    form_groups: tuple[FormGroup, ...]
    terms: tuple[Term, ...]

    def section(self, section: SectionId) -> Section:
        """The section with this id; an outline has them all."""
        return next(each for each in self.sections if each.id is section)

    def sections_of_statement(self, statement: StatementId) -> tuple[SectionId, ...]:
        """The sections a statement says something about; where we stand is always the first, also for an own one."""
        named = tuple(each.id for each in self.sections if statement in each.from_statements)
        return (SectionId.WHERE_WE_STAND, *(each for each in named if each is not SectionId.WHERE_WE_STAND))

    def sections_of_question(self, question: QuestionId) -> tuple[SectionId, ...]:
        """The sections a thinking question says something about; where we stand, for one the card does not have."""
        named = tuple(each.id for each in self.sections if question in each.from_questions)
        return named or (SectionId.WHERE_WE_STAND,)

    def sections_of_option(self, question: QuestionId, option: OptionId) -> tuple[SectionId, ...]:
        """The sections a quick answer says something about: those of its question, and those that ask for it alone."""
        wider = self.sections_of_question(question)
        return wider + tuple(
            each.id for each in self.sections if f"{question}.{option}" in each.from_options and each.id not in wider
        )


class LegalPassage(Struct, frozen=True, omit_defaults=True):
    """What the law asks on one point, in our own words, with its source; ``applies`` says to whom, if not to all.

    A signal is one or more beginnings of words. Where they stand in one sentence, in that order, this passage is a
    warning: ``betaal terug`` also in *betaalt de helft terug*.
    """

    id: str
    title: Wording
    text: Wording
    source: str
    applies: Wording | None = None
    signals: tuple[str, ...] = ()

    def warns_about(self, text: str) -> bool:
        """Whether one of the signals stands in a text, in small letters or capitals."""
        sentences = [re.findall(r"\w+", each) for each in re.split(r"[.!?;\n]", text.casefold())]
        return any(in_order(signal.split(), words) for signal in self.signals for words in sentences)


def in_order(beginnings: list[str], words: list[str]) -> bool:
    """Whether words that begin like this follow each other, with or without others between them."""
    rest = iter(words)
    return all(any(word.startswith(each) for word in rest) for each in beginnings)


class LegalFrame(Struct, frozen=True):
    """What the law of a country asks of a training policy, as it was on a date. It is no legal advice and says so."""

    country: Country
    dated: date
    title: Wording
    no_advice: Wording
    passages: tuple[LegalPassage, ...]

    def warnings_about(self, text: str) -> tuple[LegalPassage, ...]:
        """The passages to be shown beside what somebody wrote, because it touches on them."""
        return tuple(each for each in self.passages if each.warns_about(text))
