# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A facilitator who spoils a playbook is told where, and what to do about it."""

from collections.abc import Callable

import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks import Complaint, check
from leerlandschap.text import say

Spoilt = Callable[[str, str], tuple[str, int]]

# What is spoilt, what it becomes, the complaint, and how many lines further that stands.
MISTAKES = [
    ('subtitle.nl = "', "subtitle.nl = ", "toml_value", 0),
    ('subtitle.nl = "Aan de slag met: het Leerlandschap"', 'subtitle.nl = "Aan de slag', "toml_quote", 0),
    ("minutes = 7.5", "minutes 7.5", "toml_equals", 0),
    ("minutes = 7.5", "minutes = 7,5", "toml_rest", 0),
    ("minutes = 7.5", "minutes = 7.5\nminutes = 8", "toml_twice", 1),
    ("minutes = 7.5", "minutes = [7.5", "toml_bracket", 1),
    ('name.nl = "Alleen', 'name.nl = "Al\\leen', "toml_backslash", 0),
    ("minutes = 7.5", "minutes = " + "[" * 60 + "]" * 60, "not_a_number", 0),
    ('title.en = "Exploring the learning landscape"\n', "", "missing_en", -1),
    ('name.nl = "Talent boven functierol"\n', "", "missing_nl", 0),
    ('text.nl = "Leren moet', 'tekst.nl = "Leren moet', "unknown_key_near", 0),
    ('text.nl = "Leren moet', 'text.nl = "x"\nzwaarte.nl = "Leren moet', "unknown_key", 1),
    ("minutes = 7.5", "", "missing_key", -2),
    ("minutes = 7.5", 'minutes = "7.5"', "not_a_number", 0),
    ("minutes = 7.5", "minutes = true", "not_a_number", 0),
    ("minutes = 7.5", "minutes = 0", "minutes_not_positive", 0),
    ("minutes = 7.5", "minutes = -1", "minutes_not_positive", 0),
    ("minutes = 7.5", "minutes = nan", "minutes_not_positive", 0),
    ("minutes = 7.5", "minutes = inf", "minutes_not_positive", 0),
    ("most = 3", "most = 2.5", "not_whole", 0),
    ("most = 3", "most = 13", "most_too_large", 0),
    ("most = 3", "most = 0", "most_too_small", 0),
    ('moment = "vote"', 'moment = "stem"', "unknown_moment", 0),
    ('moment = "vote"', 'moment = "welcome"', "double_cue", 0),
    ('when = "level"', 'when = "gelijk"', "unknown_turn", 0),
    ('when = "level"', 'when = "too_few"', "double_cue", 14),
    ('id = "follow_ups"', 'id = "acties"', "unknown_step", 0),
    ('kind = "one"', 'kind = "many"', "unknown_kind", 0),
    ('pacing = "all_first"', 'pacing = "fast"', "unknown_pacing", 0),
    ('id = "s2"', 'id = "s1"', "double_id", 0),
    ('id = "shadowing"', 'id = "on_the_job"', "double_id", 0),
    ('id = "s2"', 'id = "stelling twee"', "id_not_plain", 0),
    ('id = "s2"', "id = 2", "not_a_text", 0),
    ('name.nl = "Leren meteen meetbaar"', f'name.nl = "{"a" * 33}"', "name_too_long", 0),
    ('name.nl = "Leren meteen meetbaar"', 'name.nl = " "', "empty_text", 0),
    ('name.nl = "Leren meteen meetbaar"', r'name.nl = "\u0007"', "strange_characters", 0),
    ('title.nl = "Leerlandschap verkennen"\ntitle.en = "Exploring', 'title = "Exploring', "not_two_languages", 0),
    ('[[cue]]\nmoment = "shift"', '[[cue]]\nmoment = "again"', "double_cue", 1),
]


@pytest.mark.parametrize(("old", "new", "code", "further"), MISTAKES)
def test_a_mistake_is_told_with_its_line(spoilt: Spoilt, old: str, new: str, code: str, further: int) -> None:
    text, line = spoilt(old, new)
    found = check(text)
    assert (line + further, code) in [(each.line, each.code) for each in found]
    for each in found:
        understood(each)


def understood(complaint: Complaint) -> None:
    """A complaint is a sentence with its line in both languages."""
    assert complaint.sentence(say, Language.NL).startswith(f"Regel {complaint.line}: ")
    assert complaint.sentence(say, Language.EN).startswith(f"Line {complaint.line}: ")


def codes(text: str) -> list[str]:
    return [each.code for each in check(text)]


def without(card: str, start: str, end: str) -> str:
    """The card without what stands from one text up to another."""
    before, _, rest = card.partition(start)
    return before + end + rest.partition(end)[2]


def test_a_step_that_is_missing_is_named(card: str) -> None:
    (found,) = check(without(card, '[[step]]\nid = "follow_ups"', '[[step]]\nid = "principles"'))
    assert (found.code, found.parameters) == ("step_missing", {"step": "follow_ups"})


def test_a_moment_without_a_cue_is_named(card: str) -> None:
    (found,) = check(without(card, '[[cue]]\nmoment = "dots"', '[[cue]]\nmoment = "agree"'))
    assert (found.code, found.parameters) == ("cue_missing", {"moment": "dots"})


def test_words_for_another_turn_do_not_replace_those_of_the_moment(card: str) -> None:
    assert codes(card.replace('moment = "shift"', 'moment = "shift"\nwhen = "level"')) == ["cue_missing"]


def test_a_cue_with_nothing_to_say_is_told(card: str) -> None:
    text = card.replace('[[cue.say]]\nnl = "Kies er drie."\nen = "Pick three."\n', "say = []\n")
    assert codes(text) == ["no_sentences"]


def test_steps_in_another_order_are_told(card: str) -> None:
    swapped = card.replace('id = "welcome"', 'id = "?"').replace('id = "closing"', 'id = "welcome"')
    assert codes(swapped.replace('id = "?"', 'id = "closing"')) == ["steps_out_of_order"]


def test_a_playbook_without_statements_is_told(card: str) -> None:
    no_statements = without(card, "[[statement]]", "# ---- The thinking questions")
    assert codes(no_statements) == ["missing_key"]
    assert codes("statement = []\n" + no_statements) == ["no_statements"]


def test_a_question_without_answers_is_told(card: str) -> None:
    text = without(card, '[[question.option]]\nid = "organisation"', "# ---- The script")
    assert codes(text) == ["missing_key"]
    assert codes(text.replace("most = 6", "most = 6\noption = []")) == ["no_options"]


def test_a_plural_is_gently_put_right(card: str) -> None:
    found = check(card.replace("[[statement]]", "[[statements]]"))
    assert ("unknown_key_near", "statement") in [(each.code, each.parameters.get("near")) for each in found]


def test_mistakes_in_different_parts_are_told_together_in_the_order_of_the_file(card: str) -> None:
    text = card.replace('id = "s2"', 'id = "s1"').replace("minutes = 7.5", "minutes = 0")
    found = check(text.replace("most = 3", "most = 99"))
    assert [each.code for each in found] == ["minutes_not_positive", "double_id", "most_too_large"]
    assert found == sorted(found, key=lambda each: each.line)


def test_an_empty_file_lacks_everything() -> None:
    assert set(codes("")) == {"missing_key"}
    assert {each.parameters["key"] for each in check("")} >= {"id", "title", "step", "statement", "question", "cue"}


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert codes("x = 1\n" * 200_000) == ["too_large"]


def test_a_line_that_is_too_long_is_told(card: str) -> None:
    assert check(card + "\n# " + "a" * 1000)[0].line == card.count("\n") + 2


def test_brackets_without_end_are_told() -> None:
    assert codes("x = " + "[\n" * 40_000) == ["toml_nested"]


def test_a_key_without_end_is_told() -> None:
    assert codes("a." * 400 + "a = 1") == ["toml_nested"]
