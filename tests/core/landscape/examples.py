# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""For every command of a landscape one small story: what had happened, who asks, and what follows."""

from typing import get_args

from msgspec import Struct

from leerlandschap.core.landscape import commands as c
from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.edition import Edition, EditionNote, EditionSection
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Country,
    FindingId,
    Language,
    PassageId,
    PrincipleId,
    SectionId,
    Touch,
)
from tests.core.landscape.cast import (
    AUTUMN,
    BRAMS_NAME,
    FEMKE,
    FOUND,
    HOBBIES,
    HOURS,
    LEARN,
    LEARN_WORDS,
    PAY,
    PAY_WORDS,
    SANNE,
    TODAY,
    TOMORROW,
    WILLEM,
    Asked,
    autumn,
)

COMMANDS: tuple[type[c.Command], ...] = get_args(c.Command)
EVENTS: tuple[type[e.Event], ...] = get_args(e.Event)
MADE_WHOLE_BY_THE_HOUSE = {c.TakeOver, c.AdoptPolicy}  # it asks GiveOwner and PutIntoForce in their place

Past = tuple[e.Event, ...]


class Example(Struct, frozen=True):
    """After this past, this is asked, and these events follow."""

    past: Past
    asked: Asked
    follows: tuple[e.Event, ...]


NEW = "new"
DIRECTION = SectionId.DIRECTION
PASSAGE = PassageId("direction-1")
A_FINDING: Past = (e.FindingRecorded(FOUND, HOURS, "Vijf teams roosteren het.", {LEARN: Touch.SUPPLEMENTS}),)
WRITTEN: Past = (e.PassageWritten(PASSAGE, DIRECTION, "Wij groeien.", "digest-1"),)
ASKED: Past = (e.PolicySent(TODAY), e.ConsentRequested(TODAY))
GIVEN: Past = (*ASKED, e.ConsentRecorded(TODAY, "given", "OR-12"))
SECTIONS = (EditionSection(DIRECTION, "4", "Koers"),)
NOTES = (EditionNote(1, "Werksessie Leren."),)
ADOPTED = Edition(1, Language.NL, "Gemeente Westerveen", TODAY, "directie", sections=SECTIONS, notes=NOTES)

EXAMPLES = (
    Example(
        (), WILLEM.asks(c.ChooseFrame(" Westerveen ", Language.EN, Country.BE)),
        (e.FrameChosen("Westerveen", Language.EN, Country.BE),),
    ),
    Example((), FEMKE.asks(c.AddWorkshop(AUTUMN)), (e.WorkshopAdded(AUTUMN),)),
    Example(
        (), FEMKE.asks(c.CarryOver(autumn())), (e.WorkshopAdded(AUTUMN), e.OutcomeCarriedOver(autumn())),
    ),
    Example((), SANNE.asks(c.GiveOwner(HOURS, BRAMS_NAME)), (e.FollowUpTaken(HOURS, BRAMS_NAME),)),
    Example(
        (), SANNE.asks(c.Postpone(HOURS, TOMORROW, " de cao ")), (e.FollowUpPostponed(HOURS, TOMORROW, "de cao"),)
    ),
    Example((), SANNE.asks(c.Drop(HOURS, "al besloten")), (e.FollowUpDropped(HOURS, "al besloten"),)),
    Example(
        (e.FollowUpPostponed(HOURS, TOMORROW, "de cao"),), SANNE.asks(c.PickUp(HOURS)), (e.FollowUpPickedUp(HOURS),)
    ),
    Example(
        (), SANNE.asks(c.RecordFinding(HOURS, " Vijf teams. ", {LEARN: Touch.CONFIRMS})),
        (e.FindingRecorded(FindingId(NEW), HOURS, "Vijf teams.", {LEARN: Touch.CONFIRMS}),),
    ),
    Example(
        (), WILLEM.asks(c.WritePrinciple("Leren is werk.", "het loont", None, "er brand is")),
        (e.PrincipleWritten(PrincipleId(NEW), "Leren is werk.", "het loont", "", "er brand is"),),
    ),
    Example(
        A_FINDING, WILLEM.asks(c.SupplementPrinciple(LEARN, FOUND, except_="er brand is", wordings=1)),
        (e.PrincipleSupplemented(LEARN, FOUND, LEARN_WORDS.statement, LEARN_WORDS.because, LEARN_WORDS.means,
                                 "er brand is"),),
    ),
    Example(
        (), WILLEM.asks(c.RevisePrinciple(PAY, "te duur", "De organisatie betaalt de helft.", wordings=1)),
        (e.PrincipleRevised(PAY, "te duur", "De organisatie betaalt de helft."),),
    ),
    Example(
        (), WILLEM.asks(c.MergePrinciples((PAY, LEARN), because="het loont")),
        (e.PrinciplesMerged(PAY, (LEARN,), PAY_WORDS.statement, "het loont"),),
    ),
    Example((), WILLEM.asks(c.AdoptPrinciple(LEARN)), (e.PrincipleAdopted(LEARN),)),
    Example((), WILLEM.asks(c.WithdrawPrinciple(PAY, " te vaag ")), (e.PrincipleWithdrawn(PAY, "te vaag"),)),
    Example(A_FINDING, WILLEM.asks(c.WordScope("Ook stages.", FOUND)), (e.ScopeWorded("Ook stages.", FOUND),)),
    Example(
        (), WILLEM.asks(c.WordBoundary("Tot 40 uur.")), (e.BoundaryWorded(BoundaryId(NEW), "Tot 40 uur."),)
    ),
    Example((), WILLEM.asks(c.LiftBoundary(HOBBIES, "te streng")), (e.BoundaryLifted(HOBBIES, "te streng"),)),
    Example(
        (), WILLEM.asks(c.WritePassage(DIRECTION, " Wij groeien. ")),
        (e.PassageWritten(PassageId(f"own-{NEW}"), DIRECTION, "Wij groeien."),),
    ),
    Example(
        (), WILLEM.asks(c.AcceptPassage(PASSAGE, DIRECTION, "Wij groeien.", "digest-1")),
        (e.PassageDecided(PASSAGE, DIRECTION, "Wij groeien.", "digest-1"),),
    ),
    Example(WRITTEN, WILLEM.asks(c.KeepPassage(PASSAGE, "digest-2")), (e.PassageKept(PASSAGE, "digest-2"),)),
    Example(WRITTEN, WILLEM.asks(c.ReleasePassage(PASSAGE)), (e.PassageReleased(PASSAGE),)),
    Example(
        (), WILLEM.asks(c.LeaveOutPassage(PASSAGE, DIRECTION, "digest-1")),
        (e.PassageLeftOut(PASSAGE, DIRECTION, "digest-1"),),
    ),
    Example((), WILLEM.asks(c.SendPolicy(TODAY, " directie ")), (e.PolicySent(TODAY, "directie"),)),
    Example((), WILLEM.asks(c.AskWorksCouncil(TODAY)), (e.ConsentRequested(TODAY),)),
    Example(
        ASKED, WILLEM.asks(c.RecordConsent(TODAY, "given", "OR-12")), (e.ConsentRecorded(TODAY, "given", "OR-12"),)
    ),
    Example(
        GIVEN, WILLEM.asks(c.PutIntoForce(c.AdoptPolicy(TODAY, " directie "), SECTIONS, NOTES)),
        (e.PolicyAdopted(ADOPTED),),
    ),
    Example((e.PolicySent(TODAY),), WILLEM.asks(c.ReopenPolicy("nog niet af")), (e.PolicyReopened("nog niet af"),)),
    Example((), WILLEM.asks(c.PlanReview(TOMORROW)), (e.ReviewPlanned(TOMORROW),)),
)  # fmt: skip

# A landscape with something of everything, so that no command fails for want of what it is about.
FURNISHED: Past = (*A_FINDING, e.BoundaryWorded(BoundaryId("cap"), "Tot 40 uur."), *WRITTEN)
