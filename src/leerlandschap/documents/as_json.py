# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as JSON, for programs: the public contract of ``documents/json``.

Keys are stable: a key may be added, none is renamed or taken away without a new ``version``. What may not be seen is
null. Texts of the playbook are objects by language (``{"nl": …, "en": …}``), texts people typed are strings, exactly
as they were sent. Nobody's choice and nobody's id is in it; reasons written with a stance are not either.

``format`` ``version``  "leerlandschap.report" and 1
``workshop``          id, landscape, title, organisation, team, language, playbook (its title), opened_at, closed_at,
                     moment, in_room
``statements``        id, number, name, text, parked, discussed, zone (where it lies: the group's word wins),
                     verdict (the group's own, null unless it overruled), note, and outcomes, one per revealed round:
                     round, kind, zone (as measured), label, settled, answers, counts [5], no_opinion, disagree, middle,
                     agree, people_like_these, this_room, disagreement, disagreement_unbiased, opposition, moved,
                     quick (agreed in the first round and answered no slower than usual; null when not known)
``insights``          id, text
``points``            id, number, kind, text, statements, sources (merged into it), dots, parked, agreed
``follow_ups``        point, kind, text, owner (a name, null while nobody), due_on, first_step, done_when, statements
``choices``           id, name, text, kind, most, answers, and options: id, text, points (null: hidden or too few)
``principles``        id, number, statement, because, means, except, status, parked, answers,
                     consent {agree, can_live_with, object}, reservations, earlier
``scope``             one sentence, "" while there is none
``boundaries``        id, text
``parked``            what (its id), kind, text, wording
``thresholds``        by which the outcomes were reached
``ratings``           how many gave 1, 2, 3, 4 and 5; null before closing or from too few
"""

from typing import Any

import msgspec

from leerlandschap.views.shapes import PrincipleView, QuestionView, StatementView, WorkshopView

FORMAT = "leerlandschap.report"
VERSION = 1
OF_THE_ROOM = ("moment", "in_room")
OF_A_WORKSHOP = ("landscape", "title", "organisation", "team", "language", "opened_at", "closed_at")
OF_A_STATEMENT = ("id", "number", "name", "text", "parked", "discussed", "zone", "verdict", "note", "outcomes")
OF_A_QUESTION = ("id", "name", "text", "kind", "most", "answers")
AS_THEY_ARE = ("insights", "points", "follow_ups", "scope", "boundaries", "parked", "thresholds", "ratings")


def report_json(view: WorkshopView) -> bytes:
    """The report, indented, as UTF-8."""
    return msgspec.json.format(msgspec.json.encode(report(view)), indent=2) + b"\n"


def report(view: WorkshopView) -> dict[str, Any]:
    """The report as it will be encoded."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "workshop": {
            "id": view.workshop,
            "playbook": view.playbook_title,
            **_picked(view, OF_A_WORKSHOP + OF_THE_ROOM),
        },
        "statements": [_statement(each) for each in view.statements],
        "choices": [_choice(each) for each in view.questions],
        "principles": [_principle(each) for each in view.principles],
        **_picked(view, AS_THEY_ARE),
    }


def _picked(each: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(each, name) for name in names}


def _statement(each: StatementView) -> dict[str, Any]:
    return _picked(each, OF_A_STATEMENT)


def _choice(each: QuestionView) -> dict[str, Any]:
    options = [{"id": o.id, "text": o.text, "points": o.points} for o in each.options]
    return {**_picked(each, OF_A_QUESTION), "options": options}


def _principle(each: PrincipleView) -> dict[str, Any]:
    fields = {name.rstrip("_"): getattr(each, name) for name in each.__struct_fields__}
    return {name: said for name, said in fields.items() if name != "too_few"}
