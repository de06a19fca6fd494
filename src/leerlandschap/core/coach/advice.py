# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every rule over one text, and which hints to show of all there are."""

from collections.abc import Callable, Container, Iterable, Iterator

from leerlandschap.core.coach import nominal, passive, sentence, wording
from leerlandschap.core.coach.hint import PLACE, QUESTION, Hint
from leerlandschap.core.coach.lexicon import Lexicon, Words
from leerlandschap.core.coach.reading import ENDS, Reading, read
from leerlandschap.core.vocabulary import Language

MOST_SHOWN = 3

Judge = Callable[[Reading, Words], Iterator[Hint]]
JUDGES: tuple[Judge, ...] = (
    sentence.no_sentence,
    sentence.too_long,
    sentence.nobody_acts,
    sentence.not_testable,
    sentence.certainties,
    wording.with_words_between,
    passive.passives,
    nominal.nouns_of_verbs,
)


def hints(text: str, lexicon: Lexicon, language: Language) -> tuple[Hint, ...]:
    """Everything the coach has to say about a principle, the most important first; nothing about an empty text.

    Takes any text, raises nothing, and takes twice as long for twice the text.
    """
    reading = read(text)
    if not reading.words:
        return ()
    words = lexicon.words[language]
    found = [hint for judge in JUDGES for hint in judge(reading, words)]
    found += wording.phrases(reading, words, lexicon.phrases[language])
    return tuple(sorted(found, key=lambda hint: (PLACE[hint.rule], hint.span)))


def to_show(found: Iterable[Hint], ignored: Container[str] = (), most: int = MOST_SHOWN) -> tuple[Hint, ...]:
    """At most so many, without those whose key is ignored; of those that ask the same question, one at a time."""
    asked: dict[int, Hint] = {}
    for hint in found:
        if hint.key not in ignored:
            asked.setdefault(QUESTION[hint.rule], hint)
    return tuple(asked.values())[:most]


def is_just_begun(text: str) -> bool:
    """The first words of something: too early to say that it is no sentence."""
    reading = read(text)
    return len(reading.words) < sentence.FEWEST and not (reading.tokens and reading.tokens[-1].word in ENDS)
