# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""R4, the passive: an auxiliary with a participle, as the grammar of the language puts them."""

from collections.abc import Iterator

from leerlandschap.core.coach.hint import LEVELS, Hint, Rule
from leerlandschap.core.coach.lexicon import Words
from leerlandschap.core.coach.reading import Reading, Token

BACK = 2  # words that a participle may stand before its auxiliary: *dat vergoed wordt*
SHORTEST = 5  # letters of a participle that no list has to name
BOUND = ("be", "ver", "ont", "her", "er")  # prefixes of verbs that take no ge-


def passives(reading: Reading, words: Words) -> Iterator[Hint]:
    """*wordt … vergoed*, *is vastgelegd*, *are paid*; not *wordt mentor*, *is gericht op*, *are entitled*."""
    for place, token in enumerate(reading.words):
        if token.is_quoted:
            continue
        if token.word in words.auxiliaries:
            other = _after(reading, place, words) or _before(reading, place, words)
        elif token.word in words.state_auxiliaries:
            other = _state(reading, place, words)
        else:
            continue
        if other is not None:
            first, last = sorted((token, other), key=lambda each: each.start)
            yield Hint(Rule.PASSIVE, LEVELS[Rule.PASSIVE], *reading.cut(first, last))


def _after(reading: Reading, place: int, words: Words) -> Token | None:
    """The participle that follows. Where a language has adverbs, only those may stand between."""
    for other in _reach(reading, place, words):
        if _is_participle(other.word, words):
            return other
        if words.adverbs and other.word not in words.adverbs and not other.word.endswith("ly"):
            return None
    return None


def _before(reading: Reading, place: int, words: Words) -> Token | None:
    if words.adverbs:
        return None
    near = reading.words[max(0, place - BACK) : place]
    own = [each for each in near if each.sentence == reading.words[place].sentence]
    return next((each for each in own if _is_participle(each.word, words)), None)


def _state(reading: Reading, place: int, words: Words) -> Token | None:
    return next((each for each in _reach(reading, place, words) if each.word in words.state_participles), None)


def _reach(reading: Reading, place: int, words: Words) -> Iterator[Token]:
    """The words after an auxiliary that its participle may be, up to where another clause begins."""
    for other in reading.words[place + 1 : place + 2 + words.between]:
        if other.sentence != reading.words[place].sentence or other.word in words.passive_stops:
            return
        yield other


def _is_participle(word: str, words: Words) -> bool:
    if word in words.participles:
        return True
    if word in words.not_participles or len(word) < SHORTEST:
        return False
    return _is_dutch(word, words) if words.weak_ending else word.endswith("ed")


def _is_dutch(word: str, words: Words) -> bool:
    """With ge-, perhaps after a prefix of its own; or weak, with be-, ver-, ont-, her- or er-. With -heid it is a noun.

    A weak participle ends in -d, or in -t after a voiceless sound: *betaald* and *verwacht*, while *betaalt* is what
    somebody does. The strong ones without ge- look like infinitives, and stand in the list.
    """
    if word.endswith("heid"):
        return False
    has_ge = any(word.startswith(f"{each}ge") for each in ("", *words.participle_prefixes))
    if has_ge:
        return word.endswith(("d", "t", "en"))
    is_weak = word.endswith("d") or (word.endswith("t") and word[:-1].endswith(words.weak_ending))
    return word.startswith(BOUND) and is_weak
