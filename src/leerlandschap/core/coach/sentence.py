# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sentence as a whole: is it one, how long, does somebody act, can it be tested, does it know no exception."""

from collections.abc import Iterator

from leerlandschap.core.coach.hint import LEVELS, Hint, Level, Rule
from leerlandschap.core.coach.lexicon import Words
from leerlandschap.core.coach.reading import Reading, Token

FEWEST = 4  # words of a sentence
ENOUGH, MOST = 20, 25  # words of a principle
SENTENCES = 2
SUBJECT = 4  # the subject stands among so many first words
SHORTEST_VERB = 4  # letters


def no_sentence(reading: Reading, words: Words) -> Iterator[Hint]:
    """R0: a question, a label, or a handful of words."""
    asks = reading.tokens[-1].word == "?"
    if asks or len(reading.words) < FEWEST or not _has_verb(reading, words):
        yield _whole(Rule.NO_SENTENCE, reading)


def too_long(reading: Reading, _: Words) -> Iterator[Hint]:
    """R1: the words beyond the twentieth, or else the sentences beyond the second."""
    over = reading.words[ENOUGH:]
    if over:
        level = Level.STRONG if len(reading.words) > MOST else Level.HINT
        yield Hint(Rule.LENGTH, level, *reading.cut(over[0], over[-1]))
        return
    started = [each for each in reading.words if each.sentence >= SENTENCES]
    if started:
        yield Hint(Rule.LENGTH, Level.HINT, *reading.cut(started[0], started[-1]))


def nobody_acts(reading: Reading, words: Words) -> Iterator[Hint]:
    """R7: nobody is named who could do it."""
    if not any(_acts(reading, each, words) for each in reading.words):
        yield _whole(Rule.ACTOR, reading)


def not_testable(reading: Reading, words: Words) -> Iterator[Hint]:
    """R10: no number, term, limit or condition by which one could see whether it holds."""
    is_testable = any(each.word in words.testable or _has_digit(each.word) for each in reading.tokens)
    if not is_testable:
        yield _whole(Rule.TEST, reading)


def certainties(reading: Reading, words: Words) -> Iterator[Hint]:
    """R12: always, never and all, unless an exception stands there; and no that denies a no."""
    for token, after, second in zip(
        reading.words, (*reading.words[1:], None), (*reading.words[2:], None, None), strict=False
    ):
        if token.is_quoted:
            continue
        if token.word in words.absolutes and not words.exceptions & reading.together[token.sentence]:
            yield Hint(Rule.ABSOLUTE, LEVELS[Rule.ABSOLUTE], *reading.cut(token, token))
        other = next((each for each in (after, second) if each and each.word in words.negatives), None)
        if token.word in words.negations and other and other.sentence == token.sentence:
            yield Hint(Rule.ABSOLUTE, LEVELS[Rule.ABSOLUTE], *reading.cut(token, other), variant="double")


def _whole(rule: Rule, reading: Reading) -> Hint:
    return Hint(rule, LEVELS[rule], *reading.cut(reading.tokens[0], reading.tokens[-1]))


def _has_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _acts(reading: Reading, token: Token, words: Words) -> bool:
    word = token.word.removesuffix("'s")
    if word in words.actors or (words.actor_endings and word.endswith(words.actor_endings)):
        return True
    return reading.text[token.start : token.end] in words.actors_in_capitals


def _has_verb(reading: Reading, words: Words) -> bool:
    """A known verb that is no infinitive, or an unknown word where the verb stands: right after the subject."""
    is_infinitive = False  # of the verb before, for what *en* adds to it
    for place, token in enumerate(reading.words):
        before = reading.words[place - 1] if place and reading.words[place - 1].sentence == token.sentence else None
        after = reading.words[place + 1].word if place + 1 < len(reading.words) else ""
        if token.word in words.finite:
            is_infinitive = _is_infinitive(token, before, after, words, is_infinitive)
            if not is_infinitive:
                return True
        elif before and place < SUBJECT and _acts(reading, before, words) and _could_be_verb(token, before, words):
            return True
        elif token.word not in words.joiners:
            is_infinitive = False
    return False


def _is_infinitive(token: Token, before: Token | None, after: str, words: Words, added_to: bool) -> bool:
    """Or a noun of the same form: *voor leren*, *te leren*, *support for*."""
    may_be = not words.infinitive_ending or token.word.endswith(words.infinitive_ending)
    if before is None:
        return may_be and (words.never_first or after in words.labels_before)
    return may_be and (before.word in words.not_finite_after or (before.word in words.joiners and added_to))


def _could_be_verb(token: Token, subject: Token, words: Words) -> bool:
    word = token.word
    is_function = any(
        word in each for each in (words.not_finite_after, words.joiners, words.determiners, words.adverbs)
    )
    if is_function or len(word) < SHORTEST_VERB or not word.isalpha():
        return False
    if words.verb_ending:
        return word.endswith(words.verb_ending)
    is_many = subject.word.endswith("s") or subject.word in words.plurals
    return not word.endswith(("ing", "ly")) if is_many else word.endswith("s") and not word.endswith(("ss", "ness"))
