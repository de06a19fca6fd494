# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts, dates and numbers are said in the language asked for, and nothing falls back in silence."""

import datetime

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.text import (
    MissingParameterError,
    UnknownTextError,
    catalogue,
    date,
    minutes_seconds,
    number,
    say,
    time_of_day,
)

NL, EN = Language


def test_a_text_is_said_in_the_language_asked_for() -> None:
    assert say("general.position.agree", NL) == "eens"
    assert say("general.position.agree", EN) == "agree"


def test_what_belongs_in_a_text_is_filled_in() -> None:
    assert say("general.saved.saved_what", NL, what="eens") == "Bewaard: eens"


def test_what_is_filled_in_is_never_read_as_a_text_itself() -> None:
    assert say("general.saved.saved_what", NL, what="{n} {what.__class__} {}") == "Bewaard: {n} {what.__class__} {}"


def test_a_text_leaves_out_what_it_has_no_place_for() -> None:
    assert say("refusals.too_late", EN, most=3) == say("refusals.too_late", EN)


@pytest.mark.parametrize(("n", "said"), [(0, "0 bleven"), (1, "1 bleef"), (2, "2 bleven"), (21, "21 bleven")])
def test_a_number_chooses_the_form(n: int, said: str) -> None:
    assert say("general.shift.stayed", NL, n=n) == said


UNKNOWN = ["general.position.unheard_of", "nowhere.at_all", "general", "", "general.shift", "../nl"]


@pytest.mark.parametrize("key", UNKNOWN)
def test_an_unknown_key_is_never_passed_over(key: str) -> None:
    with pytest.raises(UnknownTextError):
        say(key, NL, n=1)


def test_a_missing_parameter_is_never_passed_over() -> None:
    with pytest.raises(MissingParameterError, match="what"):
        say("general.saved.saved_what", NL)


def test_a_number_that_chooses_the_form_must_be_given() -> None:
    with pytest.raises(MissingParameterError, match="n"):
        say("general.shift.stayed", NL)


def test_the_catalogue_has_both_forms_and_cannot_be_changed() -> None:
    texts = catalogue(EN)
    assert texts["general.minutes.one"] == "{n} minute"
    assert texts["general.minutes.other"] == "{n} minutes"
    with pytest.raises(TypeError):
        texts["general.minutes.one"] = ""  # type: ignore[index]


def test_a_date_is_written_out() -> None:
    day = datetime.date(2026, 11, 3)
    assert date(day, NL) == "3 november 2026"
    assert date(day, EN) == "3 November 2026"


def test_a_time_of_day_has_24_hours_in_both_languages() -> None:
    assert time_of_day(datetime.time(14, 5), NL) == time_of_day(datetime.time(14, 5), EN) == "14:05"


def test_a_moment_is_said_in_the_zone_it_has() -> None:
    summer = datetime.timezone(datetime.timedelta(hours=2))
    assert time_of_day(datetime.datetime(2026, 7, 1, 9, 30, tzinfo=summer), NL) == "09:30"


def test_numbers_are_written_as_in_the_language() -> None:
    assert number(1234.5, NL) == "1.234,5"
    assert number(1234.5, EN) == "1,234.5"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0:00"), (9.9, "0:09"), (70, "1:10"), (600, "10:00"), (-20, "−0:20"), (-61, "−1:01"), (-0.4, "0:00")],
)
def test_a_duration_is_minutes_and_seconds(seconds: float, said: str) -> None:
    assert minutes_seconds(seconds) == said
