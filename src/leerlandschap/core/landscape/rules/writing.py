# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What hands write: the scope, boundaries and passages of the policy. What is generated is written by nobody."""

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.asking import NOTHING_NEW, Ask, Decision, trimmed
from leerlandschap.core.landscape.state import Landscape, Passage, TextWording
from leerlandschap.core.vocabulary import BoundaryId, FindingId, PassageId, Refusal, Refused, SectionId

OWN = "own-"  # how ids begin of passages that hands wrote out of nothing


def _unknown(state: Landscape, finding: FindingId | None) -> Refused | None:
    known = finding is None or finding in state.findings
    return None if known else Refused(Refusal.UNKNOWN_FINDING, "finding")


def _says(wordings: tuple[TextWording, ...], text: str, finding: FindingId | None) -> bool:
    """Whether the last wording is this one, and came from this finding when one is named."""
    last = wordings[-1] if wordings else None
    return last is not None and last.text == text and finding in (None, last.finding)


def word_scope(state: Landscape, command: c.WordScope) -> Decision:
    text = _unknown(state, command.finding) or trimmed(command.text, limits.SENTENCE, "text")
    if isinstance(text, Refused):
        return text
    same = _says(state.scope, text, command.finding)
    return NOTHING_NEW if same else (e.ScopeWorded(text, command.finding),)


def word_boundary(state: Landscape, command: c.WordBoundary, ask: Ask) -> Decision:
    if command.boundary is not None and command.boundary not in state.boundaries:
        return Refused(Refusal.UNKNOWN_BOUNDARY, "boundary")
    text = _unknown(state, command.finding) or trimmed(command.text, limits.SENTENCE, "text")
    if isinstance(text, Refused):
        return text
    standing = [b for b in state.boundaries.values() if b.lifted is None]
    named = [b for b in standing if command.boundary in (None, b.id)]
    if any(_says(b.wordings, text, command.finding) for b in named):
        return NOTHING_NEW
    if command.boundary is None and len(standing) >= limits.BOUNDARIES:
        return Refused(Refusal.TOO_MANY, "text", {"most": limits.BOUNDARIES})
    return (e.BoundaryWorded(command.boundary or BoundaryId(ask.fresh), text, command.finding),)


def lift_boundary(state: Landscape, command: c.LiftBoundary) -> Decision:
    found = state.boundaries.get(command.boundary)
    if found is None:
        return Refused(Refusal.UNKNOWN_BOUNDARY, "boundary")
    if found.lifted is not None:
        return NOTHING_NEW
    reason = trimmed(command.reason, limits.TEXT, "reason")
    return reason if isinstance(reason, Refused) else (e.BoundaryLifted(found.id, reason),)


def write_passage(state: Landscape, command: c.WritePassage, ask: Ask) -> Decision:
    found = state.passages.get(command.passage) if command.passage else None
    text = trimmed(command.text, limits.PASSAGE, "text")
    if isinstance(text, Refused):
        return text
    if found and found.mark == "edited" and (found.text, found.source) == (text, command.source):
        return NOTHING_NEW  # by this very command, perhaps: then nobody else was first
    if command.passage is None and _own(state, command.section, text):
        return NOTHING_NEW
    trouble = _changed(found, command.wordings) or _full(state, found)
    if trouble:
        return trouble
    passage = command.passage or PassageId(f"{OWN}{ask.fresh}")
    section = found.section if found else command.section
    return (e.PassageWritten(passage, section, text, command.source),)


def _changed(found: Passage | None, wordings: int | None) -> Refused | None:
    """Whether somebody else wrote in it since it was read: their words are not put aside unread."""
    same = wordings in (None, len(found.writings) if found else 0)
    return None if same else Refused(Refusal.PASSAGE_CHANGED, "text")


def _own(state: Landscape, section: SectionId, text: str) -> bool:
    """Whether these words stand in the section already, written out of nothing."""
    mine = (p for p in state.passages.values() if p.section is section and p.id.startswith(OWN))
    return any(p.text == text for p in mine)


def _full(state: Landscape, found: Passage | None) -> Refused | None:
    many = found is None and len(state.passages) >= limits.WRITTEN
    return Refused(Refusal.TOO_MANY, "text", {"most": limits.WRITTEN}) if many else None


def accept_passage(state: Landscape, command: c.AcceptPassage) -> Decision:
    text = trimmed(command.text, limits.PASSAGE, "text")
    if isinstance(text, Refused):
        return text
    found = state.passages.get(command.passage)
    if found and found.mark == "decided" and (found.text, found.source) == (text, command.source):
        return NOTHING_NEW
    trouble = _changed(found, command.wordings) or _full(state, found)
    if trouble:
        return trouble
    return (e.PassageDecided(command.passage, found.section if found else command.section, text, command.source),)


def keep_passage(state: Landscape, command: c.KeepPassage) -> Decision:
    found = state.passages.get(command.passage)
    if found is None:
        return Refused(Refusal.UNKNOWN_PASSAGE, "passage")
    return NOTHING_NEW if found.source == command.source else (e.PassageKept(found.id, command.source),)


def release_passage(state: Landscape, command: c.ReleasePassage) -> Decision:
    found = state.passages.get(command.passage)
    if found is None:
        return NOTHING_NEW
    return _changed(found, command.wordings) or (e.PassageReleased(command.passage),)


def leave_out_passage(state: Landscape, command: c.LeaveOutPassage) -> Decision:
    found = state.passages.get(command.passage)
    if found and found.mark == "left_out":
        return NOTHING_NEW
    trouble = _changed(found, command.wordings) or _full(state, found)
    if trouble:
        return trouble
    return (e.PassageLeftOut(command.passage, found.section if found else command.section, command.source),)
