# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workshops of a landscape, and what they hand on."""

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape import limits
from leerlandschap.core.landscape.asking import NOTHING_NEW, Decision, trimmed
from leerlandschap.core.landscape.state import Landscape
from leerlandschap.core.vocabulary import Refused


def choose_frame(state: Landscape, command: c.ChooseFrame) -> Decision:
    name = trimmed(command.organisation or state.organisation, limits.TITLE, "organisation")
    if isinstance(name, Refused):
        return name
    new = e.FrameChosen(name, command.language or state.language, command.country or state.country)
    same = (new.organisation, new.language, new.country) == (state.organisation, state.language, state.country)
    return NOTHING_NEW if same else (new,)


def add(state: Landscape, command: c.AddWorkshop) -> Decision:
    return NOTHING_NEW if command.workshop in state.workshops else (e.WorkshopAdded(command.workshop),)


def carry_over(state: Landscape, command: c.CarryOver) -> Decision:
    """Again only when something of it is different: a workshop can be reopened and closed anew."""
    new = command.outcome
    if state.outcomes.get(new.workshop) == new:
        return NOTHING_NEW
    added: tuple[e.Event, ...] = () if new.workshop in state.workshops else (e.WorkshopAdded(new.workshop),)
    return (*added, e.OutcomeCarriedOver(new))
