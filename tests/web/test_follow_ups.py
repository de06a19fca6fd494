# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Follow-ups over real HTTP: the writer hands out a link, the owner answers, and a mail server gets letters."""

import re
import time
from collections.abc import Iterator

import pytest

from tests.afterwards import DUE, Afterwards, Reader
from tests.post.mailbox import Mailbox, words
from tests.screens.reading import Page as Read
from tests.server import Server, serving

SANNE = "sanne@westerveen.example"
SENDER = "Leerlandschap <leren@westerveen.example>"


@pytest.fixture(scope="module")
def mailbox() -> Iterator[Mailbox]:
    with Mailbox().opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, mailbox: Mailbox) -> Iterator[Server]:
    mail = {"LEERLANDSCHAP_SMTP": f"smtp://127.0.0.1:{mailbox.port}?starttls=no", "LEERLANDSCHAP_MAIL_FROM": SENDER}
    with serving(tmp_path_factory.mktemp("follow-ups"), environment=mail) as server:
        yield server


@pytest.fixture
def after(server: Server) -> Iterator[Afterwards]:
    here = Afterwards(server.url)
    yield here
    here.client.close()


@pytest.fixture
def writer(server: Server, after: Afterwards) -> Iterator[Reader]:
    here = Reader(server.url)
    here.opens(f"/k/{after.landscape}/{after.writer}")
    yield here
    here.client.close()


@pytest.fixture
def owner(server: Server, after: Afterwards, writer: Reader) -> Iterator[Reader]:
    """Whoever got the link to the follow-up about hours."""
    here = Reader(server.url)
    assert here.opens(link(after, writer, after.hours)).status_code == 200
    yield here
    here.client.close()


def link(after: Afterwards, writer: Reader, follow_up: str) -> str:
    page = writer.sends(board(after), f"/l/{after.landscape}/f/{follow_up}/link")
    assert page.status_code == 200
    found = re.search(r'value="([^"]+)" readonly', page.text)
    assert found is not None
    return found[1]


def board(after: Afterwards) -> str:
    return f"/l/{after.landscape}/follow-ups"


def about(after: Afterwards, follow_up: str) -> str:
    return f"/l/{after.landscape}/f/{follow_up}"


def until(mailbox: Mailbox, letters: int) -> None:
    end = time.monotonic() + 20
    while len(mailbox.came) < letters and time.monotonic() < end:
        time.sleep(0.05)
    assert len(mailbox.came) == letters


# ---- the writer


def test_the_board_is_for_who_holds_the_key_of_the_landscape(after: Afterwards, writer: Reader, owner: Reader) -> None:
    assert "1 zonder trekker." in writer.opens(board(after)).text
    assert owner.opens(board(after)).status_code == 401


def test_a_form_comes_back_to_the_board_it_was_on(after: Afterwards, writer: Reader) -> None:
    do = f"/l/{after.landscape}/do"
    page = writer.sends(board(after), do, type="TakeOver", follow_up=after.who, owner="Samira")
    assert page.url.path == board(after)
    assert after.follow_up(after.who)["owner"] == "Samira"


def test_what_is_refused_comes_back_with_what_was_typed(after: Afterwards, writer: Reader) -> None:
    fields = {"type": "Postpone", "form": f"postpone-{after.who}", "follow_up": after.who}
    page = writer.sends(board(after), f"/l/{after.landscape}/do", due_on="2020-01-01", reason="De cao.", **fields)
    assert page.status_code == 422
    assert "Deze datum is al voorbij." in page.text
    assert "De cao." in page.text
    assert after.follow_up(after.who)["status"] == "open"


def test_a_link_is_made_for_nobody_else(after: Afterwards, owner: Reader) -> None:
    answer = owner.sends(about(after, after.hours), f"{about(after, after.hours)}/link")
    assert answer.status_code == 401


def test_another_site_cannot_have_a_link_made(after: Afterwards, writer: Reader) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    answer = writer.client.post(f"{about(after, after.hours)}/link", headers=headers)
    assert answer.status_code == 403


def test_what_was_agreed_before_any_dot_was_spent_comes_along_with_its_point(after: Afterwards) -> None:
    kept = after.follow_up(after.hours)
    assert (kept["text"], kept["about"], kept["owner"]) == ("De uren optellen.", "Hoeveel uur is er?", "Bram")


# ---- the owner


def test_a_link_leads_to_the_follow_up_and_leaves_the_address_bar(after: Afterwards, owner: Reader) -> None:
    page = owner.opens(about(after, after.hours))
    assert page.url.path == about(after, after.hours)
    assert "Deze vervolgactie is van jou." in page.text
    assert "Navragen wie beslist." not in page.text


def test_a_finding_flows_back_to_who_writes_the_policy(after: Afterwards, owner: Reader) -> None:
    page = owner.sends(
        about(after, after.hours),
        f"/l/{after.landscape}/do?about={after.hours}",
        **{
            "type": "RecordFinding",
            "follow_up": after.hours,
            "text": "Drie uur.",
            f"touches.{after.principle}": "contradicts",
        },
    )
    assert (page.status_code, page.url.path) == (200, about(after, after.hours))
    assert "Dank je. Je bevinding staat erbij." in page.text
    (finding,) = after.keeps()["findings"]
    assert (finding["text"], finding["by_owner"]) == ("Drie uur.", True)
    assert [(each["principle"], each["touch"]) for each in finding["touches"]] == [(after.principle, "contradicts")]
    assert after.follow_up(after.hours)["status"] == "found"


@pytest.mark.parametrize("letter", ["x", "é", "ع", "学", "👩"])
def test_ten_thousand_characters_of_any_script_fit(after: Afterwards, owner: Reader, letter: str) -> None:
    fields = {"type": "RecordFinding", "form": f"finding-{after.hours}-form", "follow_up": after.hours}
    to = f"/l/{after.landscape}/do?about={after.hours}"
    assert owner.sends(about(after, after.hours), to, text=letter * 10_000, **fields).status_code == 200
    page = owner.sends(about(after, after.hours), to, text=letter * 10_001, **fields)
    assert page.status_code == 422
    assert "Je tekst heeft 10001 tekens" in page.text
    assert [len(each["text"]) for each in after.keeps()["findings"]] == [10_000]


def test_a_link_opens_no_other_follow_up(after: Afterwards, owner: Reader) -> None:
    assert owner.opens(about(after, after.who)).status_code == 401
    assert owner.opens(f"/l/{after.landscape}").status_code == 401
    (key,) = (value for name, value in owner.client.cookies.items() if name == f"ll-owner-{after.hours}")
    owner.client.cookies.set(f"ll-owner-{after.who}", key)  # as somebody would who edits cookies
    assert owner.opens(about(after, after.who)).status_code == 404
    refused = after.tell("RecordFinding", key, follow_up=after.who, text="Niet van mij.")
    assert (refused.status_code, refused.json()["refusal"]) == (422, "not_yours")
    assert {each["id"] for each in after.keeps(key)["follow_ups"]} == {after.hours}


def test_of_a_dropped_follow_up_the_link_still_reads_and_nothing_more(after: Afterwards, owner: Reader) -> None:
    after.tell("Drop", follow_up=after.hours, reason="De directie besloot het.")
    page = owner.opens(about(after, after.hours))
    assert "Hij is gestopt. Je kunt hier nog lezen." in Read(page.text).text
    assert "<form" not in page.text
    fields = {"type": "RecordFinding", "form": "f", "follow_up": after.hours, "text": "Toch iets."}
    late = owner.sends(about(after, after.hours), f"/l/{after.landscape}/do?about={after.hours}", **fields)
    assert late.status_code == 422
    assert "Deze vervolgactie is gestopt." in late.text
    assert after.keeps()["findings"] == []


def test_the_date_comes_as_a_calendar(after: Afterwards, owner: Reader, writer: Reader) -> None:
    for reader in (owner, writer):
        answer = reader.opens(f"{about(after, after.hours)}/follow-up.ics")
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        assert f"DTSTART;VALUE=DATE:{DUE:%Y%m%d}" in answer.text
        assert f"/l/{after.landscape}/f/{after.hours}" in answer.text.replace("\r\n ", "")
    assert writer.opens(f"{about(after, after.who)}/follow-up.ics").status_code == 404


# ---- letters


def test_whoever_is_given_a_follow_up_is_invited_and_the_link_in_it_opens(
    after: Afterwards, writer: Reader, mailbox: Mailbox, server: Server
) -> None:
    before = len(mailbox.came)
    fields = {"type": "TakeOver", "follow_up": after.who, "owner": "Sanne", "address": SANNE}
    writer.sends(board(after), f"/l/{after.landscape}/do", **fields)
    until(mailbox, before + 1)
    found = re.search(r"https?://\S+/k/\S+", words(mailbox.came[-1]))
    assert found is not None
    sanne = Reader(server.url)
    assert "Navragen wie beslist." in sanne.opens(found[0]).text
    sanne.client.close()
    assert re.search(r"Uitgenodigd op \d", writer.opens(board(after)).text)


def test_an_address_is_erased_once_there_is_nothing_left_to_do(after: Afterwards, server: Server) -> None:
    after.tell("TakeOver", follow_up=after.who, owner="Erased", address="erased@westerveen.example")
    assert after.follow_up(after.who)["has_address"] is True
    after.tell("RecordFinding", follow_up=after.who, text="De directie.")
    assert after.follow_up(after.who)["has_address"] is False
    after.tell("PickUp", follow_up=after.who)
    assert after.follow_up(after.who)["has_address"] is False


def test_no_address_is_in_what_anybody_gets_to_see(after: Afterwards, writer: Reader, server: Server) -> None:
    after.tell("TakeOver", follow_up=after.who, owner="Sanne", address=SANNE)
    for told in (str(after.keeps()), writer.opens(board(after)).text, writer.opens(about(after, after.who)).text):
        assert SANNE not in told
    assert SANNE not in server.log.read_text()


@pytest.mark.parametrize("follow_up", ["hours", "who"])
def test_a_link_cannot_lead_the_letters_of_somebody_else_elsewhere(
    after: Afterwards, owner: Reader, follow_up: str
) -> None:
    """Neither through a follow-up of one's own nor through another: letters carry links."""
    thief = f"thief-{follow_up}-{after.landscape}@elsewhere.example"
    after.tell("TakeOver", follow_up=after.who, owner="Sanne")
    assert after.follow_up(after.who)["has_address"] is False
    (key,) = (value for name, value in owner.client.cookies.items() if name == f"ll-owner-{after.hours}")
    refused = after.tell("TakeOver", key, follow_up=getattr(after, follow_up), owner="Sanne", address=thief)
    assert refused.json()["refusal"] == {"hours": "address_not_yours", "who": "not_yours"}[follow_up]
    assert after.follow_up(after.who)["has_address"] is False
    assert after.follow_up(after.hours)["owner"] == "Bram"


def test_whoever_is_new_may_be_given_a_follow_up_with_an_address(after: Afterwards, owner: Reader) -> None:
    (key,) = (value for name, value in owner.client.cookies.items() if name == f"ll-owner-{after.hours}")
    fresh = f"noor-{after.landscape}@westerveen.example"
    assert after.tell("TakeOver", key, follow_up=after.hours, owner="Noor", address=fresh).status_code == 200
    assert after.follow_up(after.hours)["owner"] == "Noor"
    assert after.follow_up(after.hours)["has_address"] is True
