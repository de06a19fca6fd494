# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""For every command one small story: what had happened, who asks, and what follows."""

import datetime
from typing import get_args

from msgspec import Struct

from leerlandschap.core.measures import Tally
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Consent,
    InsightId,
    Language,
    OptionId,
    PointId,
    PointKind,
    PrincipleId,
    StatementId,
    Zone,
)
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop import events as e
from leerlandschap.core.workshop.playbook import Pacing, Statement, StepId, Wording
from tests.cast import (
    AIM,
    AISHA,
    BRAM,
    FEMKE,
    PEOPLE,
    S1,
    S2,
    S3,
    SANNE,
    START,
    VERA,
    Asked,
    Done,
    in_step,
    open_for_stances,
    revealed,
)

COMMANDS: tuple[type[c.Command], ...] = get_args(c.Command)
EVENTS: tuple[type[e.Event], ...] = get_args(e.Event)

Past = tuple[e.Event | Done, ...]


class Example(Struct, frozen=True):
    """After this past, this is asked, and these events follow."""

    past: Past
    asked: Asked
    follows: tuple[e.Event, ...]


NEW = "new"  # the id of whatever comes into being
HOURS, TALENT = PointId("hours"), PointId("talent")
LEARN = PrincipleId("learn")
IN_FOLLOW_UPS = in_step(StepId.FOLLOW_UPS)
IN_PRINCIPLES = in_step(StepId.PRINCIPLES)
MONDAY = datetime.date(2026, 12, 14)
WORDS = Wording(nl="Wij leren elke dag.")

TWO_POINTS: Past = (
    IN_FOLLOW_UPS,
    AISHA.did(e.PointRaised(HOURS, PointKind.UNCLEAR, "Hoeveel uur mag ik leren?", (S1,))),
    BRAM.did(e.PointRaised(TALENT, PointKind.CONTRADICTORY, "Talent of functie?", (S3,))),
)
ONE_PRINCIPLE: Past = (IN_PRINCIPLES, AISHA.did(e.PrincipleDrafted(LEARN, "Leren is werk.")))
ASKED: Past = (*ONE_PRINCIPLE, e.ConsentAsked((LEARN,)))
FIRST_ROUND: Past = revealed(S1, [1, 2, 3, 4, 5])

EXAMPLES = (
    Example((), VERA.asks(c.Join()), (e.ParticipantJoined(VERA.id),)),
    Example(
        (),
        FEMKE.asks(c.SetUp(title="  Leren in Westerveen ", pacing=Pacing.ONE_BY_ONE, expected=14)),
        (e.SetUpChanged("Leren in Westerveen", "Gemeente Westerveen", "team Vergunningen", Language.NL,
                        Pacing.ONE_BY_ONE, 14),),
    ),
    Example(
        (),
        FEMKE.asks(c.EditStatement("Wij leren elke dag.", "Elke dag", S1)),
        (e.StatementEdited(Statement(S1, Wording(nl="Elke dag"), WORDS)),),
    ),
    Example(
        (),
        FEMKE.asks(c.EditStatement("Wij leren elke dag.", "Elke dag")),
        (e.StatementEdited(Statement(StatementId(NEW), Wording(nl="Elke dag"), WORDS)),),
    ),
    Example((), FEMKE.asks(c.DropStatement(S2)), (e.StatementDropped(S2),)),
    Example(
        (),
        FEMKE.asks(c.EditText("questions.0.options.2.text", "Van allebei wat")),
        (e.TextEdited("questions.0.options.2.text", Language.NL, "Van allebei wat"),),
    ),
    Example((), FEMKE.asks(c.SetMinutes(StepId.PRINCIPLES, 12)), (e.MinutesSet(StepId.PRINCIPLES, 12),)),
    Example((), FEMKE.asks(c.GoTo(StepId.PRINCIPLES)), (IN_PRINCIPLES,)),
    Example((IN_FOLLOW_UPS,), FEMKE.asks(c.AddMinute()), (e.MinuteAdded(StepId.FOLLOW_UPS),)),
    Example((IN_FOLLOW_UPS,), FEMKE.asks(c.Pause()), (e.ClockPaused(),)),
    Example((IN_FOLLOW_UPS, e.ClockPaused()), FEMKE.asks(c.Resume()), (e.ClockResumed(),)),
    Example((), FEMKE.asks(c.OpenStatements((S1, S2))), open_for_stances(S1, S2)),
    Example(
        open_for_stances(), AISHA.asks(c.TakeStance(S1, 4, " ik zie het ")), (AISHA.took(S1, 4, "ik zie het"),)
    ),
    Example(
        open_for_stances(),
        FEMKE.asks(c.CountHands(S1, (1, 0, 2, 0, 3), 1)),
        (e.HandsCounted(S1, Tally((1, 0, 2, 0, 3), 1)),),
    ),
    Example(open_for_stances(), AISHA.asks(c.Ready()), (e.SaidReady(AISHA.id),)),
    Example(open_for_stances(S1, S3), FEMKE.asks(c.RevealStatements()), (e.StatementsRevealed((S1, S3)),)),
    Example(FIRST_ROUND, FEMKE.asks(c.PutStatement(S1)), (e.StatementPut(S1),)),
    Example(FIRST_ROUND, FEMKE.asks(c.AskAgain(S1)), (e.StatementPut(S1), e.StatementsOpened((S1,)))),
    Example(FIRST_ROUND, FEMKE.asks(c.WriteNote(S1, "Wat is 'functie'?")), (e.NoteWritten(S1, "Wat is 'functie'?"),)),
    Example(FIRST_ROUND, FEMKE.asks(c.OverruleVerdict(S1, Zone.CORE)), (e.VerdictOverruled(S1, Zone.CORE),)),
    Example(
        FIRST_ROUND, AISHA.asks(c.ShareInsight("We praten, we doen niet.")),
        (e.InsightShared(InsightId(NEW), "We praten, we doen niet."),),
    ),
    Example(
        (IN_FOLLOW_UPS,), AISHA.asks(c.RaisePoint(PointKind.UNCLEAR, "Wie beslist?", (S1, S2))),
        (e.PointRaised(PointId(NEW), PointKind.UNCLEAR, "Wie beslist?", (S1, S2)),),
    ),
    Example(
        TWO_POINTS, FEMKE.asks(c.MergePoints((HOURS, TALENT), "Wat mag ik leren?")),
        (e.PointsMerged(HOURS, (TALENT,), "Wat mag ik leren?"),),
    ),
    Example(TWO_POINTS, FEMKE.asks(c.Park(TALENT)), (e.SetAside(TALENT),)),
    Example(TWO_POINTS, FEMKE.asks(c.Park(None, "Hoe doen anderen dit?")), (e.SetAside(NEW, "Hoe doen anderen dit?"),)),
    Example((*TWO_POINTS, e.SetAside(TALENT)), FEMKE.asks(c.Unpark(TALENT)), (e.TakenUp(TALENT),)),
    Example(TWO_POINTS, FEMKE.asks(c.OpenDots()), (e.DotsOpened(),)),
    Example(
        (*TWO_POINTS, e.DotsOpened()), AISHA.asks(c.SpendDots({HOURS: 2, TALENT: 0})),
        (e.DotsSpent(AISHA.id, {HOURS: 2}),),
    ),
    Example((*TWO_POINTS, e.DotsOpened()), FEMKE.asks(c.RevealDots()), (e.DotsRevealed(),)),
    Example(
        TWO_POINTS,
        FEMKE.asks(c.AgreeFollowUp(HOURS, "Uren uitzoeken", SANNE, MONDAY, "bel HR", "iedereen weet het")),
        (e.FollowUpAgreed(HOURS, "Uren uitzoeken", SANNE, MONDAY, "bel HR", "iedereen weet het"),),
    ),
    Example(
        (IN_PRINCIPLES,), AISHA.asks(c.AnswerQuestion(START, OptionId("both"), " een beetje ")),
        (e.QuestionAnswered(AISHA.id, START, {OptionId("both"): 1}, "een beetje"),),
    ),
    Example((IN_PRINCIPLES,), FEMKE.asks(c.RevealAnswers()), (e.AnswersRevealed(),)),
    Example(
        (IN_PRINCIPLES,), AISHA.asks(c.DraftPrinciple("Leren is werk.", "het loont", "je plant het", "er brand is")),
        (e.PrincipleDrafted(PrincipleId(NEW), "Leren is werk.", "het loont", "je plant het", "er brand is"),),
    ),
    Example(
        ONE_PRINCIPLE, FEMKE.asks(c.EditPrinciple(LEARN, "Leren is ook werk.")),
        (e.PrincipleEdited(LEARN, "Leren is ook werk."),),
    ),
    Example(ONE_PRINCIPLE, FEMKE.asks(c.AskConsent()), (e.ConsentAsked((LEARN,)),)),
    Example(
        ASKED, AISHA.asks(c.GiveConsent(LEARN, Consent.OBJECT, "te vaag")),
        (e.ConsentGiven(AISHA.id, LEARN, Consent.OBJECT, "te vaag"),),
    ),
    Example(ASKED, FEMKE.asks(c.RevealConsent()), (e.ConsentRevealed((LEARN,)),)),
    Example(ASKED, FEMKE.asks(c.KeepPrinciple(LEARN)), (e.PrincipleKept(LEARN),)),
    Example((IN_PRINCIPLES,), FEMKE.asks(c.SetScope("Alles in werktijd.")), (e.ScopeSet("Alles in werktijd."),)),
    Example(
        (IN_PRINCIPLES,), FEMKE.asks(c.SetBoundary("Geen hobby's.")),
        (e.BoundarySet(BoundaryId(NEW), "Geen hobby's."),),
    ),
    Example((in_step(StepId.CLOSING),), AISHA.asks(c.RateWorkshop(4)), (e.WorkshopRated(AISHA.id, 4),)),
    Example((in_step(StepId.CLOSING),), FEMKE.asks(c.Close()), (e.WorkshopClosed(),)),
    Example((e.WorkshopClosed(),), FEMKE.asks(c.Reopen()), (e.WorkshopReopened(),)),
)  # fmt: skip

# A workshop in which there is something of everything, so that no command fails for want of what it is about.
FURNISHED: Past = (
    *revealed(S1, [1, 2, 3, 4, 5]),
    e.StatementsOpened((S2,)),
    *TWO_POINTS,
    e.DotsOpened(),
    AISHA.did(e.DotsSpent(AISHA.id, {HOURS: 1})),
    *ASKED,
    e.QuestionAnswered(PEOPLE[2].id, AIM, {OptionId("career"): 6}),
)
