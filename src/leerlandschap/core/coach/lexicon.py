# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words the coach knows, of every language; which words they are is not for this room to say."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from leerlandschap.core.coach.hint import Rule
from leerlandschap.core.coach.phrases import Phrases, Use
from leerlandschap.core.vocabulary import Language

Wordlist = frozenset[str]


class Unless(Struct, frozen=True, forbid_unknown_fields=True):
    """When a phrase is no hint after all: what stands right before or right after it, or anywhere in its sentence.

    ``#`` is anything with a digit, ``$`` the end of a sentence.
    """

    before: Wordlist = frozenset()
    after: Wordlist = frozenset()
    together: Wordlist = frozenset()


class VerbalNouns(Struct, frozen=True, forbid_unknown_fields=True):
    """*het …en van*: a verb made into a noun by its article. Empty where a language does not do that."""

    article: str
    ending: str


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything of one language. Phrases are written in lower case, with straight apostrophes."""

    # phrases, found as they stand: the longest first
    hedge: tuple[str, ...]
    intent: tuple[str, ...]
    impersonal: tuple[str, ...]
    vague: tuple[str, ...]
    jargon: Mapping[str, str]  # with what may stand there instead
    house: Wordlist  # jargon that many organisations need every day: no hint
    connectors: Mapping[str, str]  # long ways to say a preposition, with the short one
    two_ideas: tuple[str, ...]
    one_idea: tuple[str, ...]  # two words with *and* between them that are one thing
    keep: tuple[str, ...]  # never a hint, whatever stands in them
    pairs: tuple[tuple[str, str], ...]  # intentions with words between: *maakt … mogelijk*
    unless: Mapping[str, Unless]
    only_with: Mapping[str, Wordlist]  # a phrase is a hint only with one of these in its sentence

    # what a sentence is made of
    finite: Wordlist
    not_finite_after: Wordlist
    never_first: bool  # a form that may also be an infinitive is none at the beginning of a sentence
    labels_before: Wordlist  # a sentence that begins with a verb and one of these is a label
    joiners: tuple[str, ...]  # *and* first
    verb_ending: tuple[str, ...]
    infinitive_ending: tuple[str, ...]  # empty: every form may be one
    plurals: Wordlist  # actors that are many without an -s
    actors: Wordlist
    actors_in_capitals: Wordlist  # abbreviations that are another word in small letters
    actor_endings: tuple[str, ...]
    determiners: Wordlist
    testable: Wordlist

    # passives
    auxiliaries: Wordlist
    state_auxiliaries: Wordlist
    state_participles: Wordlist
    passive_stops: Wordlist
    adverbs: Wordlist
    between: int  # tokens between auxiliary and participle at most
    participle_prefixes: tuple[str, ...]
    participles: Wordlist
    not_participles: Wordlist
    weak_ending: tuple[str, ...]

    # nouns made of verbs
    of: str
    nominal_endings: tuple[str, ...]
    not_nominal: Wordlist
    not_nominal_endings: tuple[str, ...]
    verbal_nouns: VerbalNouns
    not_verbal_nouns: Wordlist
    verbs: Mapping[str, str]

    # certainties
    absolutes: Wordlist
    exceptions: Wordlist
    negations: Wordlist
    negatives: Wordlist


class Lexicon:
    """The words of the languages, ready to be looked up. What an organisation allows is never a hint."""

    def __init__(self, words: Mapping[Language, Words], allowed: Iterable[str] = ()) -> None:
        self.words = MappingProxyType(dict(words))
        self._allowed = tuple(allowed)
        self.phrases: Mapping[Language, Phrases] = MappingProxyType(
            {language: Phrases(_uses(each), (*each.keep, *self._allowed)) for language, each in words.items()}
        )

    def allowing(self, allowed: Iterable[str]) -> "Lexicon":
        """The same, with these words and phrases allowed too."""
        return Lexicon(self.words, (*self._allowed, *allowed))


def _uses(words: Words) -> Iterator[tuple[str, Use]]:
    """Every phrase with the rule that it is a sign of; one phrase may be so of two."""
    lists = {
        Rule.HEDGE: words.hedge,
        Rule.INTENTION: words.intent,
        Rule.IMPERSONAL: words.impersonal,
        Rule.VAGUE: words.vague,
        Rule.TWO_IDEAS: words.two_ideas,
    }
    for rule, phrases in lists.items():
        yield from ((phrase, Use(rule)) for phrase in phrases)
    for phrase, plainer in words.jargon.items():
        if phrase not in words.house:
            yield phrase, Use(Rule.JARGON, plainer)
    for phrase, shorter in words.connectors.items():
        yield phrase, Use(Rule.NOMINAL, shorter, "connector")
