# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One table: who may ask what, and in which step. Everything about permission and timing stands here.

A command missing for a role is refused as ``wrong_role``, outside its steps as ``wrong_moment``, and after closing as
``workshop_closed``. What a rule checks beyond that (is this statement open?) stands in rules/.
"""

from collections.abc import Mapping
from types import MappingProxyType

from leerlandschap.core.vocabulary import Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.commands import Asking
from leerlandschap.core.workshop.playbook import StepId

ANY = frozenset(StepId)
WELCOME = frozenset({StepId.WELCOME})
STATEMENTS = frozenset({StepId.STATEMENTS})
UNDER_WAY = ANY - WELCOME
FOLLOW_UPS = frozenset({StepId.FOLLOW_UPS})
PRINCIPLES = frozenset({StepId.PRINCIPLES})
FROM_FOLLOW_UPS = frozenset({StepId.FOLLOW_UPS, StepId.PRINCIPLES, StepId.CLOSING})
FROM_PRINCIPLES = frozenset({StepId.PRINCIPLES, StepId.CLOSING})
CLOSING = frozenset({StepId.CLOSING})

Steps = frozenset[StepId]

PARTICIPANT: Mapping[type[Asking], Steps] = MappingProxyType(
    {
        c.TakeStance: STATEMENTS,
        c.Ready: STATEMENTS,
        c.ShareInsight: UNDER_WAY,
        c.RaisePoint: FOLLOW_UPS,
        c.SpendDots: FOLLOW_UPS,
        c.AnswerQuestion: PRINCIPLES,
        c.DraftPrinciple: PRINCIPLES,
        c.GiveConsent: FROM_PRINCIPLES,
        c.RateWorkshop: CLOSING,
    }
)

FACILITATOR: Mapping[type[Asking], Steps] = MappingProxyType(
    {
        c.SetUp: WELCOME,
        c.EditStatement: WELCOME,
        c.DropStatement: WELCOME,
        c.EditText: WELCOME,
        c.SetMinutes: WELCOME,
        c.GoTo: ANY,
        c.AddMinute: UNDER_WAY,
        c.Pause: UNDER_WAY,
        c.Resume: UNDER_WAY,
        c.OpenStatements: WELCOME | STATEMENTS,
        c.CountHands: STATEMENTS,
        c.RevealStatements: STATEMENTS,
        c.PutStatement: STATEMENTS,
        c.AskAgain: STATEMENTS,
        c.WriteNote: UNDER_WAY,
        c.OverruleVerdict: UNDER_WAY,
        c.ShareInsight: UNDER_WAY,
        c.RaisePoint: UNDER_WAY,
        c.MergePoints: FROM_FOLLOW_UPS,
        c.Park: UNDER_WAY,
        c.Unpark: UNDER_WAY,
        c.OpenDots: FOLLOW_UPS,
        c.RevealDots: FOLLOW_UPS,
        c.AgreeFollowUp: FROM_FOLLOW_UPS,
        c.RevealAnswers: PRINCIPLES,
        c.DraftPrinciple: FROM_PRINCIPLES,
        c.EditPrinciple: FROM_PRINCIPLES,
        c.AskConsent: FROM_PRINCIPLES,
        c.RevealConsent: FROM_PRINCIPLES,
        c.KeepPrinciple: FROM_PRINCIPLES,
        c.SetScope: FROM_PRINCIPLES,
        c.SetBoundary: FROM_PRINCIPLES,
        c.Close: ANY,
        c.Reopen: ANY,
    }
)

MAY_ASK: Mapping[Role, Mapping[type[Asking], Steps]] = MappingProxyType(
    {
        Role.PARTICIPANT: PARTICIPANT,
        Role.FACILITATOR: FACILITATOR,
        Role.VISITOR: MappingProxyType({c.Join: ANY}),
        Role.PROJECTOR: MappingProxyType({}),
        Role.LANDSCAPE: MappingProxyType({}),
        Role.OWNER: MappingProxyType({}),
    }
)

AFTER_CLOSING = frozenset({c.Close, c.Reopen})
