# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an operator watches, in the text format of Prometheus: numbers of this process, and nothing about anybody.

What is counted on the road of a command stands in plain integers on the objects that know it. They are read when
somebody asks, and only then is the library imported that writes them down.
"""

import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from leerlandschap.journal.spread import Spread
from leerlandschap.web.house import House

if TYPE_CHECKING:
    from prometheus_client import Metric

OURS = "leerlandschap_"


class Figures(Struct, frozen=True):
    """As they were at one moment, taken in the event loop; the spreads go on."""

    screens: int
    workshops: int
    landscapes: int
    drawn: int
    sent: int
    troubles: int
    conflicts: int
    refused: dict[str, int]
    acknowledged: Spread
    commits: Spread  # by how many entries each held
    process: str | None  # which of several at this address, when there are


def figures(house: House) -> Figures:
    written, answered = house.journal.written, house.answered
    return Figures(
        house.hub.count(),
        len(house.rooms.all_open),
        len(house.landscapes.all_open),
        house.cadence.drawn,
        house.hub.sent,
        written.troubles,
        written.conflicts,
        {code.value: times for code, times in answered.refused.items()},
        answered.seconds,
        written.commits,
        str(os.getpid()) if house.workers > 1 else None,
    )


def exposition(found: Figures) -> tuple[bytes, str]:
    """Those of the process itself with it (memory, processor, open files), and the media type. Not for the loop."""
    from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
    from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

    registry = CollectorRegistry(auto_describe=False)
    registry.register(Written(found))
    process = CollectorRegistry(auto_describe=False)
    ProcessCollector(registry=process)
    registry.register(Marked(process.collect(), found.process))
    return generate_latest(registry), CONTENT_TYPE_PLAIN_0_0_4


class Marked:
    """Figures with the process they are of, when several answer at this address."""

    def __init__(self, families: "Iterable[Metric]", process: str | None) -> None:
        self._families = families
        self._mark = {"process": process} if process else {}

    def collect(self) -> "Iterator[Metric]":
        for family in self._families:
            family.samples = [each._replace(labels={**each.labels, **self._mark}) for each in family.samples]
            yield family


class Written(Marked):
    """Our own figures as the families of the library."""

    def __init__(self, found: Figures) -> None:
        super().__init__(families(found), found.process)


def families(found: Figures) -> "Iterator[Metric]":
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

    def labelled(kind: Any, name: str, about: str, label: str, values: dict[str, int]) -> "Metric":
        family: Metric = kind(OURS + name, about, labels=[label])
        for value, number in values.items():
            family.add_metric([value], number)  # type: ignore[attr-defined]
        return family

    yield labelled(GaugeMetricFamily, "version", "Which version this is.", "version", {version("leerlandschap"): 1})
    yield GaugeMetricFamily(OURS + "screens", "Live screens that are open.", found.screens)
    rooms = {"workshop": found.workshops, "landscape": found.landscapes}
    yield labelled(GaugeMetricFamily, "rooms", "Workshops and landscapes in memory.", "kind", rooms)
    answers = {"taken": sum(found.acknowledged.counts), **found.refused}
    yield labelled(CounterMetricFamily, "commands", "Commands by what they were answered.", "answer", answers)
    yield _histogram("acknowledgement_seconds", "From a command until it was said to be saved.", found.acknowledged)
    yield _histogram("commit_entries", "Commits of the journal, by how many entries each held.", found.commits)
    about = "Times that the journal could not be written."
    yield CounterMetricFamily(OURS + "journal_troubles", about, found.troubles)
    about = "Times that another process had written at the same place."
    yield CounterMetricFamily(OURS + "journal_conflicts", about, found.conflicts)
    yield CounterMetricFamily(OURS + "frames_drawn", "Frames drawn, each for all who see the same.", found.drawn)
    yield CounterMetricFamily(OURS + "frames_sent", "Frames handed to screens that follow.", found.sent)


def _histogram(name: str, about: str, spread: Spread) -> "Metric":
    from prometheus_client.core import HistogramMetricFamily

    bounds = [*map(str, spread.bounds), "+Inf"]
    buckets = list(zip(bounds, map(float, accumulate(spread.counts)), strict=True))
    return HistogramMetricFamily(OURS + name, about, buckets=buckets, sum_value=spread.total)
