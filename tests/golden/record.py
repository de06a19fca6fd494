# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Records a whole workshop of this version: every command at least once, fixed clock and ids.

    python -m tests.golden.record

It writes workshop-<version>.jsonl (the entries as a journal keeps them) and workshop-<version>.view.json (what the
facilitator sees at the end). A recording is made once for a version and then stays as it is, for ever: it is what
people have in their databases. The script refuses to write over one.
"""

import datetime
import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import get_args

import msgspec

from leerlandschap.core.vocabulary import (
    BoundaryId,
    Consent,
    OptionId,
    PointId,
    PointKind,
    PrincipleId,
    Refused,
    Role,
    StatementId,
    Zone,
)
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.asking import Ask
from leerlandschap.core.workshop.decide import decide
from leerlandschap.core.workshop.evolve import evolve
from leerlandschap.core.workshop.playbook import Pacing, StepId
from leerlandschap.core.workshop.state import Workshop
from leerlandschap.journal.codec import read, written
from leerlandschap.views.workshop import view_of
from tests.cast import (
    AIM,
    AISHA,
    BRAM,
    CHEN,
    FEMKE,
    FORMS,
    GIJS,
    LIMITS,
    NAMES,
    NINE,
    PEOPLE,
    S1,
    S2,
    S3,
    S4,
    S5,
    SANNE,
    START,
    STREAM,
    Asked,
    Person,
    a_workshop,
)

HERE = Path(__file__).parent
VERSION = version("leerlandschap")
BETWEEN = datetime.timedelta(seconds=4)

FIRST = {
    S1: (1, 1, 1, 1, 2, 2, 2, 2, 2, 1, 2, 4),
    S2: (2, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5),
    S3: (1, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5),
    S4: (1, 2, 2, 3, 3, 3, 3, 3, 3, 4, None, None),
    S5: (1, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, None),
}
AGAIN = (2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5)


def line(seq: int, at: datetime.datetime, by: str, event: e.Event) -> str:
    """One entry of the recording."""
    kind, text = written(event)
    entry = {"stream": STREAM, "seq": seq, "at": at.isoformat(), "by": by, "kind": kind, "event": json.loads(text)}
    return json.dumps(entry, ensure_ascii=False)


def replay(recording: str) -> Workshop:
    """The workshop that a recording tells of."""
    state: Workshop | None = None
    for each in map(json.loads, recording.splitlines()):
        event = read(each["kind"], json.dumps(each["event"]))
        assert isinstance(event, e.Event)
        state = evolve(state, event, datetime.datetime.fromisoformat(each["at"]), each["by"])
    assert state is not None
    return state


def seen(state: Workshop, seq: int) -> bytes:
    """What the facilitator sees of it the next day."""
    view = view_of(state, Role.FACILITATOR, NINE + datetime.timedelta(days=1), NAMES, seq)
    return msgspec.json.format(msgspec.json.encode(view), indent=1)


def record() -> tuple[str, Workshop]:
    """The recording, and the workshop as it was at the end."""
    now = NINE
    lines = [line(1, now, FEMKE.name, a_workshop())]
    state = evolve(None, a_workshop(), now, FEMKE.name)
    asked = set()
    for number, each in enumerate(story(), 1):
        now += BETWEEN
        asked.add(type(each.command))
        decided = decide(state, Ask(each.command, each.role, each.by, now, f"n{number}"))
        assert not isinstance(decided, Refused), (each, decided)
        for event in decided:
            lines.append(line(len(lines) + 1, now, each.by, event))
            state = evolve(state, event, now, each.by)
    assert asked == set(get_args(c.Command)), set(get_args(c.Command)) - asked
    return "\n".join(lines) + "\n", state


def story() -> Iterator[Asked]:
    """An hour in Westerveen. What is made gets the id of its place in this story."""
    yield from getting_ready()
    yield from statements()
    yield from follow_ups()
    yield from principles()
    yield from closing()


def femke(*commands: c.Command) -> Iterator[Asked]:
    yield from (FEMKE.asks(each) for each in commands)


def getting_ready() -> Iterator[Asked]:
    yield from femke(
        c.SetUp(title="Leren in Westerveen", pacing=Pacing.ALL_FIRST, expected=14),
        c.EditStatement("Wij leren elke week van elkaar.", "Van elkaar leren"),  # n2
        c.EditStatement("Wij leren elke dag van elkaar.", "Van elkaar leren", StatementId("n2")),
        c.DropStatement(StatementId("n2")),
        c.EditText("script.1.say.0", "Vijf stellingen. Kies rustig."),
        c.SetMinutes(StepId.PRINCIPLES, 6),
    )
    for person in PEOPLE:
        yield Asked(c.Join(), Role.VISITOR, person.name)


def statements() -> Iterator[Asked]:
    yield from femke(c.OpenStatements())
    for statement, positions in FIRST.items():
        for person, position in zip(PEOPLE, positions, strict=True):
            reason = f"reden van iemand met {position}" if person in (AISHA, GIJS) else None
            yield person.asks(c.TakeStance(statement, position, reason))
    yield AISHA.asks(c.TakeStance(S1, 2))
    yield BRAM.asks(c.Ready())
    yield from femke(
        c.CountHands(S2, (0, 0, 0, 2, 0)), c.RevealStatements(), c.PutStatement(S3),
        c.WriteNote(S3, "'Talent' is voor de een aanleg, voor de ander wens."), c.AskAgain(S3),
    )  # fmt: skip
    for person, position in zip(PEOPLE, AGAIN, strict=True):
        yield person.asks(c.TakeStance(S3, position))
    yield from femke(c.RevealStatements(), c.OverruleVerdict(S5, Zone.CORE), c.AddMinute(), c.Pause(), c.Resume())
    yield AISHA.asks(c.ShareInsight("We willen vanuit talent werken, maar het rooster gaat uit van functies."))
    yield from femke(c.ShareInsight("Over tijd zijn we het eens."))


HOURS, TALENT, SAME, LATER = (PointId(each) for each in ("n107", "n108", "n109", "n110"))
LEARN, PAY, ASK = (PrincipleId(each) for each in ("n185", "n186", "n187"))
NO_HOBBIES, FIVE_HUNDRED = BoundaryId("n183"), BoundaryId("n184")


def follow_ups() -> Iterator[Asked]:
    yield from femke(c.GoTo(StepId.FOLLOW_UPS))
    yield AISHA.asks(c.RaisePoint(PointKind.UNCLEAR, "Hoeveel uur mag ik per jaar leren?", (S1, S5)))
    yield BRAM.asks(c.RaisePoint(PointKind.CONTRADICTORY, "Talent of functie: wat telt?", (S3,)))
    yield CHEN.asks(c.RaisePoint(PointKind.UNCLEAR, "Hoeveel uren krijgen we?", (S4,)))
    yield from femke(c.RaisePoint(PointKind.CONTRADICTORY, "Het rooster laat geen ruimte."))
    yield from femke(
        c.MergePoints((HOURS, SAME), "Hoeveel uur mag je per jaar leren?"),
        c.Park(LATER), c.Unpark(LATER), c.Park(TALENT), c.Park(None, "Hoe doen andere gemeenten dit?"), c.OpenDots(),
    )  # fmt: skip
    for number, person in enumerate(PEOPLE):
        yield person.asks(c.SpendDots({(HOURS, SAME, LATER)[number % 3]: 2, LATER: 1}))
    yield from femke(
        c.RevealDots(),
        c.AgreeFollowUp(HOURS, "Uren uitzoeken", SANNE, datetime.date(2026, 12, 14), "bel HR", "iedereen weet het"),
        c.AgreeFollowUp(LATER, "Rooster bespreken"),
    )


def principles() -> Iterator[Asked]:
    yield from femke(c.GoTo(StepId.PRINCIPLES))
    for number, person in enumerate(PEOPLE):
        yield from answers(person, number)
    yield from femke(c.RevealAnswers(), c.SetScope("Alles wat we in werktijd leren."))
    yield from femke(c.SetBoundary("Hobby's betalen we niet."), c.SetBoundary("Tot € 500 beslis je zelf."))
    yield AISHA.asks(c.DraftPrinciple("Leren is werk.", "het loont", "je plant het in", "er brand is"))
    yield BRAM.asks(c.DraftPrinciple("Wij betalen wat nodig is."))
    yield CHEN.asks(c.DraftPrinciple("Je leidinggevende vraagt wat je wilt leren."))
    yield from femke(
        c.SetBoundary("", NO_HOBBIES), c.EditPrinciple(PAY, "Wij betalen wat nodig is voor je werk."), c.Park(ASK),
        c.AskConsent(),
    )  # fmt: skip
    for number, person in enumerate(PEOPLE):
        yield person.asks(c.GiveConsent(LEARN, Consent.AGREE))
        consent = [*Consent][number % 3]
        yield person.asks(c.GiveConsent(PAY, consent, "Wat is nodig?" if consent is Consent.OBJECT else None))
    yield from femke(c.RevealConsent(), c.KeepPrinciple(LEARN))


def answers(person: Person, number: int) -> Iterator[Asked]:
    spread = {OptionId("organisation"): 1, OptionId("career"): 2, OptionId("talent"): 3}
    yield person.asks(c.AnswerQuestion(START, OptionId(("both", "organisation_first", "employee_first")[number % 3])))
    yield person.asks(c.AnswerQuestion(FORMS, (OptionId("on_the_job"), OptionId("mentor"))))
    yield person.asks(c.AnswerQuestion(LIMITS, OptionId("time"), "40 uur" if number == 3 else None))
    yield person.asks(c.AnswerQuestion(AIM, {OptionId("talent"): 6} if number % 2 else spread))


def closing() -> Iterator[Asked]:
    yield from femke(c.GoTo(StepId.CLOSING))
    for number, person in enumerate(PEOPLE):
        yield person.asks(c.RateWorkshop(3 + number % 3))
    yield from femke(c.Close(), c.Reopen(), c.SetBoundary("Tot € 600 beslis je zelf.", FIVE_HUNDRED), c.Close())


def main() -> None:
    recording, state = record()
    file = HERE / f"workshop-{VERSION}.jsonl"
    if file.exists():
        sys.exit(f"{file.name} is there already, and stays as it is")
    file.write_text(recording, "utf-8")
    file.with_suffix(".view.json").write_bytes(seen(state, len(recording.splitlines())) + b"\n")


if __name__ == "__main__":
    main()
