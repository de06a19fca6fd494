# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every form that people type in during a workshop: how the group comes there, and where the group goes on to."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks import known
from tests.server import Group

Prepare = Callable[[Group], None]


class Form(Struct, frozen=True):
    """``opens`` is what must be unfolded, ``picks`` what must be chosen before the form may be sent; ``held``: the
    group's next step has no place for this form, so that it must wait."""

    role: Literal["participant", "facilitator"]
    before: Prepare
    label: str
    then: str
    held: bool
    facts: dict[str, Any] = {}
    opens: str = ""
    picks: str = ""
    optional: bool = False
    statement: str = ""  # a form that stands there once for every statement


def voting(group: Group) -> None:
    group.lead("OpenStatements")


def discussing(group: Group) -> None:
    voting(group)
    for who, key in enumerate(group.people):
        group.ask(key, "TakeStance", statement="s3", position=(1, 5)[who % 2])
    group.lead("RevealStatements")
    group.lead("PutStatement", statement="s3")


def raising(group: Group) -> None:
    group.lead("GoTo", step="follow_ups")
    group.lead("RaisePoint", kind="unclear", text="Wie betaalt?")
    group.lead("RaisePoint", kind="unclear", text="Wie beslist?")


def agreeing(group: Group) -> None:
    raising(group)
    group.lead("OpenDots")
    group.lead("RevealDots")


def asking(group: Group) -> None:
    group.lead("GoTo", step="principles")


def writing(group: Group) -> None:
    asking(group)
    group.lead("RevealAnswers")


def consenting(group: Group) -> None:
    writing(group)
    group.lead("DraftPrinciple", statement="Wij geven iedereen tijd.")
    group.lead("AskConsent")


def _for_statement_1() -> str:
    return known()["leerlandschap-verkennen"].statements[0].text.spoken(Language.NL)[0]


PHONE: Literal["participant"] = "participant"
DESK: Literal["facilitator"] = "facilitator"
WRITE = "participant.write"
DRAFT = "facilitator.principles"

FORMS = {
    "motivation": Form(
        PHONE, voting, "participant.vote.why", "follow_ups", True,
        opens="participant.vote.write_why", picks="general.position.agree", optional=True, statement=_for_statement_1(),
    ),
    "insight": Form(PHONE, discussing, "participant.insight.label", "follow_ups", True),
    "point": Form(PHONE, raising, "participant.points.text", "principles", True, picks="participant.points.unclear"),
    "answer": Form(PHONE, asking, "participant.questions.fill", "closing", True, optional=True),
    "principle": Form(PHONE, writing, f"{WRITE}.label", "closing", True),
    "because": Form(PHONE, writing, f"{WRITE}.because", "closing", True, opens=f"{WRITE}.more"),
    "means": Form(PHONE, writing, f"{WRITE}.means", "closing", True, opens=f"{WRITE}.more"),
    "except": Form(PHONE, writing, f"{WRITE}.except", "closing", True, opens=f"{WRITE}.more"),
    "reservation": Form(
        PHONE, consenting, "participant.consent.reservation", "closing", True,
        opens="participant.consent.write", picks="participant.consent.can_live_with", optional=True,
    ),
    "note": Form(DESK, discussing, "facilitator.talk.note", "follow_ups", False, {"number": 3}),
    "insight at the desk": Form(DESK, discussing, "facilitator.talk.insight", "follow_ups", False),
    "point at the desk": Form(
        DESK, raising, "facilitator.points.raise_text", "principles", True, opens="facilitator.points.raise"
    ),
    "merged words": Form(
        DESK, raising, "facilitator.may_stay_empty", "principles", True, {"label": "facilitator.points.merge_words"}
    ),
    "follow-up": Form(DESK, agreeing, "facilitator.agree.text", "principles", False),
    "first step": Form(DESK, agreeing, "facilitator.agree.first_step", "principles", False),
    "scope": Form(DESK, asking, "facilitator.scope.scope", "closing", False),
    "boundary": Form(DESK, asking, "facilitator.scope.new", "closing", False),
    "draft": Form(DESK, writing, f"{DRAFT}.statement", "closing", False),
    "because of a draft": Form(
        DESK, writing, "facilitator.may_stay_empty", "closing", False, {"label": f"{DRAFT}.because"}
    ),
    "a parked thought": Form(
        DESK, raising, "facilitator.parked.thought", "principles", False, opens="facilitator.parked.title"
    ),
}  # fmt: skip
