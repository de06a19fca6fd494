# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way of the policy: to management, to the works council, adopted, and open again for the next version."""

import datetime

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.asking import NOTHING_NEW, Ask, Decision, trimmed, trimmed_each
from leerlandschap.core.landscape.edition import Edition
from leerlandschap.core.landscape.state import Landscape, Stage
from leerlandschap.core.vocabulary import Refusal, Refused

LATEST = datetime.timedelta(days=366 * 20)  # a policy for longer than twenty years is a slip of the finger
EARLIEST = datetime.timedelta(days=366 * 5)  # what was decided on paper before may be recorded


def _in_reach(on: datetime.date, ask: Ask, field: str) -> Refused | None:
    """A day somebody may mean: not long ago, not far away."""
    near = ask.at.date() - EARLIEST <= on <= ask.at.date() + LATEST
    return None if near else Refused(Refusal.DATE_NOT_VALID, field)


def _open(state: Landscape) -> Refused | None:
    return Refused(Refusal.WRONG_MOMENT) if state.stage is Stage.ADOPTED else None


def send(state: Landscape, command: c.SendPolicy, ask: Ask) -> Decision:
    to = _open(state) or _in_reach(command.on, ask, "on") or trimmed(command.to, limits.TITLE, "to", needed=False)
    if isinstance(to, Refused):
        return to
    return (e.PolicySent(command.on, to),) if state.stage is Stage.CONCEPT else NOTHING_NEW


def ask_works_council(state: Landscape, command: c.AskWorksCouncil, ask: Ask) -> Decision:
    to = _open(state) or _in_reach(command.on, ask, "on") or trimmed(command.to, limits.TITLE, "to", needed=False)
    if isinstance(to, Refused):
        return to
    asked = state.stage in (Stage.CONSENT_ASKED, Stage.CONSENT_GIVEN)
    return NOTHING_NEW if asked else (e.ConsentRequested(command.on, to),)


def record_consent(state: Landscape, command: c.RecordConsent, ask: Ask) -> Decision:
    trouble = _open(state) or _in_reach(command.on, ask, "on")
    if trouble:
        return trouble
    if state.stage not in (Stage.CONSENT_ASKED, Stage.CONSENT_GIVEN):
        return Refused(Refusal.WRONG_MOMENT)
    withheld = command.decision == "withheld"
    remarks = command.decision != "given"
    words = trimmed_each(
        number=(command.number, limits.TITLE, not withheld), remark=(command.remark, limits.FINDING, remarks)
    )
    if isinstance(words, Refused):
        return words
    same = _recorded(state, command.on, command.decision, **words)
    return NOTHING_NEW if same else (e.ConsentRecorded(command.on, command.decision, **words),)


def _recorded(state: Landscape, on: datetime.date, decision: str, number: str, remark: str) -> bool:
    """Whether the last step says just this."""
    last = state.route[-1]
    given = last.kind == "consent_given" and decision != "withheld"
    return given and (last.on, last.number, last.remark) == (on, number, remark)


def adopt(state: Landscape, command: c.PutIntoForce, ask: Ask) -> Decision:
    asked = command.asked
    words = trimmed_each(
        adopted_by=(asked.adopted_by, limits.TITLE, True), without_consent=(asked.without_consent, limits.TEXT, False)
    )
    trouble = _open(state) or (words if isinstance(words, Refused) else None) or _dates(asked, ask)
    if trouble or isinstance(words, Refused):
        return trouble or Refused(Refusal.NOT_SAVED)
    if state.stage is not Stage.CONSENT_GIVEN and not words["without_consent"]:
        return Refused(Refusal.CONSENT_MISSING, "without_consent")
    edition = Edition(
        version=len(state.editions) + 1,
        language=state.language,
        organisation=state.organisation,
        on=asked.on,
        adopted_by=words["adopted_by"],
        valid_until=asked.valid_until,
        review_on=asked.review_on,
        without_consent=words["without_consent"],
        sections=command.sections,
        notes=command.notes,
    )
    return (e.PolicyAdopted(edition),)


def _dates(asked: c.AdoptPolicy, ask: Ask) -> Refused | None:
    for field, day in (("valid_until", asked.valid_until), ("review_on", asked.review_on)):
        if day is not None and day <= asked.on:
            return Refused(Refusal.DATES_CROSSED, field)
    named = {"on": asked.on, "valid_until": asked.valid_until, "review_on": asked.review_on}
    return next((found for field, day in named.items() if day and (found := _in_reach(day, ask, field))), None)


def reopen(state: Landscape, command: c.ReopenPolicy) -> Decision:
    reason = trimmed(command.reason, limits.TEXT, "reason", needed=False)
    if isinstance(reason, Refused):
        return reason
    return (e.PolicyReopened(reason),) if state.stage is not Stage.CONCEPT else NOTHING_NEW


def plan_review(state: Landscape, command: c.PlanReview, ask: Ask) -> Decision:
    if command.on < ask.at.date():
        return Refused(Refusal.DATE_IN_THE_PAST, "on")
    trouble = _in_reach(command.on, ask, "on")
    if trouble:
        return trouble
    return NOTHING_NEW if state.review_on == command.on else (e.ReviewPlanned(command.on),)
