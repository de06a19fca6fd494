# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links that went astray are ended by who leads or writes, and whoever handed a follow-up on is out."""

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.afterwards import Afterwards, Reader
from tests.server import Server, serving

GONE = "Deze link werkt niet meer."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("links")) as running:
        yield running


@pytest.fixture
def after(server: Server) -> Iterator[Afterwards]:
    here = Afterwards(server.url)
    yield here
    here.client.close()


@pytest.fixture
def femke(server: Server, after: Afterwards) -> Iterator[Reader]:
    """She leads the workshop and keeps the landscape, in a browser."""
    here = Reader(server.url)
    here.opens(f"/k/{after.opened['workshop']}/{after.facilitator}")
    here.opens(f"/k/{after.landscape}/{after.writer}")
    yield here
    here.client.close()


@pytest.fixture
def visitor(server: Server) -> Iterator[Reader]:
    """Somebody with a browser that holds no key yet."""
    here = Reader(server.url)
    yield here
    here.client.close()


def links_in(page: httpx.Response) -> list[str]:
    assert page.status_code == 200
    return list(dict.fromkeys(re.findall(r'(?:href|value)="[^"]*(/k/[^"]+)"', page.text)))


def test_links_that_are_asked_for_come_beside_the_earlier_ones(
    after: Afterwards, femke: Reader, visitor: Reader
) -> None:
    to = f"/w/{after.opened['workshop']}/links"
    wall, leader = links_in(femke.sends("/", to))
    again = links_in(femke.sends("/", to))
    assert len({wall, leader, *again}) == 4
    assert [visitor.opens(link).status_code for link in (wall, leader, *again)] == [200] * 4


def test_a_link_to_the_big_screen_that_went_astray_is_ended(after: Afterwards, femke: Reader, visitor: Reader) -> None:
    workshop = after.opened["workshop"]
    astray, leader = links_in(femke.sends("/", f"/w/{workshop}/links"))
    assert visitor.opens(astray).url.path == f"/w/{workshop}/projector"
    page = femke.sends("/", f"/w/{workshop}/links", renew="projector")
    assert "Alle eerdere links zijn gestopt. Alleen deze link werkt nog." in page.text
    assert GONE in visitor.opens(astray).text
    assert visitor.opens(f"/w/{workshop}/projector").status_code == 401
    assert visitor.opens(links_in(page)[0]).url.path == f"/w/{workshop}/projector"
    assert visitor.opens(leader).status_code == 200


def test_a_big_screen_that_is_open_goes_out(after: Afterwards, femke: Reader) -> None:
    workshop = after.opened["workshop"]
    key = {"authorization": f"Bearer {after.opened['keys']['projector']}"}
    with after.client.stream("GET", f"/w/{workshop}/stream", headers=key) as screen:
        lines = screen.iter_lines()
        assert next(lines).startswith("id: ")
        femke.sends("/", f"/w/{workshop}/links", renew="projector")
        assert all(True for _ in lines)  # to its end: it would go on for ever
    assert after.client.get(f"/w/{workshop}/stream", headers=key).status_code == 401


def test_whoever_ends_the_links_of_the_facilitator_goes_on(after: Afterwards, femke: Reader, visitor: Reader) -> None:
    workshop = after.opened["workshop"]
    visitor.opens(f"/k/{workshop}/{after.facilitator}")
    femke.sends("/", f"/w/{workshop}/links", renew="facilitator")
    assert femke.opens(f"/w/{workshop}/facilitator").status_code == 200
    gone = visitor.opens(f"/w/{workshop}/facilitator")
    assert (gone.status_code, GONE in gone.text) == (401, True)
    assert after.ask(after.facilitator, "Reopen").status_code == 401


def test_the_link_of_a_landscape_is_handed_on_and_ended(after: Afterwards, femke: Reader, visitor: Reader) -> None:
    home = f"/l/{after.landscape}"
    assert f'action="{home}/links"' in femke.opens(home).text
    (astray,) = links_in(femke.sends(home, f"{home}/links"))
    assert visitor.opens(astray).url.path == home
    (new,) = links_in(femke.sends(home, f"{home}/links", renew="landscape"))
    assert [femke.opens(home).status_code, visitor.opens(home).status_code] == [200, 401]
    assert visitor.opens(new).url.path == home


def test_asking_to_end_something_else_ends_nothing(after: Afterwards, femke: Reader, visitor: Reader) -> None:
    wall, _ = links_in(femke.sends("/", f"/w/{after.opened['workshop']}/links"))
    for role in ("landscape", "participant", "", "nonsense"):
        assert femke.sends("/", f"/w/{after.opened['workshop']}/links", renew=role).status_code == 200
    assert visitor.opens(wall).status_code == 200


# ---- owners


def personal(after: Afterwards, femke: Reader, **fields: str) -> str:
    """A link to the follow-up about hours."""
    (link,) = links_in(femke.sends("/", f"/l/{after.landscape}/f/{after.hours}/link", **fields))
    return link


def test_a_personal_link_that_went_astray_is_ended(after: Afterwards, femke: Reader, visitor: Reader) -> None:
    astray = personal(after, femke)
    assert visitor.opens(astray).status_code == 200
    new = personal(after, femke, renew="owner")
    assert visitor.opens(f"/l/{after.landscape}/f/{after.hours}").status_code == 401
    assert visitor.opens(new).status_code == 200


def test_whoever_handed_a_follow_up_on_does_not_see_it_any_more(
    after: Afterwards, femke: Reader, visitor: Reader
) -> None:
    page, do = f"/l/{after.landscape}/f/{after.hours}", f"/l/{after.landscape}/do?about={after.hours}"
    visitor.opens(personal(after, femke))
    handed_on = visitor.sends(page, do, type="TakeOver", follow_up=after.hours, owner="Noor")
    assert (handed_on.status_code, GONE in handed_on.text) == (401, True)
    assert after.follow_up(after.hours)["owner"] == "Noor"
    assert visitor.opens(personal(after, femke)).status_code == 200  # a new one, for Noor


def test_whoever_puts_their_name_to_what_nobody_had_keeps_their_link(
    after: Afterwards, femke: Reader, visitor: Reader
) -> None:
    after.tell("TakeOver", follow_up=after.hours, owner="")
    page, do = f"/l/{after.landscape}/f/{after.hours}", f"/l/{after.landscape}/do?about={after.hours}"
    visitor.opens(personal(after, femke))
    assert visitor.sends(page, do, type="TakeOver", follow_up=after.hours, owner="Noor").status_code == 200
    assert visitor.sends(page, do, type="TakeOver", follow_up=after.hours, owner="Noor").status_code == 200


def test_whoever_is_given_it_at_a_later_end_of_the_workshop_is_the_only_one_with_a_link(
    after: Afterwards, femke: Reader, visitor: Reader
) -> None:
    visitor.opens(personal(after, femke))
    after.lead("Reopen")
    agreed = {"text": "De uren optellen.", "first_step": "Ik bel.", "done_when": "het getal er is"}
    after.lead("AgreeFollowUp", point=after.hours, owner="Noor", **agreed)
    after.lead("Close")
    assert after.follow_up(after.hours)["owner"] == "Noor"
    assert visitor.opens(f"/l/{after.landscape}/f/{after.hours}").status_code == 401
