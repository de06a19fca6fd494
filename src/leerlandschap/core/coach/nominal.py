# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""R6, verbs that were made into nouns: *de uitvoering van*, *het aanbieden van*, *the assessment of*."""

from collections.abc import Iterator
from itertools import pairwise

from leerlandschap.core.coach.hint import LEVELS, Hint, Rule
from leerlandschap.core.coach.lexicon import Words
from leerlandschap.core.coach.reading import Reading

SHORTEST = 6  # letters
BACK_TO_VERB = (("atie", "eren"), ("ing", "en"))  # the same for every Dutch verb


def nouns_of_verbs(reading: Reading, words: Words) -> Iterator[Hint]:
    """The noun with the *of* behind it; the alternative is the verb, where it can be told."""
    article = ""
    for token, after in pairwise(reading.words):
        if after.word == words.of and after.sentence == token.sentence and not token.is_quoted:
            verb = _verb(token.word, article, words)
            if verb is not None:
                variant = "" if verb else "bare"
                yield Hint(Rule.NOMINAL, LEVELS[Rule.NOMINAL], *reading.cut(token, after), verb, variant)
        article = token.word


def _verb(word: str, before: str, words: Words) -> str | None:
    """The verb in it; empty when it is not known; None when this is just a noun."""
    how = words.verbal_nouns
    if how.article and before == how.article and word.endswith(how.ending) and len(word) >= SHORTEST - 1:
        return None if word in words.not_verbal_nouns else word
    if not word.endswith(words.nominal_endings) or len(word) < SHORTEST or word in words.not_nominal:
        return None
    if words.not_nominal_endings and word.endswith(words.not_nominal_endings):
        return None
    return words.verbs.get(word) or ("" if not how.article else _back(word))


def _back(word: str) -> str:
    return next(word.removesuffix(ending) + verb for ending, verb in BACK_TO_VERB if word.endswith(ending))
