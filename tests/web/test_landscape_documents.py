# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Report, policy and adopted version over real HTTP: every kind opens in its own reader, with all that was typed."""

import datetime
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import httpx
import pytest

from leerlandschap.documents.edition_kinds import EDITION_KINDS
from leerlandschap.documents.kinds import KINDS, Renderer
from tests.afterwards import Reader
from tests.documents.conftest import Converted
from tests.documents.readers import PICTURED, Pictures, shown_in, words_in
from tests.screens.reading import Page
from tests.server import Group, serving

TODAY = datetime.datetime.now(datetime.UTC).date()
LONG_WORD = "arbeidsmarktkrapteberoepskwalificatieontwikkelingstrajectplan"
TYPED = {
    "to_left": "אנחנו לומדים יחד",
    "arabic": "مرحبا بكم",
    "emoji": "👩🏽‍🏫 leren 🇳🇱",
    "script": "<script>alert(1)</script>",
    "field": "{{ 7*7 }}",
    "formula": "=1+1",
    "long word": LONG_WORD,
}
NAMES = {"name to_left": "שרה", "name emoji": "Chen 🌱"}
# What the letters of a PDF cannot show joined stands there one by one: 👩🏽‍🏫 as a woman, a tone of skin and a school.
SIGNS_OF_ITS_OWN = ("emoji", "arabic")
FINDING = "Tien duizend tekens: " + "leren kost tijd, " * 600
FINDING = FINDING[:9_999].rstrip(", ") + "."


class Written(Group):
    """A workshop in which all of this was typed, and the landscape after it, with a version that was adopted."""

    def __init__(self, url: str) -> None:
        super().__init__(url, 6)
        self.lead("OpenStatements")
        for at, person in enumerate(self.people):
            for number in range(1, 6):
                self._taken(person, "TakeStance", statement=f"s{number}", position=1 + (at * number) % 5)
        self.lead("RevealStatements")
        self.lead("GoTo", step="follow_ups")
        for text in (*TYPED.values(), "Hier komt een bevinding op."):
            self.lead("RaisePoint", kind="unclear", text=text, statements=["s1"])
        due = (TODAY + datetime.timedelta(days=30)).isoformat()
        for point, owner in zip(self.look(self.facilitator)["points"], cycle(NAMES.values()), strict=False):
            self.lead("AgreeFollowUp", point=point["id"], text=point["text"], owner=owner, due_on=due)
        self.follow_up = point["id"]
        self.lead("GoTo", step="principles")
        for text in TYPED.values():
            self.lead("DraftPrinciple", statement=text)
        for principle in self.look(self.facilitator)["principles"]:
            self.lead("KeepPrinciple", principle=principle["id"])
        self.lead("Close")
        self.landscape = self.opened["landscape"]
        self.home = f"/api/v1/landscapes/{self.landscape}"
        self.writer = {"authorization": f"Bearer {self.opened['keys']['landscape']}"}
        self.tell("RecordFinding", follow_up=self.follow_up, text=FINDING)
        self.tell("WritePassage", section="direction", text="\n".join(TYPED.values()))
        self.tell("AdoptPolicy", on=TODAY.isoformat(), adopted_by="de directie", without_consent="Er is geen OR.")

    def _taken(self, who: str, command: str, **fields: Any) -> None:
        answer = self.ask(who, command, **fields)
        assert answer.status_code == 200, answer.text

    def tell(self, command: str, **fields: Any) -> None:
        answer = self.client.post(f"{self.home}/commands", json={"type": command, **fields}, headers=self.writer)
        assert answer.status_code == 200, answer.text

    def keeps(self) -> dict[str, Any]:
        view: dict[str, Any] = self.client.get(self.home, headers=self.writer).json()
        return view

    def fetched(self, about: str, kind: str) -> httpx.Response:
        """The report, the policy or the adopted version."""
        paths = {
            "report": f"{self.path}/documents/{kind}",
            "policy": f"{self.home}/documents/{kind}",
            "edition": f"{self.home}/editions/1/documents/{kind}",
        }
        headers = {"authorization": f"Bearer {self.facilitator}"} if about == "report" else self.writer
        return self.client.get(paths[about], headers=headers)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    with serving(tmp_path_factory.mktemp("landscape-documents")) as server:
        here = Written(server.url)
        yield here
        here.client.close()


EVERY = [
    (about, kind)
    for about, kinds in (("report", KINDS), ("policy", KINDS), ("edition", EDITION_KINDS))
    for kind in kinds
]


@pytest.mark.parametrize(("about", "kind"), EVERY)
def test_every_kind_comes_as_what_it_is_with_everything_that_was_typed(written: Written, about: str, kind: str) -> None:
    answer = written.fetched(about, kind)
    shape: Renderer = KINDS[kind]
    assert (answer.status_code, answer.headers["content-type"]) == (200, shape.media_type)
    name = {"report": f"leren-{TODAY}", "policy": f"gemeente-westerveen-{TODAY}", "edition": "gemeente-westerveen-v1"}
    assert answer.headers["content-disposition"] == f'attachment; filename="{name[about]}.{shape.suffix}"'
    words = words_in(kind, answer.content)
    missing = {each for each, text in expected(about, kind).items() if " ".join(text.split()) not in words}
    assert missing == set()
    assert "49" not in {each.strip(".,") for each in words.split()}  # no field was reckoned out


def expected(about: str, kind: str) -> dict[str, str]:
    """What must be found: a calendar holds no findings and nobody's name, and an edition names nobody."""
    of_pdf = kind.startswith("pdf")
    typed = {name: text for name, text in TYPED.items() if not (of_pdf and name in SIGNS_OF_ITS_OWN)}
    if about == "policy" and kind != "ics":
        typed["finding"] = FINDING
    if about != "edition" and kind not in ("ics", "md"):
        typed |= {name: text for name, text in NAMES.items() if not (of_pdf and "emoji" in name)}
    return typed


@pytest.mark.parametrize("about", ["report", "policy", "edition"])
def test_nothing_that_was_typed_becomes_a_script(written: Written, about: str) -> None:
    assert "script" not in Pictures(written.fetched(about, "html").text).tags


@pytest.mark.parametrize("about", ["report", "policy", "edition"])
@pytest.mark.parametrize("kind", PICTURED)
def test_the_map_says_in_words_what_it_shows(written: Written, about: str, kind: str) -> None:
    (shown,) = shown_in(kind, written.fetched(about, kind).content)
    assert shown.startswith("Jullie landschap. Over 1 van de 5 stellingen zijn jullie het eens.")
    names = ("1. Alleen leren voor je functie: ", "3. Talent boven functierol: ", "5. Genoeg tijd voor soft skills: ")
    assert [name for name in names if name not in shown] == []


@pytest.mark.office
@pytest.mark.parametrize("about", ["policy", "edition"])
@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_an_office_opens_it_without_repair(written: Written, converted: Converted, about: str, kind: str) -> None:
    file = written.fetched(about, kind).content
    text = " ".join(converted(file, kind, "txt:Text (encoded):UTF8").decode().split())
    assert {name for name, typed in TYPED.items() if typed not in text} == set()
    assert (FINDING in text) == (FINDING in words_in(kind, file))
    assert converted(file, kind, "pdf").startswith(b"%PDF")


# ---- adopted versions


def test_an_adopted_version_is_offered_on_its_page_and_opens_with_the_key_alone(written: Written) -> None:
    page = f"/l/{written.landscape}/policy/editions/1"
    with Holder(written) as writer:
        shown = writer.opens(page).text
        for kind in EDITION_KINDS:
            assert f'href="{page}/documents/{kind}"' in shown
            answer = writer.opens(f"{page}/documents/{kind}")
            assert (answer.status_code, answer.headers["content-type"]) == (200, EDITION_KINDS[kind].media_type)
        assert httpx.get(f"{written.client.base_url}{page}/documents/odt").status_code == 401


def test_an_adopted_version_keeps_its_words_whatever_comes_after(written: Written) -> None:
    before = words_in("odt", written.fetched("edition", "odt").content)
    written.tell("ReopenPolicy", reason="Er is iets veranderd.")
    written.tell("WritePassage", section="direction", text="Hierna geschreven.")
    assert words_in("odt", written.fetched("edition", "odt").content) == before
    assert "Hierna geschreven." in words_in("odt", written.fetched("policy", "odt").content)


@pytest.mark.parametrize(
    ("rest", "sentence"),
    [
        ("editions/9/documents/odt", "Kijk of het adres klopt."),
        ("editions/01/documents/odt", "Kijk of het adres klopt."),
        ("editions/one/documents/pdf", "Kijk of het adres klopt."),
        ("editions/1/documents/papyrus", "Kies een van de documenten op de pagina."),
        ("editions/1/documents/xlsx", "Kies een van de documenten op de pagina."),
    ],
)
def test_a_version_or_a_kind_that_there_is_not_is_told_in_words(written: Written, rest: str, sentence: str) -> None:
    with Holder(written) as writer:
        answer = writer.opens(f"/l/{written.landscape}/policy/{rest}")
    assert answer.status_code == 404
    assert sentence in Page(answer.text).text
    told = written.client.get(f"{written.home}/{rest}", headers=written.writer | {"accept-language": "nl"}).json()
    assert sentence in told["detail"]


def test_an_owner_gets_no_document_of_the_policy(written: Written) -> None:
    answer = written.client.get(
        f"{written.home}/editions/1/documents/odt?about={written.follow_up}", headers={"authorization": "Bearer nobody"}
    )
    assert answer.status_code == 401


class Holder(Reader):
    """Whoever holds the key of the landscape, for as long as it takes."""

    def __init__(self, written: Written) -> None:
        super().__init__(str(written.client.base_url))
        self.opens(f"/k/{written.landscape}/{written.opened['keys']['landscape']}")

    def __enter__(self) -> "Holder":
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()
