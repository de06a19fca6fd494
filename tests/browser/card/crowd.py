# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The others in the room, over the API: they have no screen here and know no more than the code."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import httpx


class Crowd:
    def __init__(self, url: str, code: str, people: int) -> None:
        self._client = httpx.Client(base_url=url, timeout=20)
        joined = [self._client.post("/api/v1/join", json={"code": code}).json() for _ in range(people)]
        self._path = f"/api/v1/workshops/{joined[0]['workshop']}"
        self.keys: list[str] = [each["key"] for each in joined]

    def leave(self) -> None:
        self._client.close()

    def ask(self, who: int, command: str, **fields: Any) -> int:
        """A command that must be taken; how far the workshop is after it."""
        answer = self._client.post(f"{self._path}/commands", json={"type": command, **fields}, headers=self._as(who))
        assert answer.status_code == 200, answer.text
        seq: int = answer.json()["seq"]
        return seq

    def everyone(self, command: str, fields: Callable[[int], dict[str, Any]]) -> int:
        return max(self.ask(who, command, **fields(who)) for who in range(len(self.keys)))

    def take_stances(self, positions: Mapping[str, Sequence[int]]) -> int:
        return max(
            self.ask(who, "TakeStance", statement=statement, position=position)
            for statement, row in positions.items()
            for who, position in enumerate(row)
        )

    def look(self, who: int = 0) -> dict[str, Any]:
        answer = self._client.get(self._path, headers=self._as(who))
        assert answer.status_code == 200, answer.text
        view: dict[str, Any] = answer.json()
        return view

    def _as(self, who: int) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.keys[who]}"}
