# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is typed stays words: no page, frame or refusal at any moment has an element or an attribute made of it.

The Content Security Policy is not relied on: what is looked for is the element itself, not what it would do.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, get_args
from xml.etree import ElementTree

import httpx
import msgspec
import pytest

from leerlandschap.core.landscape import commands as landscape
from leerlandschap.core.workshop import commands as workshop
from tests.server import Server, serving
from tests.web.asking import Way, filled, ways
from tests.web.hostile_place import PAYLOADS, HostilePlace

# Texts in a command that are not typed by people, or not shown: places, ids, an address, the hash of a source.
NOT_TYPED = {("EditText", "place"), ("Park", "what"), ("Unpark", "what"), ("TakeOver", "address")}
NEVER_ASKED = ("/k/", "/language/", "/static/", "/theme.css", "/gallery", "/health", "/login", "/organisation")


class Made(HTMLParser):
    """What a page is made of, that no page of ours should be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if "pwned" in tag or any("pwned" in name or name.startswith("on") for name in names):
            self.found.append(f"<{tag} {names}>")
        if tag == "script" and not (set(names) & {"src"}) and dict(attrs).get("type") != "application/json":
            self.found.append("a script of its own")
        for name, value in attrs:
            if name in ("href", "src", "action", "formaction") and re.match(
                r"\s*(javascript|data|vbscript):", value or ""
            ):
                self.found.append(f"<{tag} {name}={value}>")

    def handle_comment(self, data: str) -> None:
        if "pwned" in data:
            self.found.append("a comment")

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("payloads")) as running:
        yield running


@pytest.fixture(scope="module")
def place(server: Server) -> Iterator[HostilePlace]:
    here = HostilePlace(server.url)
    yield here
    here.client.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    every = ways(tmp_path_factory.mktemp("ways"))
    return [path for path in map(page_of, every) if path]


def page_of(way: Way) -> str:
    method, path = way
    shown = method == "GET" and not path.startswith(("/api/", *NEVER_ASKED)) and "/print/" not in path
    return path if shown and "/documents/" not in path and not path.endswith(("/stream", ".ics")) else ""


def everywhere(place: HostilePlace, pages: list[str]) -> dict[str, str]:
    """Every page and every frame, as each of them is at this moment to whoever it is for."""
    seen = {}
    kept = place.keeps()
    for pattern in pages:
        for parts in choices(place, kept, pattern):
            address = filled(pattern, parts)
            answer = place.client.get(address, headers={"cookie": keys(place)})
            seen[address] = answer.text
    for role, key in (("participant", place.people[0]), ("projector", ""), ("facilitator", place.facilitator)):
        bearer = key or place.opened["keys"]["projector"]
        seen[f"frame of the {role}"] = frame(place, bearer)
    return seen


def choices(place: HostilePlace, kept: Any, pattern: str) -> list[dict[str, str]]:
    """Values for what stands between braces: each principle, each version; of everything else one."""
    here = {
        "workshop": place.opened["workshop"],
        "landscape": place.landscape,
        "code": place.opened["code"],
        "follow_up": place.follow_up or "x",
        "first": place.opened["workshop"],
        "second": place.opened["workshop"],
        "section": "direction",
        "version": "1",
        "principle": "x",
    }
    many = {
        "principle": [each["id"] for each in kept["principles"]],
        "version": [str(each["version"]) for each in kept["editions"]],
        "section": ["direction", "principles", "where_we_stand", "scope", "account"],
        "follow_up": [each["id"] for each in kept["follow_ups"]],
    }
    for name, values in many.items():
        if f"{{{name}}}" in pattern and values:
            return [{**here, name: value} for value in values]
    return [here]


def keys(place: HostilePlace) -> str:
    stream = place.opened["workshop"]
    held = {
        f"ll-participant-{stream}": place.people[0],
        f"ll-projector-{stream}": place.opened["keys"]["projector"],
        f"ll-facilitator-{stream}": place.facilitator,
        f"ll-landscape-{place.landscape}": place.writer,
    }
    return "; ".join(f"{name}={key}" for name, key in held.items())


def frame(place: HostilePlace, key: str) -> str:
    headers = {"authorization": f"Bearer {key}"}
    with place.client.stream("GET", f"{place.path}/stream", headers=headers) as stream:
        return next(line for line in stream.iter_lines() if line.startswith("data: "))


def assert_words_only(seen: dict[str, str]) -> None:
    assert {where: made.found for where, html in seen.items() if (made := Made(html)).found} == {}


def test_at_every_moment_of_a_workshop_and_after_it_what_was_typed_is_words(
    place: HostilePlace, pages: list[str], server: Server
) -> None:
    read = ""
    for step in (*place.meeting(), *place.afterwards()):
        step()
        seen = everywhere(place, pages)
        assert_words_only(seen)
        read += "".join(Made(html).words for html in seen.values())
    for each in PAYLOADS:  # it did arrive on screens, or nothing of this could have failed
        assert each in read
    assert text_fields() - place.sent == set()
    assert_documents_hold_words(place)


DOCUMENTS = ("html", "odt", "docx", "xlsx", "md", "json", "ics", "pdf")


def assert_documents_hold_words(place: HostilePlace) -> None:
    """The whole of what was typed goes into each kind of document."""
    stream, writer = f"/w/{place.opened['workshop']}/documents", f"/l/{place.landscape}"
    for folder in (stream, f"{writer}/documents", f"{writer}/policy/editions/1/documents"):
        made = [place.client.get(f"{folder}/{kind}", headers={"cookie": keys(place)}) for kind in DOCUMENTS]
        there = [answer for answer in made if answer.status_code == 200]
        assert {answer.status_code for answer in made} <= {200, 404}
        assert len(there) >= 5
        for answer in there:
            assert made_of(answer) == []


def made_of(answer: httpx.Response) -> list[str]:
    """What of a document is there by what was typed: elements, formulas, or addresses that run something."""
    kind = answer.headers["content-type"]
    if kind.startswith("text/html"):
        return Made(answer.text).found
    if not answer.content.startswith(b"PK"):
        return []
    found = []
    with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                for element in ElementTree.fromstring(parts.read(name)).iter():
                    tag, said = str(element.tag), " ".join(element.attrib.values())
                    runs = tag.endswith("}f") or "formula" in " ".join(element.attrib) or "pwned" in tag
                    found += [f"{name}: {tag}"] if runs or said.lower().startswith(("javascript:", "data:")) else []
    return found


def text_fields() -> set[tuple[str, str]]:
    """Every text in every command that may come from outside."""
    every = (*get_args(workshop.Asked), *get_args(landscape.Asked))
    found = {
        (kind.__name__, field.encode_name)
        for kind in every
        for field in msgspec.structs.fields(kind)
        if field.type in (str, str | None) and field.encode_name not in ("source",)
    }
    return found - NOT_TYPED


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_form_that_is_refused_shows_what_was_typed_as_words(
    place: HostilePlace, server: Server, payload: str
) -> None:
    """In its fields, in the sentence that says why, and in whatever the browser says of itself."""
    headers = {"cookie": keys(place), "accept": "text/html", "accept-language": payload}
    stream, landscape_id = place.opened["workshop"], place.landscape
    long = payload * 400
    form = {"type": "RaisePoint", "kind": "unclear", "text": long, "form": payload, payload: payload, "key": payload}
    asked = [
        ("/join", {"code": payload}),
        ("/workshops", {"title": long, "organisation": payload, "team": payload, "language": payload}),
        (f"/w/{stream}/do?as=participant", form),
        (f"/w/{stream}/do?as=facilitator", {**form, "type": payload}),
        (f"/w/{stream}/tallies", {"s1.1": payload, payload: payload}),
        (f"/l/{landscape_id}/do", {**form, "type": "WordScope"}),
        (f"/l/{landscape_id}/links", {"renew": payload}),
        ("/coach", {"text": payload, "ignored": payload}),
    ]
    for address, fields in asked:
        referer = {"referer": f"{server.url}/l/{landscape_id}"} if address.startswith("/l/") else {}
        answer = httpx.post(server.url + address, data=fields, headers={**headers, **referer})
        assert answer.status_code < 500, (address, answer.status_code)
        assert_words_only({address: answer.text})


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_address_with_anything_in_it_shows_words(server: Server, payload: str) -> None:
    for path in (
        "/j/",
        "/w/",
        "/l/",
        "/language/",
        "/k/x/",
        "/gallery/",
        "/",
        "/w/x/documents/",
        "/?as=",
        "/login?back=",
    ):
        answer = httpx.get(server.url + path + payload.replace("/", "%2F"))
        assert answer.status_code < 500
        assert_words_only({path: answer.text})


def test_what_is_looked_for_would_be_found() -> None:
    bad = (
        PAYLOADS[0],
        f"<input value='{PAYLOADS[1]}'>",
        PAYLOADS[2],
        PAYLOADS[3],
        f'<a href="{PAYLOADS[4]}">',
        PAYLOADS[7],
    )
    assert all(Made(each).found for each in bad)
