# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Principles after the workshop: supplemented, revised, merged, adopted, withdrawn. Every wording is kept."""

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.asking import NOTHING_NEW, Ask, Decision, trimmed, trimmed_each
from leerlandschap.core.landscape.outcome import Words
from leerlandschap.core.landscape.state import Landscape, Principle, PrincipleStatus
from leerlandschap.core.vocabulary import PrincipleId, Refusal, Refused

Worded = c.WritePrinciple | c.SupplementPrinciple | c.RevisePrinciple | c.MergePrinciples
NOTHING = Words("")


def _standing(state: Landscape, named: PrincipleId, field: str = "principle") -> Principle | Refused:
    found = state.principles.get(named)
    if found is None:
        return Refused(Refusal.UNKNOWN_PRINCIPLE, field)
    return found if found.stands else Refused(Refusal.PRINCIPLE_WITHDRAWN, field)


def _words(command: Worded, before: Words) -> Words | Refused:
    """The words asked for; what is left out stays as it was."""

    def new(said: str | None, was: str) -> str:
        return was if said is None else said

    words = trimmed_each(
        statement=(new(command.statement, before.statement), limits.SENTENCE, True),
        because=(new(command.because, before.because), limits.TEXT, False),
        means=(new(command.means, before.means), limits.TEXT, False),
        except_=(new(command.except_, before.except_), limits.TEXT, False),
    )
    return words if isinstance(words, Refused) else Words(**words)


def _meanwhile(found: Principle, read: int | None) -> Refused | None:
    """Somebody else worded it since it was read."""
    if read in (None, len(found.wordings)):
        return None
    return Refused(Refusal.WORDING_CHANGED, "statement")


def write(state: Landscape, command: c.WritePrinciple, ask: Ask) -> Decision:
    words = _words(command, NOTHING)
    if isinstance(words, Refused):
        return words
    if any(p.words == words for p in state.standing):
        return NOTHING_NEW
    if len(state.principles) >= limits.PRINCIPLES:
        return Refused(Refusal.TOO_MANY, "statement", {"most": limits.PRINCIPLES})
    return (e.PrincipleWritten(PrincipleId(ask.fresh), words.statement, words.because, words.means, words.except_),)


def supplement(state: Landscape, command: c.SupplementPrinciple) -> Decision:
    found = _standing(state, command.principle)
    if isinstance(found, Refused):
        return found
    if command.finding not in state.findings:
        return Refused(Refusal.UNKNOWN_FINDING, "finding")
    if command.finding in found.findings:
        return NOTHING_NEW
    words = _meanwhile(found, command.wordings) or _words(command, found.words)
    if isinstance(words, Refused):
        return words
    said = (words.statement, words.because, words.means, words.except_)
    return (e.PrincipleSupplemented(found.id, command.finding, *said),)


def revise(state: Landscape, command: c.RevisePrinciple) -> Decision:
    found = _standing(state, command.principle)
    if isinstance(found, Refused):
        return found
    words = _words(command, found.words)
    if isinstance(words, Refused):
        return words
    if words == found.words:  # by this very command, perhaps: then nobody else was first
        return NOTHING_NEW
    meanwhile = _meanwhile(found, command.wordings)
    if meanwhile:
        return meanwhile
    reason = trimmed(command.reason, limits.TEXT, "reason")
    if isinstance(reason, Refused):
        return reason
    return (e.PrincipleRevised(found.id, reason, words.statement, words.because, words.means, words.except_),)


def merge(state: Landscape, command: c.MergePrinciples) -> Decision:
    """An empty text counts as left out: it stays as the first one has it."""
    named = tuple(dict.fromkeys(command.principles))
    if len(named) < 2:
        return Refused(Refusal.NOTHING_TO_MERGE, "principles")
    into = _standing(state, named[0], "principles")
    if isinstance(into, Refused):
        return into
    words = _words(_without_blanks(command), into.words)
    if isinstance(words, Refused):
        return words
    if words == into.words and all(_went_into(state, each, into.id) for each in named[1:]):
        return NOTHING_NEW
    refused = (each for each in (_standing(state, p, "principles") for p in named) if isinstance(each, Refused))
    said = (words.statement, words.because, words.means, words.except_)
    return next(refused, None) or (e.PrinciplesMerged(into.id, named[1:], *said),)


def _without_blanks(command: c.MergePrinciples) -> c.MergePrinciples:
    def said(text: str | None) -> str | None:
        return text if text and text.strip() else None

    words = (command.statement, command.because, command.means, command.except_)
    return c.MergePrinciples(command.principles, *(said(each) for each in words))


def _went_into(state: Landscape, named: PrincipleId, into: PrincipleId) -> bool:
    found = state.principles.get(named)
    return found is not None and found.merged_into == into


def adopt(state: Landscape, command: c.AdoptPrinciple) -> Decision:
    found = _standing(state, command.principle)
    if isinstance(found, Refused):
        return found
    return NOTHING_NEW if found.status is PrincipleStatus.ADOPTED else (e.PrincipleAdopted(found.id),)


def withdraw(state: Landscape, command: c.WithdrawPrinciple) -> Decision:
    found = state.principles.get(command.principle)
    if found is None:
        return Refused(Refusal.UNKNOWN_PRINCIPLE, "principle")
    if not found.stands:
        return NOTHING_NEW
    reason = trimmed(command.reason, limits.TEXT, "reason")
    return reason if isinstance(reason, Refused) else (e.PrincipleWithdrawn(found.id, reason),)
