# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of commands of a landscape: what each leads to. Pure; a refusal is a value; asked twice is once."""

from typing import assert_never

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape.asking import Ask, Decision
from leerlandschap.core.landscape.phases import MAY_ASK
from leerlandschap.core.landscape.rules import follow_ups, policy, principles, workshops, writing
from leerlandschap.core.landscape.state import Landscape
from leerlandschap.core.vocabulary import Refusal, Refused


def decide(state: Landscape, ask: Ask) -> Decision:
    """The events that follow from what is asked (none when it is already so), or why not."""
    if type(ask.command) not in MAY_ASK[ask.role]:
        return Refused(Refusal.WRONG_ROLE)
    return _decided(state, ask)


def _decided(state: Landscape, ask: Ask) -> Decision:
    match ask.command:
        case c.ChooseFrame() as command:
            return workshops.choose_frame(state, command)
        case c.AddWorkshop() as command:
            return workshops.add(state, command)
        case c.CarryOver() as command:
            return workshops.carry_over(state, command)
        case c.TakeOver():
            return Refused(Refusal.NOT_SAVED)  # the house turns it into GiveOwner first: a name is kept elsewhere
        case c.GiveOwner() as command:
            return follow_ups.give_owner(state, command, ask)
        case c.Postpone() as command:
            return follow_ups.postpone(state, command, ask)
        case c.Drop() as command:
            return follow_ups.drop(state, command, ask)
        case c.PickUp() as command:
            return follow_ups.pick_up(state, command, ask)
        case c.RecordFinding() as command:
            return follow_ups.record_finding(state, command, ask)
        case c.WritePrinciple() as command:
            return principles.write(state, command, ask)
        case c.SupplementPrinciple() as command:
            return principles.supplement(state, command)
        case c.RevisePrinciple() as command:
            return principles.revise(state, command)
        case c.MergePrinciples() as command:
            return principles.merge(state, command)
        case c.AdoptPrinciple() as command:
            return principles.adopt(state, command)
        case c.WithdrawPrinciple() as command:
            return principles.withdraw(state, command)
        case c.WordScope() as command:
            return writing.word_scope(state, command)
        case c.WordBoundary() as command:
            return writing.word_boundary(state, command, ask)
        case c.LiftBoundary() as command:
            return writing.lift_boundary(state, command)
        case c.WritePassage() as command:
            return writing.write_passage(state, command, ask)
        case c.AcceptPassage() as command:
            return writing.accept_passage(state, command)
        case c.KeepPassage() as command:
            return writing.keep_passage(state, command)
        case c.ReleasePassage() as command:
            return writing.release_passage(state, command)
        case c.LeaveOutPassage() as command:
            return writing.leave_out_passage(state, command)
        case c.SendPolicy() as command:
            return policy.send(state, command, ask)
        case c.AskWorksCouncil() as command:
            return policy.ask_works_council(state, command, ask)
        case c.RecordConsent() as command:
            return policy.record_consent(state, command, ask)
        case c.AdoptPolicy():
            return Refused(Refusal.NOT_SAVED)  # the house adds the words and asks PutIntoForce
        case c.PutIntoForce() as command:
            return policy.adopt(state, command, ask)
        case c.ReopenPolicy() as command:
            return policy.reopen(state, command)
        case c.PlanReview() as command:
            return policy.plan_review(state, command, ask)
        case _ as unreachable:
            assert_never(unreachable)
