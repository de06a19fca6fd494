# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Before the statements open: names, statements, texts, minutes. And the door."""

from leerlandschap.core.vocabulary import Language, ParticipantId, Refusal, Refused, StatementId
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import NOTHING_NEW, Ask, Decision, trimmed, trimmed_each
from leerlandschap.core.workshop.playbook import Statement, Wording
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.core.workshop.wordings import wording_at

LONGEST_STEP = 240  # minutes


def join(state: Workshop, ask: Ask) -> Decision:
    participant = ParticipantId(ask.by)
    if participant in state.participants:
        return NOTHING_NEW
    if len(state.participants) >= state.terms.limits.participants:
        return Refused(Refusal.ROOM_FULL)
    return (e.ParticipantJoined(participant),)


def set_up(state: Workshop, command: c.SetUp) -> Decision:
    title = state.terms.limits.title
    words = trimmed_each(
        title=(state.title if command.title is None else command.title, title, True),
        organisation=(state.organisation if command.organisation is None else command.organisation, title, True),
        team=(state.team if command.team is None else command.team, title, False),
    )
    if isinstance(words, Refused):
        return words
    changed = e.SetUpChanged(
        **words,
        language=command.language or state.language,
        pacing=command.pacing or state.playbook.pacing,
        expected=state.expected if command.expected is None else max(0, command.expected) or None,
    )
    same = e.SetUpChanged(
        state.title, state.organisation, state.team, state.language, state.playbook.pacing, state.expected
    )
    return NOTHING_NEW if changed == same else (changed,)


def _not_begun(state: Workshop) -> Refused | None:
    """Texts stand once stances have been asked on them, also when the group goes back to the lobby."""
    return Refused(Refusal.ALREADY_STARTED) if any(d.rounds for d in state.discussions.values()) else None


def edit_statement(state: Workshop, command: c.EditStatement, ask: Ask) -> Decision:
    limits = state.terms.limits
    words = trimmed_each(text=(command.text, limits.sentence, True), name=(command.name, limits.name, True))
    if isinstance(words, Refused):
        return words
    if begun := _not_begun(state):
        return begun
    known = {s.id: s for s in state.playbook.statements}
    if command.statement is not None and command.statement not in known:
        return Refused(Refusal.UNKNOWN_STATEMENT, "statement")
    if command.statement is None and _says_so(state, words["text"], words["name"]):
        return NOTHING_NEW
    if command.statement is None and len(known) >= limits.statements:
        return Refused(Refusal.TOO_MANY, "statement", {"most": limits.statements})
    before = known.get(command.statement) if command.statement else None
    changed = Statement(
        id=before.id if before else StatementId(ask.fresh),
        name=_kept(before.name if before else None, words["name"], state.language),
        text=_kept(before.text if before else None, words["text"], state.language),
    )
    return NOTHING_NEW if changed == before else (e.StatementEdited(changed),)


def _says_so(state: Workshop, text: str, name: str) -> bool:
    """There is a statement in these words already: a form that was sent twice adds one."""
    spoken = state.language
    return any((s.text.spoken(spoken)[0], s.name.spoken(spoken)[0]) == (text, name) for s in state.playbook.statements)


def _kept(before: Wording | None, text: str, language: Language) -> Wording:
    """The wording as it was when the text is the same: its other language still says so too."""
    if before is not None and before.spoken(language)[0] == text:
        return before
    return Wording(**{language.value: text})


def drop_statement(state: Workshop, command: c.DropStatement) -> Decision:
    if begun := _not_begun(state):
        return begun
    if command.statement not in {s.id for s in state.playbook.statements}:
        return Refused(Refusal.UNKNOWN_STATEMENT, "statement")
    if len(state.playbook.statements) == 1:
        return Refused(Refusal.NOT_ENOUGH_STATEMENTS, "statement")
    return (e.StatementDropped(command.statement),)


def edit_text(state: Workshop, command: c.EditText) -> Decision:
    if begun := _not_begun(state):
        return begun
    before = wording_at(state.playbook, command.place)
    if before is None:
        return Refused(Refusal.UNKNOWN_TEXT, "place")
    text = trimmed(command.text, state.terms.limits.text, "text")
    if isinstance(text, Refused):
        return text
    if before.spoken(state.language) == (text, state.language):
        return NOTHING_NEW
    return (e.TextEdited(command.place, state.language, text),)


def set_minutes(state: Workshop, command: c.SetMinutes) -> Decision:
    if not 0 < command.minutes <= LONGEST_STEP:
        return Refused(Refusal.MINUTES_NOT_VALID, "minutes", {"most": LONGEST_STEP})
    now = next(s.minutes for s in state.playbook.steps if s.id is command.step)
    return NOTHING_NEW if now == command.minutes else (e.MinutesSet(command.step, command.minutes),)
