# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every bench says at the end: tables for people, JSON for programs, on which machine, and what was left out."""

import argparse
import datetime
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]


@dataclass
class Table:
    """Rows of the same columns; a value of None is a figure that could not be had."""

    title: str
    rows: list[Row]


@dataclass
class Target:
    """What must be reached, and what was: ``at_most`` or ``at_least``, whichever is given."""

    name: str
    reached: float | None
    at_most: float | None = None
    at_least: float | None = None

    @property
    def met(self) -> bool | None:
        if self.reached is None:
            return None
        if self.at_most is not None and self.reached > self.at_most:
            return False
        return self.at_least is None or self.reached >= self.at_least


@dataclass
class Told:
    """The outcome of one bench."""

    bench: str
    tables: list[Table] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, table: Table) -> None:
        """Shown at once: what was measured is not lost when something later goes wrong."""
        self.tables.append(table)
        print(_drawn(table) + "\n", flush=True)

    def leave_out(self, what: str) -> None:
        """Something that is not on this machine, once."""
        if what not in self.left_out:
            self.left_out.append(what)

    def as_json(self) -> dict[str, Any]:
        told = asdict(self)
        for target, told_target in zip(self.targets, told["targets"], strict=True):
            told_target["met"] = target.met
        return told | {"command": " ".join(["python -m", f"bench.{self.bench}", *sys.argv[1:]]), "machine": machine()}

    def the_rest(self) -> str:
        """All but the tables, which were shown as they came."""
        parts: list[str] = []
        if self.targets:
            rows = [
                {"target": t.name, "reached": t.reached, "wanted": _wanted(t), "met": _met(t.met)} for t in self.targets
            ]
            parts.append(_drawn(Table("targets", rows)))
        parts.append("on {processor}, {cores} cores, {busy} of them busy".format(**machine()))
        parts += [f"left out: {each}" for each in self.left_out] + [f"note: {each}" for each in self.notes]
        return "\n\n".join(parts)


def machine() -> dict[str, Any]:
    """``busy``: how many cores the last minute would have kept at work, others on this machine included."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "busy": round(os.getloadavg()[0], 1),
        "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def _wanted(target: Target) -> str:
    return f"at most {target.at_most:g}" if target.at_most is not None else f"at least {target.at_least:g}"


def _met(met: bool | None) -> str:
    return {None: "not measured", True: "yes", False: "NO"}[met]


def _drawn(table: Table) -> str:
    """Columns as wide as they need to be; words to the left, numbers to the right."""
    names = list(dict.fromkeys(name for row in table.rows for name in row))
    cells = [names] + [[_shown(row.get(name)) for name in names] for row in table.rows]
    widths = [max(len(line[at]) for line in cells) for at in range(len(names))]
    words = [any(isinstance(row.get(name), str) for row in table.rows) for name in names]
    lines = [
        "  ".join(cell.ljust(width) if word else cell.rjust(width) for cell, width, word in zip(*each, strict=True))
        for each in ((line, widths, words) for line in cells)
    ]
    return "\n".join([f"== {table.title}", *(line.rstrip() for line in lines)])


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return str(value)


def parser_of(doc: str | None) -> argparse.ArgumentParser:
    """The arguments that every bench has."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="also write the figures as JSON to this file")
    parser.add_argument("--short", action="store_true", help="as small and as short as it can be, to see that it runs")
    return parser


def tell(asked: argparse.Namespace, told: Told) -> None:
    print(told.the_rest(), flush=True)
    if asked.out:
        asked.out.write_text(json.dumps(told.as_json(), indent=1, ensure_ascii=False) + "\n", "utf-8")


def saying(words: str) -> None:
    """How far it is, for whoever waits."""
    print(f"· {words}", file=sys.stderr, flush=True)
