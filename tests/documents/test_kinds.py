# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of document is made from the same view, under a name any computer takes."""

import re

import pytest

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.documents import KINDS
from tests.documents.meeting import HOSTILE, Meeting, played


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_the_same_for_every_role_and_every_time(kind: str) -> None:
    meeting = played()
    made = {KINDS[kind].render(meeting.seen_by(role), Language.NL) for role in (Role.PARTICIPANT, Role.FACILITATOR)}
    assert made == {KINDS[kind].render(meeting.seen_by(), Language.NL)}


@pytest.mark.parametrize(
    "title", [*HOSTILE, "Leren bij ons", "Één café", "學習", "../../etc/passwd", 'a"; b\r\nX: y', "x" * 99]
)
def test_a_file_name_is_plain_whatever_the_title(title: str) -> None:
    name = KINDS["md"].file_name(Meeting({"title": title}).seen_by())
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-2026-11-23\.md", name)
    assert len(name) < 80


def test_a_file_name_says_what_it_is() -> None:
    view = Meeting({"title": "Leren bij ons"}).seen_by()
    assert [kind.file_name(view) for kind in KINDS.values()] == [
        "leren-bij-ons-2026-11-23.json", "leren-bij-ons-2026-11-23.md", "leren-bij-ons-2026-11-23.html",
        "leren-bij-ons-2026-11-23.pdf", "leren-bij-ons-2026-11-23.archive.pdf",
        "leren-bij-ons-2026-11-23.odt", "leren-bij-ons-2026-11-23.docx", "leren-bij-ons-2026-11-23.xlsx",
        "leren-bij-ons-2026-11-23.ics",
    ]  # fmt: skip
