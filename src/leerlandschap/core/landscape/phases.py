# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One table: who may ask what of a landscape. What depends on where the policy is, stands in rules/policy.py.

An owner's link opens one follow-up: which one is checked in rules/follow_ups.py.
"""

from collections.abc import Mapping
from types import MappingProxyType

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape.commands import Asking
from leerlandschap.core.vocabulary import Role

OWNER: frozenset[type[Asking]] = frozenset({c.RecordFinding, c.Postpone, c.Drop, c.PickUp, c.TakeOver, c.GiveOwner})

WRITER: frozenset[type[Asking]] = OWNER | {
    c.ChooseFrame,
    c.WritePrinciple,
    c.SupplementPrinciple,
    c.RevisePrinciple,
    c.MergePrinciples,
    c.AdoptPrinciple,
    c.WithdrawPrinciple,
    c.WordScope,
    c.WordBoundary,
    c.LiftBoundary,
    c.WritePassage,
    c.AcceptPassage,
    c.KeepPassage,
    c.ReleasePassage,
    c.LeaveOutPassage,
    c.SendPolicy,
    c.AskWorksCouncil,
    c.RecordConsent,
    c.AdoptPolicy,
    c.PutIntoForce,
    c.ReopenPolicy,
    c.PlanReview,
}

# What a workshop hands on when it is made or closed; the house asks it in the facilitator's name.
FACILITATOR: frozenset[type[Asking]] = frozenset({c.AddWorkshop, c.CarryOver})

MAY_ASK: Mapping[Role, frozenset[type[Asking]]] = MappingProxyType(
    {
        Role.OWNER: OWNER,
        Role.LANDSCAPE: WRITER,
        Role.FACILITATOR: FACILITATOR,
        Role.PARTICIPANT: frozenset(),
        Role.PROJECTOR: frozenset(),
        Role.VISITOR: frozenset(),
    }
)
