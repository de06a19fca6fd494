# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of principles."""

import datetime

from msgspec.structs import replace

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.outcome import Words
from leerlandschap.core.landscape.state import Landscape, Principle, PrincipleStatus, PrincipleWording
from leerlandschap.core.landscape.touching import followed
from leerlandschap.core.vocabulary import PrincipleId

Worded = e.PrincipleWritten | e.PrincipleSupplemented | e.PrincipleRevised | e.PrinciplesMerged


def _words(event: Worded) -> Words:
    return Words(event.statement, event.because, event.means, event.except_)


def _with(state: Landscape, principle: Principle) -> Landscape:
    return replace(state, principles=state.principles.set(principle.id, principle))


def written(state: Landscape, event: e.PrincipleWritten, at: datetime.datetime, by: str) -> Landscape:
    wording = PrincipleWording(_words(event), at, by)
    return _with(state, Principle(event.principle, len(state.principles) + 1, (wording,)))


def supplemented(state: Landscape, event: e.PrincipleSupplemented, at: datetime.datetime, by: str) -> Landscape:
    """What was adopted and gets a finding is revised: the adopted words are no longer the last."""
    before = state.principles[event.principle]
    settled = before.status in (PrincipleStatus.ADOPTED, PrincipleStatus.REVISED)
    wording = PrincipleWording(_words(event), at, by, finding=event.finding)
    new = replace(
        before,
        status=PrincipleStatus.REVISED if settled else PrincipleStatus.SUPPLEMENTED,
        findings=(*before.findings, event.finding),
        wordings=(*before.wordings, wording),
        changed_at=at,
    )
    return _with(state, new)


def revised(state: Landscape, event: e.PrincipleRevised, at: datetime.datetime, by: str) -> Landscape:
    """A draft worded anew is still a draft; what was adopted has been revised."""
    before = state.principles[event.principle]
    settled = before.status in (PrincipleStatus.ADOPTED, PrincipleStatus.REVISED)
    wording = PrincipleWording(_words(event), at, by, reason=event.reason)
    status = PrincipleStatus.REVISED if settled else before.status
    return _with(state, replace(before, status=status, wordings=(*before.wordings, wording), changed_at=at))


def merged(state: Landscape, event: e.PrinciplesMerged, at: datetime.datetime, by: str) -> Landscape:
    """A finding that waited for one of them waits for the whole, even if it had come back into another."""
    into = state.principles[event.into]
    parts = (into, *(state.principles[each] for each in event.merged))
    waiting = {f.id for part in parts for f in state.open_findings(part.id)}
    back = dict.fromkeys(f for part in parts for f in part.findings if f not in waiting)
    words = _words(event)
    more = () if words == into.words else (PrincipleWording(words, at, by),)
    kept = replace(
        into,
        sources=tuple(source for part in parts for source in part.sources),
        findings=tuple(back),
        wordings=(*into.wordings, *more),
        changed_at=at,
    )
    for gone in parts[1:]:
        state = _with(state, replace(gone, merged_into=into.id, changed_at=at))
    return _with(_touching(state, event), kept)


def _touching(state: Landscape, event: e.PrinciplesMerged) -> Landscape:
    """Findings that touched a merged principle touch the one it went into."""

    def where(principle: PrincipleId) -> PrincipleId:
        return event.into if principle in event.merged else principle

    findings = state.findings
    for finding in findings.values():
        findings = findings.set(finding.id, replace(finding, touches=followed(finding.touches, where)))
    return replace(state, findings=findings)


def adopted(state: Landscape, event: e.PrincipleAdopted, at: datetime.datetime) -> Landscape:
    return _with(state, replace(state.principles[event.principle], status=PrincipleStatus.ADOPTED, changed_at=at))


def withdrawn(state: Landscape, event: e.PrincipleWithdrawn, at: datetime.datetime) -> Landscape:
    before = state.principles[event.principle]
    return _with(state, replace(before, status=PrincipleStatus.WITHDRAWN, reason=event.reason, changed_at=at))
