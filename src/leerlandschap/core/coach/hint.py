# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the coach has to say: one hint, of one rule, about one stretch of the text."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from leerlandschap.core.coach.reading import plain


class Rule(StrEnum):
    """What may be better. The numbers are those by which the rules are known outside."""

    NO_SENTENCE = "R0"
    LENGTH = "R1"
    HEDGE = "R2"
    INTENTION = "R3"
    PASSIVE = "R4"
    IMPERSONAL = "R5"
    NOMINAL = "R6"
    ACTOR = "R7"
    VAGUE = "R8"
    TWO_IDEAS = "R9"
    TEST = "R10"
    JARGON = "R11"
    ABSOLUTE = "R12"


class Level(StrEnum):
    """How much it matters. None of them blocks anything."""

    STRONG = "strong"
    HINT = "hint"
    INFO = "info"


class Hint(Struct, frozen=True):
    """``span`` is (start, end) in characters of the text as it was given, and ``words`` is what stands there.

    ``alternative`` is what may stand there instead, where the coach knows it. ``variant`` tells the sentences of one
    rule apart.
    """

    rule: Rule
    level: Level
    span: tuple[int, int]
    words: str
    alternative: str = ""
    variant: str = ""

    @property
    def key(self) -> str:
        """By what a writer ignores it: its rule and, where that is about a few words, those, wherever they stand."""
        return self.rule.value if self.rule in ABOUT_ALL else f"{self.rule.value}:{plain(self.words)}"

    @property
    def is_about_all(self) -> bool:
        """The whole text is meant, so that there is nothing to point at."""
        return self.rule in (Rule.NO_SENTENCE, Rule.ACTOR, Rule.TEST)


# A next word typed makes these no other hints.
ABOUT_ALL = frozenset({Rule.NO_SENTENCE, Rule.ACTOR, Rule.TEST, Rule.LENGTH, Rule.TWO_IDEAS})

LEVELS: Mapping[Rule, Level] = MappingProxyType(
    {
        Rule.NO_SENTENCE: Level.STRONG,
        Rule.LENGTH: Level.HINT,
        Rule.HEDGE: Level.STRONG,
        Rule.INTENTION: Level.STRONG,
        Rule.PASSIVE: Level.HINT,
        Rule.IMPERSONAL: Level.STRONG,
        Rule.NOMINAL: Level.HINT,
        Rule.ACTOR: Level.HINT,
        Rule.VAGUE: Level.HINT,
        Rule.TWO_IDEAS: Level.HINT,
        Rule.TEST: Level.INFO,
        Rule.JARGON: Level.INFO,
        Rule.ABSOLUTE: Level.INFO,
    }
)

# The order of showing: not a principle, hedge, actor, vague, length, nominal, jargon, test. Rules of one row ask the
# writer the same question, so that one of them is enough at a time.
ORDER: tuple[tuple[Rule, ...], ...] = (
    (Rule.NO_SENTENCE,),
    (Rule.HEDGE,),
    (Rule.INTENTION,),
    (Rule.IMPERSONAL, Rule.PASSIVE, Rule.ACTOR),
    (Rule.VAGUE,),
    (Rule.LENGTH,),
    (Rule.TWO_IDEAS,),
    (Rule.NOMINAL,),
    (Rule.JARGON,),
    (Rule.ABSOLUTE,),
    (Rule.TEST,),
)
QUESTION: Mapping[Rule, int] = MappingProxyType({rule: n for n, row in enumerate(ORDER) for rule in row})
PLACE: Mapping[Rule, int] = MappingProxyType({rule: n for n, rule in enumerate(r for row in ORDER for r in row)})
