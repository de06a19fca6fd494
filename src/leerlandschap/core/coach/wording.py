# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words one had better drop, decide or say more plainly: hedges, intentions, vague words, jargon, two ideas in one."""

from collections.abc import Iterator

from leerlandschap.core.coach.hint import LEVELS, Hint, Rule
from leerlandschap.core.coach.lexicon import Words
from leerlandschap.core.coach.phrases import Found, Phrases
from leerlandschap.core.coach.reading import PAUSES, Reading

BETWEEN = 6  # tokens between the two halves of an intention at most
MANY_ANDS = 3


def phrases(reading: Reading, words: Words, known: Phrases) -> Iterator[Hint]:
    """R2, R3, R5, R8, R11, the connectors of R6, and R9."""
    ideas: list[Hint] = []
    for found in known.find(reading):
        if not found.phrase.uses or _is_excused(reading, words, found):
            continue
        span, said = reading.cut(reading.tokens[found.first], reading.tokens[found.last])
        for use in found.phrase.uses:
            hint = Hint(use.rule, LEVELS[use.rule], span, said, use.alternative, use.variant)
            if use.rule is Rule.TWO_IDEAS:
                ideas.append(hint)
            else:
                yield hint
    # However many signs of it: one hint that there are two ideas.
    ideas += _semicolon(reading)
    ideas += _many_ands(reading, words)
    yield from ideas[:1]


def _is_excused(reading: Reading, words: Words, found: Found) -> bool:
    """Its surroundings make it mean something else: *vrij hebben* is not *vrij lang*."""
    sentence = reading.tokens[found.first].sentence
    together = reading.together[sentence]
    needs = words.only_with.get(found.phrase.text)
    if needs is not None and not needs & together:
        return True
    unless = words.unless.get(found.phrase.text)
    if unless is None:
        return False
    before = _beside(reading, found.first - 1, sentence)
    after = _beside(reading, found.last + 1, sentence)
    return bool(unless.before & before or unless.after & after or unless.together & together)


def _beside(reading: Reading, place: int, sentence: int) -> set[str]:
    """How the token there may be called; ``$`` where the sentence has none, or a sign that ends it."""
    tokens = reading.tokens
    if not 0 <= place < len(tokens) or tokens[place].sentence != sentence or tokens[place].word in ".!?":
        return {"$"}
    word = tokens[place].word
    return {word, "#"} if any(sign.isdigit() for sign in word) else {word}


def with_words_between(reading: Reading, words: Words) -> Iterator[Hint]:
    """R3 for verbs that are two words: *biedt iedereen ruimte*, *gives people room*."""
    ends: dict[str, set[str]] = {}
    for first, second in words.pairs:
        ends.setdefault(first, set()).add(second)
    for place, token in enumerate(reading.tokens):
        if token.word not in ends or token.is_quoted:
            continue
        for other in reading.tokens[place + 1 : place + 2 + BETWEEN]:
            if other.sentence != token.sentence or other.word in PAUSES:
                break
            if other.word in ends[token.word]:
                yield Hint(Rule.INTENTION, LEVELS[Rule.INTENTION], *reading.cut(token, other))
                break


def _semicolon(reading: Reading) -> Iterator[Hint]:
    for token in reading.tokens:
        if token.word == ";" and not token.is_quoted:
            yield Hint(Rule.TWO_IDEAS, LEVELS[Rule.TWO_IDEAS], *reading.cut(token, token))


def _many_ands(reading: Reading, words: Words) -> Iterator[Hint]:
    """*en* three times or more, where *leren en ontwikkelen* is one thing."""
    tokens = reading.tokens
    ands = [
        token
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if token.word == words.joiners[0] and f"{before.word} {token.word} {after.word}" not in words.one_idea
    ]
    if len(ands) >= MANY_ANDS:
        yield Hint(Rule.TWO_IDEAS, LEVELS[Rule.TWO_IDEAS], *reading.cut(ands[MANY_ANDS - 1], ands[MANY_ANDS - 1]))
