# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The long form: `python -m tests.fuzz --minutes 60`. Says what it did, and ends with 1 when anything went wrong.

What a run found, with its seed, goes into docs/testing.md.
"""

import argparse
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from tests.fuzz.attacking import Attack, Target, on_the_api, on_the_forms
from tests.server import Server

A_ROUND = 60  # seconds of the API, as one role


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz")
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--seed", type=int, default=1, help="of the first round; every round has the next")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data").start()
        try:
            attacks = attacked(server, given.minutes * 60, given.seed, Path(folder))
        finally:
            server.stop()
        log = server.log.read_text()
    print(f"{sum(each.requests for each in attacks)} requests, {sum(len(each.failures) for each in attacks)} failures")
    if "Traceback" in log:
        print(log[-5000:])
    return 1 if "Traceback" in log or any(each.failures for each in attacks) else 0


def attacked(server: Server, seconds: float, first: int, folder: Path) -> list[Attack]:
    """Round after round, each with a new seed and a new target, until the time is over."""
    end = time.monotonic() + seconds
    attacks: list[Attack] = []
    for number in count(first):
        target = Target(server.url)
        for role in target.roles:
            left = int(end - time.monotonic())
            if left < 5:
                return attacks
            attacks.append(on_the_api(target, role, min(A_ROUND, left), number, folder / f"{number}-{role}"))
            tell(attacks[-1])
        attacks.append(on_the_forms(target, 500, number))
        tell(attacks[-1])
    return attacks


def tell(attack: Attack) -> None:
    print(f"{attack.what}: {attack.requests} requests, {len(attack.failures)} failures", flush=True)
    for each in attack.failures:
        print(f"  {each}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
