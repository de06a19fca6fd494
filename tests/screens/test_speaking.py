# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the facilitator reads aloud fits how it turned out, and leaves no gap where the number is known."""

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.core.workshop import commands as c
from leerlandschap.core.workshop.playbook import Moment, Turn, Wording
from leerlandschap.screens.prepare import label
from leerlandschap.screens.projector import projector_region
from leerlandschap.screens.speaking import spoken
from tests.screens.played import Meeting, at
from tests.screens.reading import Page
from tests.screens.test_facilitator import DOOR, desk

NL, EN = Language
SMALLER, EVEN, ONE_SIDED = (1,) * 3 + (5,) * 9, (1,) * 6 + (5,) * 6, (5,) * 5 + (3,) * 7


def talking_about(positions: tuple[int | None, ...], people: int = 12) -> Meeting:
    """All statements were revealed, and the third, chosen like this, is put to the group."""
    meeting = Meeting(people=people)
    meeting.leads(c.OpenStatements())
    meeting.choose(2, positions)
    third = meeting.state.playbook.statements[2].id
    meeting.leads(c.RevealStatements(), c.PutStatement(third))
    return meeting


def cue(meeting: Meeting) -> tuple[str, ...]:
    found = meeting.seen_by(Role.FACILITATOR).cue
    assert found is not None
    return tuple(each.nl or "" for each in found.say)


def big_screen(meeting: Meeting) -> str:
    return Page(str(projector_region(meeting.seen_by(Role.PROJECTOR), NL, DOOR))).text


def test_with_a_smaller_group_the_talk_begins_there() -> None:
    meeting = talking_about(SMALLER)
    assert cue(meeting)[0] == "We beginnen bij de kleinste groep."
    assert "Begin bij de kleinste groep, die het oneens is" in big_screen(meeting)


def test_two_camps_of_one_size_are_heard_as_long() -> None:
    meeting = talking_about(EVEN)
    assert cue(meeting)[0] == "Welke argumenten kúnnen er zijn, voor en tegen?"
    assert "Hoor beide kanten even lang: welke argumenten kunnen er zijn?" in big_screen(meeting)
    assert "kleinste" not in big_screen(meeting)


def test_where_only_one_side_was_chosen_nobody_in_particular_begins() -> None:
    meeting = talking_about(ONE_SIDED)
    assert cue(meeting)[0] == "Welke argumenten kúnnen er zijn, voor en tegen?"
    assert "Welke argumenten kunnen er zijn, voor en tegen?" in big_screen(meeting)


def test_with_too_few_answers_the_script_opens_the_conversation() -> None:
    meeting = talking_about((1, 5, 5), people=3)
    assert cue(meeting)[0] == "Hierover voeren we een open gesprek."
    assert "kleinste" not in big_screen(meeting)
    assert "kleinste" not in Page(desk(meeting)).text


def test_at_a_reveal_of_too_few_nobody_is_told_where_they_agree() -> None:
    meeting = Meeting(people=3)
    meeting.leads(c.OpenStatements())
    meeting.vote()
    meeting.leads(c.RevealStatements())
    assert cue(meeting)[0] == "Met zo weinig antwoorden tonen we niets: het zou niet anoniem zijn."
    assert cue(at(Moment.REVEAL))[0] == "Hier zijn we het snel eens."


def test_what_comes_after_the_reveal_fits_the_first_statement_to_talk_about() -> None:
    """The third, with two camps of one size."""
    after = at(Moment.REVEAL).seen_by(Role.FACILITATOR).cue_after
    assert after is not None
    assert (after.moment, after.when) == (Moment.DISCUSS, Turn.LEVEL)


# ---- gaps


def test_the_closing_is_read_with_its_numbers_and_its_day() -> None:
    text = Page(desk(at(Moment.CLOSING))).text
    assert "“Dit hebben we: 2 uitgangspunten en 2 vervolgacties.”" in text
    assert "“Vanaf 14 december 2026 vullen we de uitgangspunten aan met wat we vonden.”" in text
    assert all(gap not in text for gap in ("[uitgangspunten]", "[vervolgacties]", "[stellingen]", "[datum]"))


def test_without_a_day_one_is_chosen_now() -> None:
    meeting = Meeting()
    view = meeting.seen_by(Role.FACILITATOR)
    assert spoken(view, Wording(nl="Vanaf [datum].", en="From [date].")) == Wording(
        nl="Vanaf een dag die we nu afspreken.", en="From a day we choose now."
    )


@pytest.mark.parametrize(("statements", "said"), [(5, "5 stellingen"), (1, "1 stelling")])
def test_the_statements_are_counted(statements: int, said: str) -> None:
    meeting = Meeting(people=0)
    for each in meeting.state.playbook.statements[statements:]:
        meeting.leads(c.DropStatement(each.id))
    view = meeting.seen_by(Role.FACILITATOR)
    assert spoken(view, Wording(nl="[stellingen]. Lees.")) == Wording(nl=f"{said}. Lees.")


def test_brackets_that_nobody_knows_stay() -> None:
    view = Meeting(people=0).seen_by(Role.FACILITATOR)
    assert spoken(view, Wording(nl="Naar [het bestuur].")) == Wording(nl="Naar [het bestuur].")


# ---- names


def test_the_button_that_parks_says_what_it_parks() -> None:
    assert "Parkeer stelling 3" in Page(desk(at(Moment.DISCUSS))).text


def test_a_line_of_the_script_is_called_by_its_moment() -> None:
    cues = ((Moment.VOTE, None), (Moment.DISCUSS, Turn.LEVEL))
    assert label("script.0.say.1", NL, cues) == "Kiezen in stilte: zin 2"
    assert label("script.1.do", NL, cues) == "Gesprek, als geen kant de kleinste is: wat je doet"
    assert label("script.0.do", EN, cues) == "Choosing in silence: what you do"


def test_no_two_texts_of_the_playbook_are_called_the_same() -> None:
    view = Meeting(people=0).seen_by(Role.FACILITATOR)
    labels = [label(place, NL, view.cues) for place, _ in view.texts]
    assert sorted(set(labels)) == sorted(labels)
