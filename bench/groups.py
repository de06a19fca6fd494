# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What opinion groups cost, and how often noise is taken for groups.

`python -m bench.groups` runs `measure --groups --json` on made-up conversations of 100 statements, 30 % answered, in a
process of its own (time and memory are the whole command's), and looks for groups in 200 conversations without any.
About two minutes; `--people 1000 10000 100000 1000000` takes a million too, `--conversations 20` is quicker.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from bench.processes import as_installed
from bench.telling import Row, Table, Told, parser_of, saying, tell
from leerlandschap.opinions import Answers, Found, find

STATEMENTS, ANSWERED, GROUPS = 100, 0.3, 3
BLOCK = 10_000  # people written at a time
SIZES = ((20, 15), (30, 40), (60, 15), (120, 40), (300, 25))  # people and statements of conversations without groups

Record = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--people", type=int, nargs="*")
    parser.add_argument("--conversations", type=int)
    asked = parser.parse_args(arguments)
    asked.people = asked.people or ([200] if asked.short else [1_000, 10_000, 100_000])
    asked.conversations = asked.conversations or (2 if asked.short else 200)
    tell(asked, looked_for(asked.people, ("wide",) if asked.short else tuple(WRITERS), asked.conversations))


def looked_for(sizes: Sequence[int], shapes: Sequence[str], conversations: int) -> Told:
    rows: list[Row] = []
    for people in sizes:
        for shape in shapes:
            saying(f"{people} people, a {shape} file")
            rows.append(measured(shape, people))
    told = Told("groups")
    told.add(Table("measure --groups", rows))
    noise = noise_shown(conversations)
    told.add(Table("without groups", [noise]))
    return told


def measured(shape: str, people: int) -> Record:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "answers.csv"
        with file.open("w", encoding="utf-8") as csv:
            answers = sum(WRITERS[shape](csv, codes, start) for start, codes in conversation(people))
        seconds, mebibytes, groups = run(file)
    return {
        "file": shape,
        "people": people,
        "answers": answers,
        "seconds": round(seconds, 2),
        "mebibytes": mebibytes,
        "groups": groups,
    }


def conversation(people: int) -> Iterator[tuple[int, "np.ndarray[Any, np.dtype[np.int8]]"]]:
    """Blocks of votes, people x statements: -1, 0, 1, and 9 for not seen. Three groups that lean each their own way."""
    dice = np.random.default_rng(1)
    lean = dice.choice([-0.8, 0.8], size=(GROUPS, STATEMENTS))
    for start in range(0, people, BLOCK):
        count = min(BLOCK, people - start)
        meant = lean[dice.integers(0, GROUPS, count)] + dice.normal(0, 0.8, (count, STATEMENTS))
        votes = np.where(np.abs(meant) < 0.3, 0, np.sign(meant)).astype(np.int8)
        yield start, np.where(dice.random(votes.shape) < ANSWERED, votes, np.int8(9))


def wide(csv: Any, votes: Any, start: int) -> int:
    if start == 0:
        csv.write("participant," + ",".join(f"s{number}" for number in range(STATEMENTS)) + "\n")
    words = {-1: "-1", 0: "0", 1: "1", 9: ""}
    for person, row in enumerate(votes.tolist(), start):
        csv.write(f"{person}," + ",".join([words[vote] for vote in row]) + "\n")
    return int((votes != 9).sum())


def long(csv: Any, votes: Any, start: int) -> int:
    if start == 0:
        csv.write("participant,statement,round,position\n")
    for person, number in np.argwhere(votes != 9).tolist():
        csv.write(f"{start + person},s{number},1,{votes[person, number] * 2 + 3}\n")
    return int((votes != 9).sum())


WRITERS = {"wide": wide, "long": long}


def run(file: Path) -> tuple[float, int, int]:
    """Seconds, peak memory in MiB, and how many groups were found."""
    command = [sys.executable, "-m", "leerlandschap", "measure", str(file), "--groups", "--json"]
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=as_installed({})) as running:
        assert running.stdout
        record = json.loads(running.stdout.read())
        _, status, used = os.wait4(running.pid, 0)  # the peak of this process only
        running.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - begun, used.ru_maxrss // 1024, len(record["groups"]) if record["grouping"] else 0


def noise_shown(conversations: int) -> Record:
    """Statements differ in how many agree, people in how much they answer; nothing goes together."""
    shown = 0
    begun = time.perf_counter()
    for seed in range(conversations):
        people, statements = SIZES[seed % len(SIZES)]
        shown += isinstance(find(without_groups(people, statements, seed)), Found)
    seconds = round(time.perf_counter() - begun, 1)
    return {"conversations": conversations, "shown": shown, "part": shown / max(1, conversations), "seconds": seconds}


def without_groups(people: int, statements: int, seed: int) -> Answers:
    dice = np.random.default_rng(seed)
    chances = dice.dirichlet(np.ones(5), statements)
    positions = np.stack([dice.choice(np.arange(1, 6), people, p=each) for each in chances])
    diligence = dice.uniform(0.5, 1, people)
    return Answers(np.where(dice.random(positions.shape) < diligence, positions, 0).astype(np.uint8))


if __name__ == "__main__":
    main()
