# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people who write on the same principle, with browsers without scripts, over real HTTP."""

from collections.abc import Iterator

import httpx
import pytest

from tests.screens.reading import Form, Page
from tests.server import Group, Server, serving

QUOTE = '"'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("writers")) as server:
        yield server


class Writer:
    """Holds the key of a landscape, and fills in forms."""

    def __init__(self, server: Server, group: Group) -> None:
        stream, key = group.opened["landscape"], group.opened["keys"]["landscape"]
        self.principles = f"/l/{stream}/principles"
        self._browser = httpx.Client(
            base_url=server.url,
            headers={"Accept": "text/html", "Cookie": f"ll-landscape-{stream}={key}; ll-language=nl"},
        )

    def opens(self, path: str, status: int = 200) -> str:
        answer = self._browser.get(path)
        assert answer.status_code == status, path
        return answer.text

    def sends(self, path: str, form: Form, *typed: tuple[str, str]) -> httpx.Response:
        """The form of the page at ``path``, with what was typed in it."""
        fields = [(name, value.removeprefix("\n")) for name, value in form.fields if name not in dict(typed)]
        sent: dict[str, list[str]] = {}
        for name, value in (*fields, *typed):
            sent.setdefault(name, []).append(value)
        return self._browser.post(form.to, data=sent, headers={"Referer": str(self._browser.base_url.join(path))})

    def leaves(self) -> None:
        self._browser.close()


@pytest.fixture
def writers(server: Server) -> Iterator[tuple[Writer, Writer]]:
    group = Group(server.url)
    both = Writer(server, group), Writer(server, group)
    yield both
    for each in both:
        each.leaves()


def form(html: str, name: str) -> Form:
    return next(each for each in Page(html).forms if each.id == name)


def written(writer: Writer, statement: str) -> str:
    """The path of a principle that somebody wrote just now."""
    new = form(writer.opens(writer.principles), "write")
    answer = writer.sends(writer.principles, new, ("statement", statement))
    assert (answer.status_code, answer.headers["location"]) == (303, writer.principles)
    start = f'href="{writer.principles}/'
    return f"{writer.principles}/{writer.opens(writer.principles).partition(start)[2].partition(QUOTE)[0]}"


def test_the_second_sees_the_newest_words_keeps_their_own_and_can_save_them(writers: tuple[Writer, Writer]) -> None:
    sanne, willem = writers
    here = written(sanne, "Wij leren elke dag.")
    first, second = (form(each.opens(here), "revise") for each in writers)
    taken = sanne.sends(here, first, ("statement", "Wij leren elke week."), ("reason", "Elke dag lukt niet."))
    assert (taken.status_code, taken.headers["location"]) == (303, here)
    mine = (("statement", "Wij leren <b>elke</b> maand."), ("reason", "Een maand is genoeg."))
    refused = willem.sends(here, second, *mine)
    assert refused.status_code == 422
    assert Page(refused.text).text.count("Iemand anders veranderde dit intussen. Jouw woorden staan er nog.") == 1
    assert "Wij leren elke week." in refused.text
    again = form(refused.text, "revise")
    fields = {name: value.removeprefix("\n") for name, value in again.fields}
    assert (fields["statement"], fields["reason"]) == ("Wij leren <b>elke</b> maand.", "Een maand is genoeg.")
    assert willem.sends(here, again).status_code == 303
    told = Page(sanne.opens(here)).text
    places = [told.find(each) for each in ("Hier geschreven", "Elke dag lukt niet.", "Een maand is genoeg.")]
    assert places == sorted(places)
    assert min(places) > 0


def test_pressing_twice_is_saving_once(writers: tuple[Writer, Writer]) -> None:
    sanne, _ = writers
    here = written(sanne, "Wij leren elke dag.")
    revise = form(sanne.opens(here), "revise")
    typed = (("statement", "Wij leren elke week."), ("reason", "Elke dag lukt niet."))
    assert [sanne.sends(here, revise, *typed).status_code for _ in range(2)] == [303, 303]
    assert Page(sanne.opens(here)).ids.count("wording-2") == 1
    assert Page(sanne.opens(here)).ids.count("wording-3") == 0


def test_boxes_that_were_ticked_stay_ticked_when_the_words_do_not_fit(writers: tuple[Writer, Writer]) -> None:
    sanne, _ = writers
    for statement in ("Wij leren elke dag.", "Iedereen betaalt zelf.", "Talent gaat voor."):
        written(sanne, statement)
    page = sanne.opens(sanne.principles)
    ids = [each.partition('"')[0] for each in page.split('type="checkbox" name="principles" value="')[1:]]
    chosen = [("principles", each) for each in ids[:2]]
    refused = sanne.sends(sanne.principles, form(page, "merge"), *chosen, ("statement", "x" * 401))
    assert refused.status_code == 422
    assert [f'value="{each}" form="merge" checked' in refused.text for each in ids] == [True, True, False]


def test_a_principle_that_is_not_there_is_told_in_words(writers: tuple[Writer, Writer]) -> None:
    sanne, _ = writers
    assert Page(sanne.opens(f"{sanne.principles}/nowhere", 404)).text.count("Kijk of het adres klopt.") == 1
