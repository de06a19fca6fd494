# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way of the policy, step by step; and the editions that were adopted on it."""

import datetime

from msgspec.structs import replace

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.state import Landscape, Stage, Step


def _stepped(state: Landscape, stage: Stage, step: Step) -> Landscape:
    return replace(state, stage=stage, route=(*state.route, step))


def sent(state: Landscape, event: e.PolicySent, at: datetime.datetime) -> Landscape:
    return _stepped(state, Stage.SENT, Step("sent", at, event.on, event.to))


def consent_requested(state: Landscape, event: e.ConsentRequested, at: datetime.datetime) -> Landscape:
    return _stepped(state, Stage.CONSENT_ASKED, Step("consent_asked", at, event.on, event.to))


def consent_recorded(state: Landscape, event: e.ConsentRecorded, at: datetime.datetime) -> Landscape:
    """Withheld: back to being a concept, with the reason on record."""
    if event.decision == "withheld":
        withheld = Step("consent_withheld", at, event.on, number=event.number, remark=event.remark)
        return _stepped(state, Stage.CONCEPT, withheld)
    given = Step("consent_given", at, event.on, number=event.number, remark=event.remark)
    return _stepped(state, Stage.CONSENT_GIVEN, given)


def adopted(state: Landscape, event: e.PolicyAdopted, at: datetime.datetime) -> Landscape:
    edition = event.edition
    step = Step("adopted", at, edition.on, edition.adopted_by, remark=edition.without_consent, version=edition.version)
    state = replace(state, editions=(*state.editions, edition), review_on=edition.review_on or state.review_on)
    return _stepped(state, Stage.ADOPTED, step)


def reopened(state: Landscape, event: e.PolicyReopened, at: datetime.datetime) -> Landscape:
    return _stepped(state, Stage.CONCEPT, Step("reopened", at, remark=event.reason))
