# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people in one passage of the policy, and days that cannot be, over real HTTP and in both languages."""

import datetime
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from leerlandschap.core.vocabulary import Language
from leerlandschap.text import say
from tests.afterwards import Afterwards, Reader
from tests.screens.reading import Form, Page
from tests.server import Server, serving

FIRST, SECOND = "De woorden van Sanne.", "De <b>woorden</b> van Willem."
TODAY = datetime.datetime.now(datetime.UTC).date()
YESTERDAY = (TODAY - datetime.timedelta(days=1)).isoformat()
NEXT_YEAR = (TODAY + datetime.timedelta(days=365)).isoformat()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("policy")) as server:
        yield server


@pytest.fixture
def after(server: Server) -> Iterator[Afterwards]:
    here = Afterwards(server.url)
    yield here
    here.client.close()


@pytest.fixture
def writers(server: Server, after: Afterwards) -> Iterator[tuple[Reader, Reader]]:
    both = Reader(server.url), Reader(server.url)
    for each in both:
        each.opens(f"/k/{after.landscape}/{after.writer}")
    yield both
    for each in both:
        each.client.close()


def section(after: Afterwards) -> str:
    return f"/l/{after.landscape}/policy/principles"


def form(html: str, begins: str) -> Form:
    return next(each for each in Page(html).forms if each.id.startswith(begins))


def sent(reader: Reader, page: str, shown: Form, **typed: str) -> httpx.Response:
    fields = {name: value.removeprefix("\n") for name, value in shown.fields}
    return reader.sends(page, shown.to, **(fields | typed))


def words(shown: Form) -> str:
    return dict(shown.fields)["text"].removeprefix("\n")


# ---- two people in one passage


def test_both_keep_their_text_and_the_second_is_shown_what_changed(
    after: Afterwards, writers: tuple[Reader, Reader]
) -> None:
    sanne, willem = writers
    here = section(after)
    first, second = (form(each.opens(here).text, "write-") for each in writers)
    assert sent(sanne, here, first, text=FIRST).status_code == 200
    refused = sent(willem, here, second, text=SECOND)
    assert refused.status_code == 422
    told = Page(refused.text).text
    assert say("refusals.passage_changed", Language.NL) in told
    assert (FIRST in told, words(form(refused.text, "write-"))) == (True, SECOND)
    assert sent(willem, here, form(refused.text, "write-")).status_code == 200
    (passage,) = after.keeps()["passages"]
    assert [each["text"] for each in passage["writings"]] == [FIRST, SECOND]


def test_over_the_api_the_second_is_told_and_nothing_is_lost(after: Afterwards, writers: tuple[Reader, Reader]) -> None:
    shown = dict(form(writers[0].opens(section(after)).text, "write-").fields)
    same: dict[str, Any] = {
        "section": shown["section"],
        "passage": shown["passage"],
        "source": shown["source"],
        "wordings": 0,
    }
    assert after.tell("WritePassage", text=FIRST, **same).status_code == 200
    refused = after.tell("WritePassage", text=SECOND, **same)
    assert (refused.status_code, refused.json()["refusal"]) == (422, "passage_changed")
    assert after.tell("WritePassage", text=SECOND, **(same | {"wordings": 1})).status_code == 200
    (passage,) = after.keeps()["passages"]
    assert [each["text"] for each in passage["writings"]] == [FIRST, SECOND]


@pytest.mark.parametrize("button", ["accept-", "leave-", "release-"])
def test_a_button_that_was_there_before_somebody_wrote_puts_nothing_aside(
    after: Afterwards, writers: tuple[Reader, Reader], button: str
) -> None:
    sanne, willem = writers
    here = section(after)
    sent(sanne, here, form(sanne.opens(here).text, "write-"), text=FIRST)
    pressed = form(willem.opens(here).text, button)
    sent(sanne, here, form(sanne.opens(here).text, "write-"), text="Sanne schreef door.")
    late = sent(willem, here, pressed)
    assert say("refusals.passage_changed", Language.NL) in Page(late.text).text
    (passage,) = after.keeps()["passages"]
    assert (passage["mark"], passage["writings"][-1]["text"]) == ("edited", "Sanne schreef door.")


# ---- days that cannot be


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("command", "fields", "field", "why"),
    [
        ("Postpone", {"due_on": YESTERDAY, "reason": "De cao."}, "due_on", "date_in_the_past"),
        ("PlanReview", {"on": YESTERDAY}, "on", "date_in_the_past"),
        ("AdoptPolicy", {"on": TODAY.isoformat(), "review_on": YESTERDAY}, "review_on", "dates_crossed"),
        ("AdoptPolicy", {"on": NEXT_YEAR, "review_on": TODAY.isoformat()}, "review_on", "dates_crossed"),
        ("AdoptPolicy", {"on": TODAY.isoformat(), "valid_until": YESTERDAY}, "valid_until", "dates_crossed"),
        ("SendPolicy", {"on": "1026-01-01"}, "on", "date_not_valid"),
        ("PlanReview", {"on": "9999-12-31"}, "on", "date_not_valid"),
    ],
)
def test_a_day_that_cannot_be_is_told_in_a_sentence(
    after: Afterwards, language: Language, command: str, fields: dict[str, str], field: str, why: str
) -> None:
    more = {"Postpone": {"follow_up": after.who}, "AdoptPolicy": {"adopted_by": "de directie", "without_consent": "-"}}
    before = after.keeps()
    answer = after.client.post(
        f"/api/v1/landscapes/{after.landscape}/commands",
        json={"type": command, **more.get(command, {}), **fields},
        headers={"authorization": f"Bearer {after.writer}", "accept-language": language.value},
    )
    told = answer.json()
    assert (answer.status_code, told["refusal"], told["field"]) == (422, why, field)
    assert told["detail"] == say(f"refusals.{why}", language)
    assert after.keeps() == before


ADOPTED = {"on": TODAY.isoformat(), "adopted_by": "de raad", "without_consent": "Er is geen OR."}


@pytest.mark.parametrize(
    ("to", "typed"), [("review", {"on": YESTERDAY}), ("adopt", ADOPTED | {"review_on": YESTERDAY})]
)
def test_a_day_that_cannot_be_comes_back_on_the_page_with_what_was_typed(
    after: Afterwards, writers: tuple[Reader, Reader], to: str, typed: dict[str, str]
) -> None:
    page = f"/l/{after.landscape}/policy"
    back = sent(writers[0], page, form(writers[0].opens(page).text, to), **typed)
    assert back.status_code == 422
    why = "date_in_the_past" if to == "review" else "dates_crossed"
    assert say(f"refusals.{why}", Language.NL) in Page(back.text).text
    assert YESTERDAY in dict(form(back.text, to).fields).values()
    assert (after.keeps()["stage"], after.keeps()["review_on"]) == ("concept", None)
