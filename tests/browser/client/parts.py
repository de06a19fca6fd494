# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pieces of HTML as the screens would write them, and small ways of waiting."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Page

from .stage import Stage

STEPS = ("helemaal oneens", "oneens", "ertussenin", "eens", "helemaal eens")


def stance(name: str = "stance-3-1", keep: str = "1", text: str = "") -> str:
    """The form of one statement: five positions and a motivation, sent by itself."""
    steps = "".join(
        f'<label class="ll-step"><input type="radio" required name="position" value="{value}" id="{name}-{value}"'
        f' data-name="{said}">'
        f'<span class="ll-step__mark" aria-hidden="true">{value}</span><span class="ll-step__name">{said}</span></label>'
        for value, said in enumerate(STEPS, 1)
    )
    return f"""<form id="{name}" data-keep="{keep}" class="ll-statement" method="post" action="/do?as=participant"
 data-send="change" data-after="keep" autocomplete="off"><input type="hidden" name="type" value="TakeStance">
<fieldset><legend>Stelling</legend><div class="ll-scale"><div class="ll-scale__steps">{steps}</div></div></fieldset>
<p class="ll-saved ll-saved--not" data-saved role="status">Nog niet gekozen</p><p class="ll-error" data-error role="alert"></p>
<div class="ll-field"><label for="{name}-why">Waarom?</label>
<textarea class="ll-input" id="{name}-why" name="motivation">{text}</textarea></div></form>"""


def point(keep: str = "1", after: str = "clear", extra: str = "") -> str:
    """The form of a point: text that is sent when asked."""
    return f"""<form id="point" data-keep="{keep}" class="ll-card" method="post" action="/do?as=participant"
 data-send="submit" data-after="{after}" {extra}><input type="hidden" name="type" value="RaisePoint">
<div class="ll-field"><label for="point-text">Punt</label><textarea class="ll-input" id="point-text" name="text"></textarea></div>
<p class="ll-error" data-error role="alert"></p><p class="ll-saved" data-saved role="status"></p>
<button class="ll-button" type="submit">Stuur</button></form>"""


def until(true: Callable[[], bool], seconds: float = 8.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def visit(page: Page, stage: Stage) -> None:
    """Opens the page and waits until its stream stands."""
    page.goto(stage.url)
    until(lambda: len(stage.screens) == 1)


def see(page: Page, stage: Stage, live: str) -> None:
    """Sends a frame and waits until the page has heard it."""
    seq = stage.frame(live)
    page.wait_for_selector(f'#live[data-seq="{seq}"]')
