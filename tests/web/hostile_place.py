# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A workshop and its landscape in which everything that can be typed is an attempt to become part of a page."""

from collections.abc import Callable
from typing import Any

from tests.server import Group

PAYLOADS = (
    '"><x-pwned pwned="1">',
    "' pwned='1' onfocus='pwned()' autofocus x='",
    "</textarea></title></script></style><x-pwned pwned>",
    "<img src=x pwned onerror=pwned()>",
    "javascript:pwned()",
    "<!--<x-pwned>-->]]>{{ 7*7 }}{% pwned %}${pwned}",
    "=cmd|'/c pwned'!A1",
    "<svg/onload=pwned()>&lt;x-pwned pwned&gt;&#60;x-pwned pwned&#62;",
)
SHORT = ("name", "number", "owner")  # where not every attempt fits


class HostilePlace(Group):
    """Each step of ``meeting`` and ``afterwards`` leaves the place at a moment worth looking at."""

    def __init__(self, url: str) -> None:
        super().__init__(url, 6)
        self.sent: set[tuple[str, str]] = set()  # command and field of everything that was typed
        self._turn = 0
        self.landscape: str = self.opened["landscape"]
        self.writer: str = self.opened["keys"]["landscape"]
        self.follow_up = ""

    def typed(self, field: str = "") -> str:
        """Another attempt each time; always one that says its number, or the same text would be merged with itself."""
        self._turn += 1
        attempt = PAYLOADS[0] if field in SHORT else PAYLOADS[self._turn % len(PAYLOADS)]
        return f"{attempt} {self._turn}"

    def says(self, who: str, command: str, fields: tuple[str, ...] = (), **more: Any) -> Any:
        """A command whose ``fields`` are typed; it must be taken."""
        self.sent |= {(command, field) for field in fields}
        answer = self.ask(who, command, **{field: self.typed(field) for field in fields}, **more)
        assert answer.status_code == 200, (command, answer.text)

    def writes(self, command: str, fields: tuple[str, ...] = (), **more: Any) -> None:
        """The same, of the landscape."""
        self.sent |= {(command, field) for field in fields}
        path, key = f"/api/v1/landscapes/{self.landscape}", {"Authorization": f"Bearer {self.writer}"}
        typed = {field: self.typed(field) for field in fields}
        answer = self.client.post(f"{path}/commands", json={"type": command, **typed, **more}, headers=key)
        assert answer.status_code == 200, (command, answer.text)

    def keeps(self) -> Any:
        key = {"Authorization": f"Bearer {self.writer}"}
        return self.client.get(f"/api/v1/landscapes/{self.landscape}", headers=key).json()

    def meeting(self) -> tuple[Callable[[], None], ...]:
        start = self.prepares, self.votes, self.talks
        return (*start, self.points, self.agrees, self.thinks, self.writes_down, self.ends)

    def prepares(self) -> None:
        lead = self.facilitator
        self.says(lead, "SetUp", ("title", "organisation", "team"))
        self.says(lead, "EditStatement", ("text", "name"))
        first = self.look(lead)["statements"][0]["id"]
        self.says(lead, "EditStatement", ("text", "name"), statement=first)
        taken = [self._edits(place) for place, _ in self.look(lead)["texts"]]
        assert sum(taken) > len(taken) / 2  # the shortest of them have no room for it

    def _edits(self, place: str) -> bool:
        self.sent |= {("EditText", "text")}
        return self.ask(self.facilitator, "EditText", place=place, text=self.typed("name")).status_code == 200

    def votes(self) -> None:
        self.lead("OpenStatements")
        for at, person in enumerate(self.people):
            for each in self.look(person)["statements"]:
                self.says(person, "TakeStance", ("motivation",), statement=each["id"], position=1 + 4 * (at % 2))

    def talks(self) -> None:
        lead = self.facilitator
        self.lead("RevealStatements")
        for each in self.look(lead)["statements"][:2]:
            self.says(lead, "PutStatement", statement=each["id"])
            self.says(lead, "WriteNote", ("text",), statement=each["id"])
        self.says(lead, "ShareInsight", ("text",))

    def points(self) -> None:
        lead = self.facilitator
        self.lead("GoTo", step="follow_ups")
        for person in self.people:
            self.says(person, "RaisePoint", ("text",), kind="unclear", statements=["s1"])
        found = [each["id"] for each in self.look(lead)["points"]]
        self.says(lead, "MergePoints", ("text",), points=found[:2])
        self.says(lead, "Park", ("text",))
        self.says(lead, "Park", what=found[2])

    def agrees(self) -> None:
        lead = self.facilitator
        for each in self.look(lead)["points"][:2]:
            fields = ("text", "owner", "first_step", "done_when")
            self.says(lead, "AgreeFollowUp", fields, point=each["id"], due_on="2100-01-01")
            self.follow_up = each["id"]

    def thinks(self) -> None:
        lead = self.facilitator
        self.lead("GoTo", step="principles")
        for each in self.look(lead)["questions"]:
            option = each["options"][0]["id"]
            for choice in (option, [option], {option: 1}):
                if self.ask(self.people[0], "AnswerQuestion", question=each["id"], choice=choice).status_code == 200:
                    answer = self.ask(
                        self.people[1], "AnswerQuestion", question=each["id"], choice=choice, fill=self.typed()
                    )
                    self.sent |= {("AnswerQuestion", "fill")} if answer.status_code == 200 else set()

    def writes_down(self) -> None:
        lead = self.facilitator
        words = ("statement", "because", "means", "except")
        for person in self.people[:2]:
            self.says(person, "DraftPrinciple", words)
        found = [each["id"] for each in self.look(lead)["principles"]]
        self.says(lead, "EditPrinciple", words, principle=found[0])
        self.lead("AskConsent")
        for person in self.people:
            self.says(person, "GiveConsent", ("reservation",), principle=found[0], position="object")
        self.lead("RevealConsent")
        self.says(lead, "KeepPrinciple", principle=found[0])
        self.says(lead, "SetScope", ("text",))
        self.says(lead, "SetBoundary", ("text",))

    def ends(self) -> None:
        self.lead("Close")

    # ---- the years after

    def afterwards(self) -> tuple[Callable[[], None], ...]:
        return (self.finds, self.revises, self.decides)

    def finds(self) -> None:
        one = self.follow_up
        self.writes("TakeOver", ("owner",), follow_up=one)
        self.writes("Postpone", ("reason",), follow_up=one, due_on="2100-02-01")
        principle = self.keeps()["principles"][0]["id"]
        self.writes("RecordFinding", ("text",), follow_up=one, touches={principle: "contradicts"})
        other = next(each["id"] for each in self.keeps()["follow_ups"] if each["id"] != one)
        self.writes("Drop", ("reason",), follow_up=other)
        self.writes("ChooseFrame", ("organisation",))

    def revises(self) -> None:
        words = ("statement", "because", "means", "except")
        finding = self.keeps()["findings"][0]["id"]
        first = self.keeps()["principles"][0]["id"]
        self.writes("WritePrinciple", words)
        self.writes("SupplementPrinciple", words, principle=first, finding=finding)
        self.writes("RevisePrinciple", (*words, "reason"), principle=first)
        both = [each["id"] for each in self.keeps()["principles"]][:2]
        self.writes("MergePrinciples", words, principles=both)
        self.writes("WritePrinciple", words)
        self.writes("WithdrawPrinciple", ("reason",), principle=self.keeps()["principles"][-1]["id"])
        self.writes("WordScope", ("text",))
        self.writes("WordBoundary", ("text",))
        boundary = next(each["id"] for each in self.keeps()["boundaries"] if not each.get("lifted"))
        self.writes("WordBoundary", ("text",))
        self.writes("LiftBoundary", ("reason",), boundary=boundary)

    def decides(self) -> None:
        today = self.keeps()["today"]
        self.writes("WritePassage", ("text",), section="direction")
        self.writes("AcceptPassage", ("text",), section="principles", passage="scope", source="0" * 16)
        self.writes("SendPolicy", ("to",), on=today)
        self.writes("AskWorksCouncil", ("to",), on=today)
        self.writes("RecordConsent", ("number", "remark"), on=today, decision="given_with_remarks")
        self.writes("AdoptPolicy", ("adopted_by",), on=today)
        self.writes("ReopenPolicy", ("reason",))
        self.writes("AdoptPolicy", ("adopted_by", "without_consent"), on=today)
