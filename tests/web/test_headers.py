# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every answer says to the browser, route by route, behind https; and what another site may not do."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.afterwards import Afterwards, Reader
from tests.server import Server, serving
from tests.web.asking import Way, filled, ways

HTTPS = {"LEERLANDSCHAP_PUBLIC_URL": "https://leren.example", "LEERLANDSCHAP_GALLERY": "true"}
STRICT = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "strict-transport-security": "max-age=31536000",
}
FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    theme = tmp_path_factory.mktemp("theme") / "theme.css"
    theme.write_text(":root { --accent: #123456; }")
    with serving(
        tmp_path_factory.mktemp("headers"), environment={**HTTPS, "LEERLANDSCHAP_THEME": str(theme)}
    ) as running:
        yield running


@pytest.fixture(scope="module")
def every_way(tmp_path_factory: pytest.TempPathFactory) -> list[Way]:
    return ways(tmp_path_factory.mktemp("ways"))


@pytest.fixture(scope="module")
def after(server: Server) -> Iterator[Afterwards]:
    here = Afterwards(server.url)
    yield here
    here.client.close()


def address(after: Afterwards, pattern: str) -> str:
    kind = "poster" if "/print/" in pattern else "json"
    names = dict.fromkeys(re.findall(r"\{(\w+)", pattern), "x")
    here = {
        "workshop": after.opened["workshop"],
        "landscape": after.landscape,
        "kind": kind,
        "file": "css/tokens.css",
        "follow_up": after.hours,
        "principle": after.principle,
        "language": "en",
        "code": after.opened["code"],
        "stream": after.opened["workshop"],
        "key": after.facilitator,
    }
    return filled(pattern, {**names, **here})


def asked(after: Afterwards, way: Way, **headers: str) -> httpx.Response:
    """The head of the answer, to whoever holds the key that fits; the body of a stream never ends."""
    method, pattern = way
    of_landscape = pattern.startswith(("/l/", "/api/v1/landscapes/"))
    keys = {"authorization": f"Bearer {after.writer if of_landscape else after.facilitator}"}
    with after.client.stream(method, address(after, pattern), headers={**keys, **headers}) as answer:
        return answer


def test_every_answer_is_as_strict_as_can_be(after: Afterwards, every_way: list[Way]) -> None:
    assert len(every_way) > 40
    said = {way: asked(after, way).headers for way in every_way}
    for name, value in STRICT.items():
        assert {way: headers.get_list(name) for way, headers in said.items() if headers.get_list(name) != [value]} == {}
    for headers in said.values():
        assert {"camera=()", "microphone=()", "geolocation=()"} <= set(headers["permissions-policy"].split(", "))
        assert "server" not in headers


def test_no_browser_keeps_anything_but_what_is_the_same_for_everybody(after: Afterwards, every_way: list[Way]) -> None:
    kept = {way[1]: told for way in every_way if (told := asked(after, way).headers["cache-control"]) != "no-store"}
    (static,) = (each for each in kept if each.startswith("/static/"))
    assert kept == {static: FOR_EVER, "/theme.css": "no-cache"}


def test_a_command_that_is_taken_is_answered_as_strictly(after: Afterwards) -> None:
    headers = after.tell("WordScope", text="Voor iedereen.").headers
    assert {name: headers.get(name) for name in STRICT} == STRICT
    assert headers["cache-control"] == "no-store"


def test_a_page_that_is_not_there_is_as_strict(after: Afterwards) -> None:
    for path in ("/nowhere", "/api/nowhere", "/w/", "/static/nothing.js"):
        headers = after.client.get(path).headers
        assert {name: headers.get(name) for name in STRICT} == STRICT


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
    ],
    ids=str,
)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_no_other_site_changes_anything_by_any_route(
    server: Server, after: Afterwards, every_way: list[Way], elsewhere: dict[str, str], accept: str
) -> None:
    changing = [way for way in every_way if way[0] not in ("GET", "HEAD")]
    assert len(changing) > 8
    for method, pattern in changing:
        answer = httpx.request(
            method,
            server.url + address(after, pattern),
            headers={**elsewhere, "accept": accept, "accept-language": "en"},
        )
        assert (answer.status_code, pattern) == (403, pattern)
        assert "This request came from another website" in answer.text


def test_what_is_not_for_changing_may_be_linked_to_from_anywhere(after: Afterwards) -> None:
    assert after.client.get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


def cookies_of(answer: httpx.Response) -> dict[str, set[str]]:
    """What is said of each cookie, by its name."""
    found = {}
    for each in answer.headers.get_list("set-cookie"):
        pair, *said = each.split("; ")
        found[pair.split("=")[0]] = set(said)
    return found


def test_cookies_are_kept_from_scripts_other_sites_and_neighbours(after: Afterwards) -> None:
    form = {"title": "Leren", "organisation": "Westerveen", "language": "nl"}
    answers = [
        after.client.post("/workshops", data=form),
        after.client.get(f"/k/{after.landscape}/{after.writer}"),
        after.client.get("/language/en"),
    ]
    cookies = {name: said for answer in answers for name, said in cookies_of(answer).items()}
    assert len(cookies) == 4
    for name, said in cookies.items():
        assert name.startswith("__Host-ll-")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} < said
        assert not any(each.startswith("Domain") for each in said)


def test_a_cookie_without_its_prefix_opens_nothing_behind_https(after: Afterwards) -> None:
    """A neighbouring host can set one of any other name for us."""
    workshop = after.opened["workshop"]
    path, key = f"/w/{workshop}/facilitator", after.facilitator
    own = after.client.get(path, headers={"cookie": f"__Host-ll-facilitator-{workshop}={key}"})
    set_by_a_neighbour = after.client.get(path, headers={"cookie": f"ll-facilitator-{workshop}={key}"})
    assert (own.status_code, set_by_a_neighbour.status_code) == (200, 401)


def test_the_start_page_knows_the_keys_of_this_browser_behind_https(after: Afterwards) -> None:
    workshop = after.opened["workshop"]
    answer = after.client.get("/", headers={"cookie": f"__Host-ll-facilitator-{workshop}={after.facilitator}"})
    assert f'href="/w/{workshop}/facilitator"' in answer.text


def test_the_chosen_language_stays_chosen_behind_https(after: Afterwards) -> None:
    answer = after.client.get("/", headers={"cookie": "__Host-ll-language=en", "accept-language": "nl"})
    assert '<html lang="en"' in answer.text


def test_without_https_no_browser_is_sent_to_it(tmp_path: Path) -> None:
    with serving(tmp_path) as plain:
        answer = httpx.get(f"{plain.url}/language/en")
        assert "strict-transport-security" not in answer.headers
        assert cookies_of(answer) == {"ll-language": {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=34560000"}}
        reader = Reader(plain.url)
        reader.client.post("/workshops", data={"title": "Leren", "organisation": "Westerveen"})
        assert all(each.name.startswith("ll-") for each in reader.client.cookies.jar)
        reader.client.close()
