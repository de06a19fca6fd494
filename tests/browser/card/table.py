# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole meeting: a facilitator's laptop, the big screen, one phone, and the others in the room."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from leerlandschap.core.workshop.playbook import Playbook
from leerlandschap.playbooks import known
from tests.browser.card.conftest import Gather
from tests.browser.card.crowd import Crowd
from tests.browser.card.script import SCRIPTS
from tests.browser.card.window import Window

SHOTS = Path(os.environ.get("LEERLANDSCHAP_SHOTS") or Path(__file__).parents[3] / "shots")
TICKING = re.compile(r' (data-until|data-now|x|width|d|style)="[^"]*"|\d+:\d\d')
# (taking a screenshot leaves an empty style behind)
BUDGET = 25  # clicks of the facilitator for a whole workshop


class Table:
    """``crowd`` comes in once there is a code."""

    crowd: Crowd

    def __init__(self, language: str, gather: Gather, laptop: Window, screen: Window, phone: Window) -> None:
        self.language = language
        self.gather = gather
        self.script = SCRIPTS[language]
        self.laptop = laptop
        self.screen = screen
        self.phone = phone
        self._moments = 0
        SHOTS.mkdir(parents=True, exist_ok=True)

    @property
    def windows(self) -> tuple[Window, Window, Window]:
        return self.laptop, self.screen, self.phone

    @property
    def playbook(self) -> Playbook:
        return known()["leerlandschap-verkennen"]

    def step(self, step: str) -> str:
        return next(s.title for s in self.playbook.steps if s.id == step).spoken(self.laptop.language)[0]

    def statement(self, statement: str) -> str:
        """As this group knows it: the facilitator changed the first."""
        if statement == "s1":
            return self.script.statement
        return next(s.text for s in self.playbook.statements if s.id == statement).spoken(self.laptop.language)[0]

    def photograph(self, moment: str, *windows: Window) -> None:
        """All three screens (or only these), kept by the run."""
        self._moments += 1
        for each in windows or self.windows:
            path = SHOTS / f"{self.language}-{self._moments:02}-{moment}-{each.kind}.png"
            each.page.screenshot(path=path, full_page=each.kind != "projector", animations="disabled")

    def looks(self) -> Iterator[str]:
        """What stands on the three screens now, the clock left out."""
        for each in self.windows:
            yield TICKING.sub("", each.live.inner_html())
