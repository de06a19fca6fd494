# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workshop that has closed, with what was agreed in it, over the real API."""

import datetime
from typing import Any

import httpx

from tests.server import Group

DUE = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=30)


class Afterwards(Group):
    """Two follow-ups, of which nobody has the second yet, and one principle; ``writer`` holds the landscape's key."""

    def __init__(self, url: str, language: str = "nl", cookies: dict[str, str] | None = None) -> None:
        super().__init__(url, 0, language, cookies)
        self.lead("GoTo", step="follow_ups")
        for text in ("Hoeveel uur is er?", "Wie beslist dat?"):
            self.lead("RaisePoint", kind="unclear", text=text, statements=["s1"])
        hours, who = (each["id"] for each in self.look(self.facilitator)["points"])
        agreed = {"first_step": "Als het maandag is, dan bel ik.", "done_when": "het getal er is"}
        self.lead(
            "AgreeFollowUp", point=hours, text="De uren optellen.", due_on=DUE.isoformat(), owner="Bram", **agreed
        )
        self.lead("AgreeFollowUp", point=who, text="Navragen wie beslist.")
        self.lead("GoTo", step="principles")
        self.lead("DraftPrinciple", statement="Iedereen leert vier uur per maand.")
        principle = self.look(self.facilitator)["principles"][0]["id"]
        self.lead("KeepPrinciple", principle=principle)
        self.lead("Close")
        self.landscape: str = self.opened["landscape"]
        self.writer: str = self.opened["keys"]["landscape"]
        self.hours, self.who, self.principle = hours, who, principle

    def tell(self, command: str, key: str | None = None, **fields: Any) -> httpx.Response:
        """Ask something of the landscape, as its writer or with another key."""
        headers = {"Authorization": f"Bearer {key or self.writer}"}
        path = f"/api/v1/landscapes/{self.landscape}/commands"
        return self.client.post(path, json={"type": command, **fields}, headers=headers)

    def keeps(self, key: str | None = None) -> dict[str, Any]:
        """The landscape as its writer may see it, or whoever holds another key."""
        headers = {"Authorization": f"Bearer {key or self.writer}"}
        answer = self.client.get(f"/api/v1/landscapes/{self.landscape}", headers=headers)
        assert answer.status_code == 200, answer.text
        view: dict[str, Any] = answer.json()
        return view

    def follow_up(self, wanted: str) -> dict[str, Any]:
        return next(each for each in self.keeps()["follow_ups"] if each["id"] == wanted)


class Reader:
    """Somebody with a browser without scripts: cookies, forms, and the page they come back to."""

    def __init__(self, url: str) -> None:
        self.client = httpx.Client(
            base_url=url,
            timeout=20,
            follow_redirects=True,
            headers={"accept": "text/html"},
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def opens(self, address: str) -> httpx.Response:
        return self.client.get(address)

    def sends(self, page: str, to: str, **fields: str) -> httpx.Response:
        """A form on this page."""
        return self.client.post(to, data=fields, headers={"referer": str(self.client.base_url.join(page))})
