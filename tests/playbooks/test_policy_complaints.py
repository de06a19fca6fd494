# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever spoils the outline of the policy or a text about the law is told where, and it is never half read."""

from importlib.resources import files

import pytest
from msgspec import Struct

from leerlandschap.core.landscape.outline import LegalFrame, Outline
from leerlandschap.core.vocabulary import Language
from leerlandschap.playbooks import BrokenPlaybookError, Complaint
from leerlandschap.playbooks.policy import read_text
from leerlandschap.text import say

OUTLINE = (Outline, "strategic-training-policy")
LAW = (LegalFrame, "legal-nl")

# What is spoilt, what it becomes, the complaint, and how many lines further that stands.
MISTAKES = [
    (OUTLINE, 'title.en = "Principles"\n', "", "missing_en", -1),
    (OUTLINE, 'title.nl = "Uitgangspunten"\n', "", "missing_nl", 0),
    (OUTLINE, 'number = "6"', 'number = "6"\nzwaarte = 3', "unknown_key", 1),
    (OUTLINE, 'fed_by = ["principles", "findings"]', 'fed_by = ["wishes"]', "unknown_feed", 0),
    (OUTLINE, 'fed_by = ["principles", "findings"]', 'fed_by = "principles"', "not_a_list", 0),
    (OUTLINE, 'id = "roles"', 'id = "rolls"', "unknown_section", 0),
    (OUTLINE, 'number = "10"', "number = 10", "not_a_text", 0),
    (OUTLINE, 'nl = "Wie merkt dat er iets te leren is, en wie zegt dat?"', 'nl = ""', "empty_text", 0),
    (OUTLINE, '{ nl = "Taak", en = "Task" }', '{ nl = "Taak" }', "missing_en", -1),
    (OUTLINE, '{ nl = "Taak", en = "Task" }', '"Taak"', "not_two_languages", -1),
    (LAW, "dated = 2026-02-01", 'dated = "2026-02-01"', "not_a_date", 0),
    (LAW, "dated = 2026-02-01", "dated = 2026-02-01T09:00:00", "not_a_date", 0),
    (LAW, 'country = "nl"', 'country = "de"', "unknown_country", 0),
    (LAW, 'source = "Burgerlijk Wetboek, artikel 7:611a lid 1"\n', "", "missing_key", -6),
    (LAW, 'country = "nl"', 'country = "nl', "toml_quote", 0),
]


@pytest.mark.parametrize(("whole", "old", "new", "code", "further"), MISTAKES)
def test_a_mistake_is_told_with_its_line(
    whole: tuple[type[Struct], str], old: str, new: str, code: str, further: int
) -> None:
    kind, name = whole
    text = files("leerlandschap.playbooks.policy").joinpath(f"{name}.toml").read_text("utf-8")
    before, found, after = text.partition(old)
    assert found, f"the file has no {old!r}"
    (complaint,) = complaints(kind, before + new + after)
    assert (complaint.line, complaint.code) == (before.count("\n") + 1 + further, code)
    for language in Language:
        assert complaint.sentence(say, language).endswith(".")


def complaints(kind: type[Struct], text: str) -> list[Complaint]:
    with pytest.raises(BrokenPlaybookError) as raised:
        read_text(kind, text)
    return raised.value.complaints


def test_an_empty_file_lacks_everything() -> None:
    assert {each.code for each in complaints(LegalFrame, "")} == {"missing_key"}
    assert {each.parameters["key"] for each in complaints(LegalFrame, "")} >= {
        "country",
        "dated",
        "no_advice",
        "passage",
    }
