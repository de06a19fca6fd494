# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every kind of document costs: of a workshop of thirty people, and of a policy as large as one may become.

Aims: any document of the workshop under 2 s, of the policy (200 principles, 500 findings) under 5 s, the first one too.

`python -m bench.documents` makes each kind in processes of its own. The first document of a process is the cold one: it
opens libraries and letters that the next ones find open. Of it the time of the processor is told too, which is the same
however busy the machine is. Medians are printed, and written with --out.
"""

import argparse
import datetime
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from msgspec.structs import replace

from bench.processes import ROOT, as_installed
from bench.rounds import Figures, medians
from bench.telling import Row, Table, Target, Told, parser_of, saying, tell
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.outcome import FollowUpOutcome, PrincipleOutcome, Words, WorkshopOutcome
from leerlandschap.core.vocabulary import (
    FindingId,
    LandscapeId,
    Language,
    PointId,
    PointKind,
    PrincipleId,
    Role,
    Touch,
    WorkshopId,
)
from leerlandschap.core.workshop.commands import Command
from leerlandschap.core.workshop.playbook import Pacing
from leerlandschap.journal import Entry
from leerlandschap.screens.gallery_landscape import NOW, YEAR_AGO, example
from leerlandschap.screens.gallery_script import SCRIPT
from leerlandschap.screens.gallery_workshop import Sample
from leerlandschap.views import landscape
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.shapes import WorkshopView

PEOPLE, PRINCIPLES, FINDINGS, WORKSHOPS = 30, 200, 500, 10
PLAYED = 12  # people for whom the workshop of the gallery is written
STARTS, ROUNDS = 3, 5
HOUSE = "https://leren.example"
LANDSCAPE = LandscapeId("lbench")
Story = tuple[e.Event, datetime.datetime, str]


class Crowd(Sample):
    """The workshop of the gallery with more people than it is written for: who comes after the twelve says the same."""

    def says(self, person: int, *commands: Command) -> None:
        for each in range(person, len(self.people), PLAYED):
            super().says(each, *commands)

    def all_say(self, make: Callable[[int], Command]) -> None:
        for person in range(PLAYED):
            self.says(person, make(person))


def workshop() -> WorkshopView:
    crowd = Crowd(Language.NL, PEOPLE, speaks=True, long=False, pacing=Pacing.ALL_FIRST)
    for play in SCRIPT.values():
        play(crowd)
    return crowd.view(Role.FACILITATOR)


def story() -> Iterator[Story]:
    """Ten workshops; every finding touches a principle and came back into it."""
    yield e.LandscapeOpened(LANDSCAPE, "Gemeente Westerveen", Language.NL), YEAR_AGO, "facilitator"
    pattern = example(Language.NL).outcomes[0]
    for number in range(WORKSHOPS):
        yield e.OutcomeCarriedOver(_outcome(number, pattern)), YEAR_AGO, "facilitator"
    for number in range(FINDINGS):
        principle, finding = PrincipleId(f"p{number % PRINCIPLES}"), FindingId(f"b{number}")
        text = f"Bevinding {number}: bij drie van de vier teams lukt het alleen als het rooster het toelaat."
        touches = {principle: Touch.SUPPLEMENTS}
        yield e.FindingRecorded(finding, PointId(f"f{number}"), text, touches), NOW, "landscape"
        said = _words(number % PRINCIPLES)
        words = said.statement, said.because, said.means, f"het rooster voor {number} uur vol is"
        yield e.PrincipleSupplemented(principle, finding, *words), NOW, "landscape"
    for number in range(PRINCIPLES):
        yield e.PrincipleAdopted(PrincipleId(f"p{number}")), NOW, "landscape"


def _outcome(number: int, pattern: WorkshopOutcome) -> WorkshopOutcome:
    principles, found = PRINCIPLES // WORKSHOPS, FINDINGS // WORKSHOPS
    return replace(
        pattern,
        workshop=WorkshopId(f"w{number}"),
        team=f"team {number}",
        principles=tuple(
            PrincipleOutcome(PrincipleId(f"p{at}"), (_words(at),), True, (9, 2, 1), ("Wat als er brand is?",))
            for at in range(number * principles, (number + 1) * principles)
        ),
        follow_ups=tuple(
            FollowUpOutcome(PointId(f"f{at}"), PointKind.UNCLEAR, f"Uitzoeken hoe het zit met vraag {at}.")
            for at in range(number * found, (number + 1) * found)
        ),
    )


def _words(number: int) -> Words:
    return Words(
        f"Iedereen leert {number} uur per jaar voor het vak.",
        "leren werk is en tijd kost",
        "het rooster laat zien wanneer",
    )


def policy() -> LandscapeView:
    return landscape.told(list(story()), {}, NOW)


def maker(about: str, kind: str) -> Callable[[], bytes]:
    """How the document is made, its view there already; libraries are opened by the first one."""
    if about == "workshop":
        seen = workshop()
        from leerlandschap.documents.kinds import KINDS

        return lambda: KINDS[kind].render(seen, Language.NL)
    from leerlandschap.documents.landscape_json import landscape_json
    from leerlandschap.documents.landscape_kinds import LANDSCAPE_KINDS

    render = LANDSCAPE_KINDS[kind].render
    if render is None:
        entries = [Entry(LANDSCAPE, seq, at, by, event) for seq, (event, at, by) in enumerate(story(), 1)]
        return lambda: landscape_json(entries, {})
    view = policy()
    return lambda: render(view, HOUSE)


def timed(about: str, kind: str) -> dict[str, float]:
    """Seconds of the first in this process, of the processor for it, and of the next ones."""
    make = maker(about, kind)
    worked = time.process_time()
    first = _took(make)
    return {
        "cold": first,
        "processor": time.process_time() - worked,
        "warm": median(_took(make) for _ in range(ROUNDS)),
    }


def _took(make: Callable[[], bytes]) -> float:
    begun = time.perf_counter()
    make()
    return time.perf_counter() - begun


def row(about: str, kind: str, starts: int) -> Figures:
    """The medians of some processes."""
    command = [sys.executable, "-m", "bench.documents", "--one", about, kind]
    ran = (
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=as_installed({})).stdout
        for _ in range(starts)
    )
    return medians([json.loads(each) for each in ran])


def measured(asked: argparse.Namespace) -> Told:
    from leerlandschap.documents.kinds import KINDS

    told = Told("documents")
    for about, aim in (("workshop", 2.0), ("policy", 5.0)):
        rows: list[Row] = []
        for kind in ("md",) if asked.short else KINDS:
            saying(f"{about}, {kind}")
            rows.append({"kind": kind, **row(about, kind, 1 if asked.short else STARTS)})
        told.add(Table(f"a document of a {about}, seconds", rows))
        told.targets.append(Target(f"{about}: slowest first document, s", max(r["cold"] for r in rows), at_most=aim))
    return told


def main(arguments: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--one", nargs=2, metavar=("ABOUT", "KIND"), help="only this one, in this process")
    asked = parser.parse_args(arguments)
    if asked.one:
        print(json.dumps(timed(*asked.one)))
        return
    tell(asked, measured(asked))


if __name__ == "__main__":
    main()
