# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A landscape a year on, for the gallery: two workshops, findings, principles in every state, a policy under way.

It is told as events and folded by the real rules, so that it cannot show what could not have happened.
"""

import datetime
from collections.abc import Iterator, Mapping

from leerlandschap.core.landscape import events as e
from leerlandschap.core.landscape.edition import Edition
from leerlandschap.core.landscape.outcome import (
    ChoiceOutcome,
    FollowUpOutcome,
    OptionOutcome,
    ParkedOutcome,
    PointOutcome,
    PrincipleOutcome,
    RoundOutcome,
    StatementOutcome,
    Words,
    WorkshopOutcome,
)
from leerlandschap.core.measures import Kind, Label, Thresholds
from leerlandschap.core.vocabulary import (
    BoundaryId,
    Country,
    FindingId,
    LandscapeId,
    Language,
    PassageId,
    PersonId,
    PointId,
    PointKind,
    PrincipleId,
    SectionId,
    StatementId,
    Touch,
    WorkshopId,
    Zone,
)
from leerlandschap.core.workshop.playbook import Playbook
from leerlandschap.playbooks import known
from leerlandschap.screens.policy.edition import words_of_the_policy
from leerlandschap.text import say
from leerlandschap.views.landscape import told
from leerlandschap.views.landscape_shapes import LandscapeView

LANDSCAPE = LandscapeId("lgallery")
NOW = datetime.datetime(2026, 11, 25, 9, 0, tzinfo=datetime.UTC)
YEAR_AGO = NOW - datetime.timedelta(days=370)
WRITER = "landscape"
CARD = "leerlandschap-verkennen"
Told = tuple[e.Event, datetime.datetime, str]

# statement, kind, zone, counts, no opinion, (up, down, stayed) of a second round
Figures = tuple[str, Kind, Zone, tuple[int, int, int, int, int], int, tuple[int, int, int] | None]
FIRST: tuple[Figures, ...] = (
    ("s1", Kind.POLARISED, Zone.GREY, (3, 2, 2, 3, 2), 0, (5, 1, 6)),
    ("s2", Kind.CORE_AGREE, Zone.CORE, (0, 0, 2, 6, 4), 0, None),
    ("s3", Kind.SCATTERED, Zone.GREY, (1, 2, 4, 3, 1), 1, None),
    ("s4", Kind.CORE_DISAGREE, Zone.CORE, (6, 4, 1, 1, 0), 0, None),
    ("s5", Kind.UNDECIDED, Zone.GREY, (0, 1, 6, 2, 0), 3, None),
)
SECOND: tuple[Figures, ...] = (
    ("s1", Kind.CORE_DISAGREE, Zone.CORE, (5, 3, 1, 1, 0), 0, None),
    ("s2", Kind.CORE_AGREE, Zone.CORE, (0, 0, 1, 5, 4), 0, None),
    ("s3", Kind.POLARISED, Zone.GREY, (2, 2, 1, 3, 2), 0, None),
    ("s4", Kind.CORE_DISAGREE, Zone.CORE, (4, 4, 1, 0, 0), 1, None),
    ("s5", Kind.SCATTERED, Zone.GREY, (1, 2, 3, 3, 1), 0, None),
)


def example(language: Language, *, empty: bool = False, long: bool = False) -> LandscapeView:
    """The landscape in one language: empty just after it was made, full, or full with a word of sixty letters."""
    words = Saying(language, long)
    return told(list(_opening(words) if empty else story(words)), words.names, NOW)


class Saying:
    """Says the texts of the story, each with a very long word before it when asked."""

    def __init__(self, language: Language, long: bool) -> None:
        self.language = language
        self.names: Mapping[PersonId, str] = {PersonId("p1"): "Aïsha", PersonId("p2"): "Bram", PersonId("p3"): "Chen"}
        self._long = long

    def __call__(self, key: str) -> str:
        said = say(f"gallery.story.{key}", self.language)
        return f"{say('gallery.sample.long', self.language)} {said}" if self._long else said


def _opening(words: Saying) -> Iterator[Told]:
    yield e.LandscapeOpened(LANDSCAPE, words("organisation"), words.language), YEAR_AGO, "facilitator"


def story(words: Saying) -> Iterator[Told]:
    first = list(_first_year(words))
    yield from first
    yield from _first_edition(words, first)
    yield from _second_year(words)


def _first_year(words: Saying) -> Iterator[Told]:
    yield from _opening(words)
    yield e.OutcomeCarriedOver(_first(words)), YEAR_AGO, "facilitator"
    later = YEAR_AGO + datetime.timedelta(days=40)
    yield e.FollowUpPostponed(PointId("f2"), NOW.date() + datetime.timedelta(days=20), words("waits")), later, "f2"
    touches = {PrincipleId("p1"): Touch.SUPPLEMENTS, PrincipleId("p2"): Touch.CONFIRMS}
    yield e.FindingRecorded(FindingId("b1"), PointId("f3"), words("finding_1"), touches), later, "f3"
    yield e.FollowUpDropped(PointId("f4"), words("dropped")), later, WRITER
    supplemented = (words("principle_1"), words("because_1"), words("means_1"), words("except_1_new"))
    yield e.PrincipleSupplemented(PrincipleId("p1"), FindingId("b1"), *supplemented), later, WRITER


def _first_edition(words: Saying, before: list[Told]) -> Iterator[Told]:
    """The policy as the first year left it: sent, agreed to, adopted, and kept whole."""
    adopted = YEAR_AGO + datetime.timedelta(days=75)
    route = list(_agreed_to(words, adopted))
    yield from route
    sections, notes = words_of_the_policy(told([*before, *route], words.names, adopted))
    edition = Edition(
        1,
        words.language,
        words("organisation"),
        adopted.date(),
        words("management"),
        valid_until=adopted.date() + datetime.timedelta(days=730),
        review_on=NOW.date() - datetime.timedelta(days=15),
        sections=sections,
        notes=notes,
    )
    yield e.PolicyAdopted(edition), adopted, WRITER


def _agreed_to(words: Saying, agreed: datetime.datetime) -> Iterator[Told]:
    asked = agreed - datetime.timedelta(days=30)
    yield e.PolicySent(asked.date(), words("management")), asked, WRITER
    yield e.ConsentRequested(asked.date(), words("council")), asked, WRITER
    yield e.ConsentRecorded(agreed.date(), "given_with_remarks", words("number"), words("remark")), agreed, WRITER


def _second_year(words: Saying) -> Iterator[Told]:
    recent = NOW - datetime.timedelta(days=12)
    yield e.OutcomeCarriedOver(_second(words)), recent, "facilitator"
    yield e.PrincipleAdopted(PrincipleId("p2")), recent, WRITER
    yield e.PrincipleAdopted(PrincipleId("p3")), recent, WRITER
    yield e.PrincipleRevised(PrincipleId("p3"), words("reason_3"), words("principle_3_new")), recent, WRITER
    yield e.PrincipleWithdrawn(PrincipleId("p4"), words("reason_4")), recent, WRITER
    touches = {PrincipleId("p2"): Touch.CONTRADICTS}
    yield e.FindingRecorded(FindingId("b2"), PointId("f5"), words("finding_2"), touches), recent, WRITER
    yield e.PolicyReopened(words("reopened")), recent, WRITER
    yield e.FrameChosen(words("organisation"), words.language, Country.NL), recent, WRITER
    yield e.PassageWritten(PassageId("own-1"), SectionId.DIRECTION, words("direction")), recent, WRITER
    yield from _by_hand(words, recent)
    yield e.PolicySent(recent.date(), words("management")), recent, WRITER
    yield e.ConsentRequested(recent.date(), words("council")), recent, WRITER
    yield e.ReviewPlanned(NOW.date() + datetime.timedelta(days=330)), recent, WRITER


def _by_hand(words: Saying, recent: datetime.datetime) -> Iterator[Told]:
    """Words whose source changed since, words that stand, some left out, and some that the law is about."""
    section = SectionId.TIME_AND_MONEY
    first, second = (PassageId(f"{section}-boundary-{each}") for each in ("g1", "g2"))
    yield e.PassageWritten(first, section, words("own_boundary"), "words of then"), recent, WRITER
    yield e.PassageDecided(second, section, words("boundary_2"), "words of then"), recent, WRITER
    yield e.PassageLeftOut(PassageId(f"{section}-limits-time-{_first(words).workshop}"), section), recent, WRITER
    yield e.PassageWritten(PassageId("own-2"), section, words("repayment")), recent, WRITER


def _first(words: Saying) -> WorkshopOutcome:
    due = NOW.date() - datetime.timedelta(days=30)
    return WorkshopOutcome(
        workshop=WorkshopId("wgallery1"),
        title=words("title_1"),
        team=words("team_1"),
        language=words.language,
        playbook=_card().title,
        opened_at=YEAR_AGO,
        closed_at=YEAR_AGO + datetime.timedelta(minutes=21),
        in_room=12,
        thresholds=Thresholds(),
        statements=_statements(FIRST, words),
        choices=tuple(_choices()),
        principles=(
            _principle("p1", words, (9, 3, 0), (), "1"),
            _principle("p2", words, (8, 3, 1), (words("reservation"),), "2"),
            _principle("p3", words, (10, 2, 0), (), "3"),
            PrincipleOutcome(PrincipleId("p4"), (Words(words("principle_4")),)),
        ),
        follow_ups=(
            _follow_up("f1", words, PersonId("p1"), due, PointKind.UNCLEAR),
            _follow_up("f2", words, PersonId("p2"), due, PointKind.CONTRADICTORY),
            _follow_up("f3", words, PersonId("p3"), due, PointKind.UNCLEAR),
            _follow_up("f4", words, None, None, PointKind.CONTRADICTORY),
        ),
        points=(PointOutcome(PointId("u1"), PointKind.UNCLEAR, words("untaken"), 2),),
        insights=(words("insight"),),
        scope=words("scope"),
        boundaries=((BoundaryId("g1"), words("boundary_1")), (BoundaryId("g2"), words("boundary_2"))),
        parked=(ParkedOutcome("thought", words("parked")),),
        ratings=(0, 0, 2, 6, 4),
    )


def _second(words: Saying) -> WorkshopOutcome:
    closed = NOW - datetime.timedelta(days=12)
    return WorkshopOutcome(
        workshop=WorkshopId("wgallery2"),
        title=words("title_2"),
        team=words("team_2"),
        language=words.language,
        playbook=_card().title,
        opened_at=closed - datetime.timedelta(minutes=19),
        closed_at=closed,
        in_room=10,
        thresholds=Thresholds(),
        statements=_statements(SECOND, words),
        choices=tuple(_choices()),
        principles=(_principle("p5", words, (7, 3, 0), (), "5"),),
        follow_ups=(
            _follow_up("f5", words, PersonId("p1"), NOW.date() + datetime.timedelta(days=9), PointKind.UNCLEAR),
            _follow_up("f6", words, None, None, PointKind.UNCLEAR),
        ),
        insights=(words("insight_2"),),
        scope=words("scope_2"),
        ratings=(0, 1, 1, 5, 3),
    )


def _card() -> Playbook:
    return known()[CARD]


def _statements(figures: tuple[Figures, ...], words: Saying) -> tuple[StatementOutcome, ...]:
    return tuple(_statement(number, each, words) for number, each in enumerate(figures, 1))


def _statement(number: int, each: Figures, words: Saying) -> StatementOutcome:
    name, kind, zone, counts, no_opinion, moved = each
    of_the_card = next(s for s in _card().statements if s.id == name)
    first = RoundOutcome(1, kind, Label.CLEAR, True, sum(counts) + no_opinion, counts, no_opinion)
    rounds: tuple[RoundOutcome, ...] = (first,)
    if moved is not None:
        up, down, stayed = moved
        rounds = (first, RoundOutcome(2, kind, Label.CLEAR, True, sum(counts), counts, 0, up, down, stayed))
    note = words("note") if number == 1 else ""
    return StatementOutcome(StatementId(name), number, of_the_card.name, of_the_card.text, rounds, zone, note=note)


def _choices() -> Iterator[ChoiceOutcome]:
    for question in _card().questions:
        options = tuple(
            OptionOutcome(option.id, option.text, max(0, 7 - 2 * place))
            for place, option in enumerate(question.options)
        )
        yield ChoiceOutcome(question.id, question.name, question.text, question.kind, 12, options)


def _principle(
    principle: str, words: Saying, consent: tuple[int, int, int], reservations: tuple[str, ...], number: str
) -> PrincipleOutcome:
    said = Words(words(f"principle_{number}"), words(f"because_{number}"), words(f"means_{number}"))
    return PrincipleOutcome(PrincipleId(principle), (said,), True, consent, reservations)


def _follow_up(
    point: str, words: Saying, owner: PersonId | None, due_on: datetime.date | None, kind: PointKind
) -> FollowUpOutcome:
    text = words(f"follow_up_{point[1:]}")
    steps = (words("first_step"), words("done_when"))
    about = words(f"point_{point[1:]}")
    return FollowUpOutcome(PointId(point), kind, text, about, owner, due_on, *steps, (StatementId("s1"),))
