# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long until thousands of screens have a frame, and what a screen costs.

`python -m bench.fanout` connects so many big screens of one workshop to `leerlandschap serve`, with and without gzip,
and as many to each peer. Then everybody shows a counter, and everybody shows a frame of about 8 KB: in the product by
the command of a facilitator (decided, written, drawn and sent), at the peers by a POST of just as many bytes. The time
runs from asking until the last screen has the last byte. All stay connected and take turns; medians of the rounds are
told.

Aims: 8 KB to 10,000 screens in at most nchan's time, a counter in at most 1.25 times, at most 14 KiB of memory a
screen, and with gzip at most a sixth of the bytes.
"""

import argparse
import contextlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.audiences import PEERS, Audience, Product, ProductGzip
from bench.hall import serving
from bench.peers import Missing
from bench.programs import is_compiled
from bench.rounds import Figures, interleaved, ratio
from bench.telling import Table, Target, Told, parser_of, saying, tell
from bench.weights import TOGETHER, WHO, weighed

SIZES = (1_000, 5_000, 10_000)
OURS, OURS_GZIP = "leerlandschap", "leerlandschap, gzip"
SETTLED = 500  # ms between a frame that is not measured and one that is


def measured(asked: argparse.Namespace) -> Told:
    told = Told("fanout")
    if not is_compiled():
        told.notes.append("no C compiler: the screens are Python and may be the limit; read the ratios with care")
    for screens in asked.screens:
        saying(f"{screens} screens are connected to each")
        _with_so_many(told, screens, asked)
    _weigh(told)
    return told


def _weigh(told: Told) -> None:
    """What a meeting of twelve puts on the wire."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        rows = weighed(server.port)
    told.add(Table("bytes to one screen, HTTP's own included", rows))
    for row in rows:
        for who in WHO if row["moment"] in ("reveal of five", TOGETHER) else ():
            part = row[f"{who}, gzip"] / row[who]
            told.targets.append(Target(f"{row['moment']}, {who}: gzip, part of the bytes", part, at_most=1 / 6))


def _with_so_many(told: Told, screens: int, asked: argparse.Namespace) -> None:
    with contextlib.ExitStack() as house:
        folder = Path(house.enter_context(tempfile.TemporaryDirectory()))
        audiences = _connected(house, folder, screens, told, asked)
        ours = [each for each in audiences.values() if isinstance(each, Product)]
        saying(f"counters to {screens}")
        counters = _counters(audiences, asked.rounds)
        saying(f"frames to {screens}")
        frames = _frames(audiences, ours, asked.rounds)
        _tell(told, screens, audiences, counters, frames)


def _connected(
    house: contextlib.ExitStack, folder: Path, screens: int, told: Told, asked: argparse.Namespace
) -> dict[str, Audience]:
    audiences: dict[str, Audience] = {}
    people = 2 * asked.rounds + 6
    for name, kind in ((OURS, Product), (OURS_GZIP, ProductGzip)):
        server = house.enter_context(serving(folder / name.replace(", ", "-")))
        audiences[name] = kind(server, screens, people)
        house.callback(audiences[name].close)
    for name, (peer, start) in PEERS.items():
        if not asked.peers:
            told.leave_out(f"{name} (asked for without peers)")
            continue
        try:
            audiences[name] = peer(start(folder), screens)
            house.callback(audiences[name].close)
        except Missing as missing:
            told.leave_out(str(missing))
    return audiences


def _counters(audiences: dict[str, Audience], rounds: int) -> dict[str, Figures]:
    """One that is not measured says how long the counter of the product is."""
    sizes = [each.seen(each.counter)["bytes"] for each in audiences.values() if isinstance(each, Product)]
    return interleaved({name: _one(each, _text(sizes[0]), _counter) for name, each in audiences.items()}, rounds)


def _counter(ours: Product) -> Callable[[], None]:
    ours.settle(SETTLED)
    return ours.counter


def _frames(audiences: dict[str, Audience], ours: list[Product], rounds: int) -> dict[str, Figures]:
    """The reveal says how long the frame is; what is measured is going back, time and again, to what it showed."""
    sizes = [each.seen(each.reveal)["bytes"] for each in ours]
    return interleaved({name: _one(each, _text(sizes[0]), _back_again) for name, each in audiences.items()}, rounds)


def _back_again(ours: Product) -> Callable[[], None]:
    ours.away()
    ours.settle(SETTLED)
    return ours.again


def _one(audience: Audience, frame: bytes, of_ours: Callable[[Product], Callable[[], None]]) -> Callable[[], Figures]:
    if isinstance(audience, Product):
        return lambda: audience.seen(of_ours(audience))
    return lambda: audience.seen(lambda: audience.publish(frame))


def _text(size: float) -> bytes:
    """An event of so many bytes, words in it as in ours."""
    words = b"Iedereen krijgt tijd om te leren, en wie leert deelt wat er geleerd is. "
    length = max(int(size) - 16, 16)  # what HTTP puts around a part
    return b"data: " + (words * (length // len(words) + 1))[:length] + b"\n\n"


def _tell(
    told: Told, screens: int, audiences: dict[str, Audience], counters: dict[str, Figures], frames: dict[str, Figures]
) -> None:
    peer, peer_counter = frames.get("nchan", {}), counters.get("nchan", {})
    rows = [
        {
            "server": name,
            "frame ms": frames[name]["ms"],
            "x nchan": ratio(frames[name]["ms"], peer.get("ms")),
            "best x nchan": ratio(frames[name]["best ms"], peer.get("best ms")),
            "frame bytes": frames[name]["bytes"],
            "first ms": frames[name]["first_ms"],
            "cpu ms": frames[name]["cpu_ms"],
            "cpu x nchan": ratio(frames[name]["cpu_ms"], peer.get("cpu_ms")),
            "counter ms": counters[name]["ms"],
            "counter x nchan": ratio(counters[name]["ms"], peer_counter.get("ms")),
            "best counter x nchan": ratio(counters[name]["best ms"], peer_counter.get("best ms")),
            "counter bytes": counters[name]["bytes"],
            "counter cpu ms": counters[name]["cpu_ms"],
            "KiB/screen idle": each.idle_kib,
            "KiB/screen after": each.after_kib,
            "connect all s": each.connect_s,
            "connect cpu s": each.connect_cpu_s,
        }
        for name, each in audiences.items()
    ]
    told.add(Table(f"one frame to {screens} screens", rows))
    ours, beside = rows[0], f"{screens} screens"
    told.targets += [
        Target(f"{beside}: a frame, x nchan", ours["x nchan"], at_most=1.0),
        Target(f"{beside}: a counter, x nchan", ours["counter x nchan"], at_most=1.25),
        Target(f"{beside}: KiB a screen after a frame", audiences[OURS].after_kib, at_most=14),
        Target(f"{beside}: a frame with gzip, x nchan", rows[1]["x nchan"], at_most=1.0),
    ]


def main(given: Sequence[str] | None = None) -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--screens", type=int, nargs="+", help="how many (1000 5000 10000)")
    parser.add_argument("--rounds", type=int, help="of each (7)")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="the product only")
    asked = parser.parse_args(given)
    asked.screens = asked.screens or ((20,) if asked.short else SIZES)
    asked.rounds = asked.rounds or (1 if asked.short else 7)
    tell(asked, measured(asked))


if __name__ == "__main__":
    main()
