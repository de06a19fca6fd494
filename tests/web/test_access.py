# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets in where: everything there is to ask for, by everybody there is, with a cookie and with a bearer token.

The rows come from the route list: a new route without a row fails. Whoever holds a key of another workshop or another
landscape, or a key that has ended, sends it as if it were one of this place.
"""

import re
from collections.abc import Iterator, Mapping

import httpx
import pytest
from msgspec import Struct

from tests.afterwards import Afterwards, Reader
from tests.server import Server, serving
from tests.web.asking import Way, filled, ways

REFUSED = (401, 403, 404)
PROJECTOR, LEADER = "projector", "facilitator"
TITLES = {PROJECTOR: "Groot scherm", LEADER: "Begeleider", "landscape": "Leerlandschap"}


class Actor(Struct, frozen=True):
    """Somebody with a key, and the cookie that it is kept in; what they are here, or that they are nobody."""

    name: str
    role: str
    key: str
    cookie: str


PUBLIC = frozenset({"nobody"})
INSIDE = frozenset({"participant", "projector", "facilitator"})
LOOKING = INSIDE | {"landscape"}
LEADING = frozenset({"facilitator"})
WRITING = frozenset({"landscape"})
OWNING = WRITING | {"owner"}
ANY_OWNING = OWNING | {"another owner"}  # each to their own follow-up
NOBODY: frozenset[str] = frozenset()

# Who is let in. PUBLIC: everybody is, whatever key they bring.
ADMITTED: Mapping[Way, frozenset[str]] = {
    ("GET", "/"): PUBLIC,
    ("POST", "/workshops"): PUBLIC,
    ("POST", "/join"): PUBLIC,
    ("GET", "/j/{code}"): PUBLIC,
    ("GET", "/k/{stream}/{key}"): PUBLIC,  # the key is in the address
    ("GET", "/language/{language}"): PUBLIC,
    ("POST", "/coach"): PUBLIC,
    ("GET", "/toegankelijkheid"): PUBLIC,
    ("GET", "/accessibility"): PUBLIC,
    ("GET", "/theme.css"): PUBLIC,
    ("GET", "/static/{file}"): PUBLIC,
    ("GET", "/login"): NOBODY,  # no provider is set: tests/web/test_login.py has one
    ("GET", "/login/done"): NOBODY,
    ("GET", "/organisation"): NOBODY,
    ("GET", "/leave"): PUBLIC,
    ("POST", "/leave"): PUBLIC,
    ("GET", "/.well-known/security.txt"): NOBODY,  # nobody is set to be told
    ("GET", "/gallery"): PUBLIC,
    ("GET", "/gallery/{name}"): PUBLIC,
    ("GET", "/health"): PUBLIC,
    ("GET", "/health/live"): PUBLIC,
    ("GET", "/health/ready"): PUBLIC,
    ("GET", "/metrics"): NOBODY,  # of those here: it has a key of its own
    ("GET", "/api/v1/openapi.json"): PUBLIC,
    ("POST", "/api/v1/workshops"): PUBLIC,
    ("POST", "/api/v1/join"): PUBLIC,
    ("GET", "/api/{rest:path}"): NOBODY,
    ("GET", "/w/{workshop}"): frozenset({"participant"}),
    ("GET", "/w/{workshop}/projector"): frozenset({"projector", "facilitator"}),
    ("GET", "/w/{workshop}/facilitator"): LEADING,
    ("GET", "/w/{workshop}/prepare"): LEADING,
    ("GET", "/w/{workshop}/poster"): LEADING,
    ("GET", "/w/{workshop}/print/{kind}"): LEADING,
    ("GET", "/w/{workshop}/tallies"): LEADING,
    ("POST", "/w/{workshop}/tallies"): LEADING,
    ("POST", "/w/{workshop}/links"): LEADING,
    ("POST", "/l/{landscape}/links"): WRITING,
    ("GET", "/w/{workshop}/summary"): LOOKING,
    ("GET", "/w/{workshop}/documents/{kind}"): LOOKING,
    ("POST", "/w/{workshop}/do"): INSIDE,
    ("GET", "/w/{workshop}/stream"): INSIDE,
    ("GET", "/api/v1/workshops/{workshop}"): INSIDE,
    ("POST", "/api/v1/workshops/{workshop}/commands"): INSIDE,
    ("GET", "/api/v1/workshops/{workshop}/stream"): INSIDE,
    ("GET", "/api/v1/workshops/{workshop}/documents/{kind}"): INSIDE,
    ("GET", "/l/{landscape}"): WRITING,
    ("GET", "/l/{landscape}/workshops/{workshop}"): WRITING,
    ("GET", "/l/{landscape}/policy"): WRITING,
    ("GET", "/l/{landscape}/policy/editions/{version}"): WRITING,
    ("GET", "/l/{landscape}/policy/editions/{version}/documents/{kind}"): WRITING,
    ("GET", "/l/{landscape}/policy/{section}"): WRITING,
    ("GET", "/l/{landscape}/compare"): WRITING,
    ("GET", "/l/{landscape}/compare/{first}/{second}"): WRITING,
    ("GET", "/l/{landscape}/follow-ups"): WRITING,
    ("GET", "/l/{landscape}/f/{follow_up}"): OWNING,
    ("POST", "/l/{landscape}/f/{follow_up}/link"): WRITING,
    ("GET", "/l/{landscape}/f/{follow_up}/follow-up.ics"): OWNING,
    ("GET", "/l/{landscape}/principles"): WRITING,
    ("GET", "/l/{landscape}/principles/{principle}"): WRITING,
    ("GET", "/l/{landscape}/documents/{kind}"): WRITING,
    ("POST", "/l/{landscape}/do"): ANY_OWNING,
    ("GET", "/api/v1/landscapes/{landscape}"): ANY_OWNING,
    ("POST", "/api/v1/landscapes/{landscape}/commands"): ANY_OWNING,
    ("GET", "/api/v1/landscapes/{landscape}/documents/{kind}"): WRITING,
    ("GET", "/api/v1/landscapes/{landscape}/editions/{version}/documents/{kind}"): WRITING,
}
OF_AN_OWNER = ("/l/{landscape}/do", "/api/v1/landscapes/")  # where a cookie must say which follow-up it is about


class Place(Afterwards):
    """A workshop that goes on, in a landscape with a closed one, with a key of every kind and an adopted policy."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        today = self.keeps()["today"]
        self.tell("AdoptPolicy", on=today, adopted_by="de directie", without_consent="Er is geen OR.")
        self.lead("Reopen")
        self.participant = self.join()
        self.ended = self._ended_keys()
        self.owner = self._owner_of(self.hours)
        self.other_owner = self._owner_of(self.who)
        self.workshop: str = self.opened["workshop"]

    def _owner_of(self, follow_up: str) -> str:
        writer = Reader(str(self.client.base_url))
        writer.opens(f"/k/{self.landscape}/{self.writer}")
        page = writer.sends("/", f"/l/{self.landscape}/f/{follow_up}/link").text
        writer.client.close()
        found = re.search(r'/k/[^/"]+/([^"]+)" readonly', page)
        assert found is not None
        return found[1]

    def _ended_keys(self) -> dict[str, str]:
        """The keys of everybody before all of them were renewed."""
        before = {"projector": self.opened["keys"]["projector"], "facilitator": self.facilitator}
        before |= {"landscape": self.writer, "owner": self._owner_of(self.hours)}
        walls, self.facilitator = (self._renewed(f"/w/{self.opened['workshop']}", each) for each in (PROJECTOR, LEADER))
        self.opened["keys"]["projector"] = walls
        self._renewed(f"/l/{self.landscape}/f/{self.hours}", "owner")
        self.writer = self._renewed(f"/l/{self.landscape}", "landscape")
        return before

    def _renewed(self, path: str, role: str) -> str:
        """The key in a new link besides which no other works."""
        to = f"{path}/link" if role == "owner" else f"{path}/links"
        key = self.facilitator if path.startswith("/w/") else self.writer
        page = self.client.post(to, data={"renew": role}, headers={"authorization": f"Bearer {key}"})
        found = re.findall(r'<h2>([^<]+)</h2>.*?/k/[^/"]+/([^"]+)"', page.text, re.DOTALL)
        return next((key for title, key in found if title == TITLES.get(role)), "")

    def keys(self) -> dict[str, str]:
        return {
            "participant": self.participant,
            "projector": self.opened["keys"]["projector"],
            "facilitator": self.facilitator,
            "landscape": self.writer,
            "owner": self.owner,
        }

    def address(self, pattern: str) -> str:
        parts = {
            "workshop": self.workshop,
            "landscape": self.landscape,
            "follow_up": self.hours,
            "principle": self.principle,
            "kind": "statements" if "/print/" in pattern else "md",
            "version": "1",
            "section": "direction",
            "first": self.workshop,
            "second": self.workshop,
            "language": "nl",
            "code": self.opened["code"],
            "stream": self.workshop,
            "key": self.opened["keys"]["projector"],
            "file": "css/tokens.css",
            "name": "start-page-empty",
            "rest": "nowhere",
        }
        return filled(pattern, parts)

    def cookie(self, role: str) -> str:
        """What the key of a role is kept in here."""
        about = {"owner": self.hours, "landscape": self.landscape}.get(role, self.workshop)
        return f"ll-{role}-{about}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    theme = tmp_path_factory.mktemp("theme") / "theme.css"
    theme.touch()
    more = {"LEERLANDSCHAP_GALLERY": "true", "LEERLANDSCHAP_THEME": str(theme), "LEERLANDSCHAP_METRICS_KEY": "m" * 26}
    with serving(tmp_path_factory.mktemp("access"), environment=more) as running:
        yield running


@pytest.fixture(scope="module")
def here(server: Server) -> Iterator[Place]:
    place = Place(server.url)
    yield place
    place.client.close()


@pytest.fixture(scope="module")
def everybody(server: Server, here: Place) -> list[Actor]:
    elsewhere = Place(server.url)
    elsewhere.client.close()
    mine = [Actor(role, role, key, here.cookie(role)) for role, key in here.keys().items()]
    others = [Actor(f"{role} elsewhere", "", key, here.cookie(role)) for role, key in elsewhere.keys().items()]
    forged = here.participant.partition(".")[0] + "." + elsewhere.participant.partition(".")[2]
    strange = [
        *(Actor(f"{role} of before", "", key, here.cookie(role)) for role, key in here.ended.items()),
        Actor("owner of another follow-up", "another owner", here.other_owner, here.cookie("owner")),
        Actor("participant with a signature of elsewhere", "", forged, here.cookie("participant")),
        *(Actor(f"guesser for {who.role}", "", "a" * 26, who.cookie) for who in mine),
        *(Actor(f"{role} as facilitator", "", key, here.cookie("facilitator")) for role, key in wrongly(here)),
    ]
    return [Actor("nobody", "nobody", "", ""), *mine, *others, *strange]


def wrongly(here: Place) -> list[tuple[str, str]]:
    """Keys that are put into the cookie of the facilitator by hand."""
    return [(role, key) for role, key in here.keys().items() if role != "facilitator"]


def asked(here: Place, way: Way, headers: dict[str, str], about: str = "") -> int:
    """The status of the answer; the body of a stream never ends."""
    method, pattern = way
    here.client.cookies.clear()
    address = here.address(pattern) + (f"?about={about}" if about else "")
    with here.client.stream(method, address, headers={"accept": "text/html", **headers}) as answer:
        return answer.status_code


def by_cookie(here: Place, way: Way, who: Actor) -> bool:
    about = here.hours if "owner" in who.cookie and way[1].startswith(OF_AN_OWNER) else ""
    headers = {"cookie": f"{who.cookie}={who.key}"} if who.key else {}
    return asked(here, way, headers, about) not in REFUSED


def by_token(here: Place, way: Way, who: Actor) -> bool:
    headers = {"authorization": f"Bearer {who.key}"} if who.key else {}
    return asked(here, way, headers) not in REFUSED


def expected(way: Way, everybody: list[Actor]) -> set[str]:
    admitted = ADMITTED[way]
    return {each.name for each in everybody if admitted == PUBLIC or each.role in admitted}


def test_every_route_has_a_row_and_every_row_a_route(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert {short(way) for way in ways(tmp_path_factory.mktemp("ways"))} == set(ADMITTED)


@pytest.mark.parametrize("way", ADMITTED, ids=" ".join)
def test_with_a_cookie_only_those_get_in_whom_it_is_for(here: Place, everybody: list[Actor], way: Way) -> None:
    way = in_full(here, way)
    assert {who.name for who in everybody if by_cookie(here, way, who)} == expected(short(way), everybody)


@pytest.mark.parametrize("way", ADMITTED, ids=" ".join)
def test_with_a_bearer_token_only_those_get_in_whom_it_is_for(here: Place, everybody: list[Actor], way: Way) -> None:
    way = in_full(here, way)
    wrong_cookie = {f"{role} as facilitator" for role, _ in wrongly(here)}  # which a token does not have
    bearers = [who for who in everybody if who.name not in wrong_cookie]
    assert {who.name for who in bearers if by_token(here, way, who)} == expected(short(way), bearers)


def in_full(here: Place, way: Way) -> Way:
    """The static files lie at an address that changes with them."""
    if not way[1].startswith("/static/"):
        return way
    found = re.search(r"/static/[^/\"]+", here.client.get("/").text)
    assert found is not None
    return way[0], f"{found[0]}/{{file}}"


def short(way: Way) -> Way:
    return way[0], re.sub(r"^/static/[^/]+", "/static", way[1])


def test_a_key_opens_the_stream_it_was_made_for_and_no_other_address_of_it(here: Place, server: Server) -> None:
    for stream in (here.landscape, "wnothing", ""):
        answer = httpx.get(f"{server.url}/k/{stream}/{here.facilitator}")
        assert answer.status_code in REFUSED
        assert "set-cookie" not in answer.headers
