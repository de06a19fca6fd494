# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be read from the bare files of a database, without asking it anything."""

from pathlib import Path

from tests.server import Group


def read_from(folder: Path, *words: str) -> list[str]:
    """Those of these words that stand in any file there, the write-ahead log and leftovers included."""
    files = [each.read_bytes() for each in folder.rglob("*") if each.is_file() and each.suffix != ".log"]
    return [word for word in words if any(word.encode() in each for each in files)]


def of_people(group: Group, keys: int) -> list[str]:
    """What would give people away: their ids, the keys of their requests, and every event that tells a choice."""
    ids = [key.partition(".")[0] for key in group.people]
    return [*ids, *(f"sleutel-{n}-" for n in range(keys)), "StanceTaken", "ParticipantJoined", "WorkshopRated"]


def voted(group: Group, rounds: int = 1) -> None:
    """Everybody takes a stance on every statement, again and again, each request with a key; then it is closed."""
    group.lead("OpenStatements")
    for turn in range(rounds):
        for number, person in enumerate(group.people):
            for statement in ("s1", "s2", "s3", "s4", "s5"):
                position = 1 + (number + turn + int(statement[1])) % 5
                key = f"sleutel-{number}-{turn}-{statement}"
                answer = group.ask(person, "TakeStance", key=key, statement=statement, position=position)
                assert answer.status_code == 200, answer.text
    group.lead("RevealStatements")
    group.lead("GoTo", step="closing")
    for person in group.people:
        group.ask(person, "RateWorkshop", rating=4)
    group.lead("Close")
