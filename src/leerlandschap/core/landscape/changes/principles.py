# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of principles."""

import datetime

from msgspec.structs import replace

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.outcome import Words
from leerlandschap.core.landscape.state import Landscape, Principle, PrincipleStatus, PrincipleWording

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
    into = state.principles[event.into]
    sources, findings = into.sources, into.findings
    for each in event.merged:
        gone = state.principles[each]
        sources = (*sources, *gone.sources)
        findings = (*findings, *(f for f in gone.findings if f not in findings))
        state = _with(state, replace(gone, merged_into=into.id, changed_at=at))
    words = _words(event)
    more = () if words == into.words else (PrincipleWording(words, at, by),)
    kept = replace(into, sources=sources, findings=findings, wordings=(*into.wordings, *more), changed_at=at)
    return _with(_touching(state, event), kept)


def _touching(state: Landscape, event: e.PrinciplesMerged) -> Landscape:
    """Findings that touched a merged principle touch the one it went into."""
    findings = state.findings
    for finding in findings.values():
        moved = {p: how for p, how in finding.touches.items() if p in event.merged}
        if moved:
            rest = {p: how for p, how in finding.touches.items() if p not in event.merged}
            touches = {event.into: next(iter(moved.values())), **rest}
            findings = findings.set(finding.id, replace(finding, touches=touches))
    return replace(state, findings=findings)


def adopted(state: Landscape, event: e.PrincipleAdopted, at: datetime.datetime) -> Landscape:
    return _with(state, replace(state.principles[event.principle], status=PrincipleStatus.ADOPTED, changed_at=at))


def withdrawn(state: Landscape, event: e.PrincipleWithdrawn, at: datetime.datetime) -> Landscape:
    before = state.principles[event.principle]
    return _with(state, replace(before, status=PrincipleStatus.WITHDRAWN, reason=event.reason, changed_at=at))
