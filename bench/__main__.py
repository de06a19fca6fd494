# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every bench there is.

`python -m bench` lists them, `python -m bench fanout …` is `python -m bench.fanout …`, and `python -m bench all
--short` runs all of them, as briefly as they can. `--out FOLDER` then keeps the figures of each as JSON in that folder.
"""

import argparse
import importlib
import subprocess
import sys
from pathlib import Path

BENCHES = {
    "fanout": "one frame to thousands of screens, beside nginx, Node and a bare write loop",
    "stances": "durable stances a second, on SQLite and PostgreSQL, beside Node and bare commits",
    "meeting": "what 500 and 5,000 people notice; everything at once; all back after a restart",
    "workshops": "a thousand workshops at once on one machine",
    "measures": "what a stance costs with ten people and with a hundred thousand",
    "replay": "how quickly a workshop is read back from its journal",
    "start": "the first page, and memory while nobody asks anything",
    "documents": "what every kind of document costs",
    "groups": "what opinion groups cost, and how often noise is taken for groups",
}


def main(given: list[str]) -> int:
    if not given or given[0] in ("-h", "--help"):
        print(__doc__)
        for name, what in BENCHES.items():
            print(f"  {name:<10} {what}")
        return 0
    if given[0] == "all":
        return all_of_them(given[1:])
    if given[0] == "peers":
        return subprocess.run([sys.executable, "-m", "bench.peers"], check=False).returncode
    if given[0] not in BENCHES:
        print(f"There is no bench {given[0]}. There are: {', '.join(BENCHES)}, all.", file=sys.stderr)
        return 2
    importlib.import_module(f"bench.{given[0]}").main(given[1:])
    return 0


def all_of_them(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench all")
    parser.add_argument("--short", action="store_true", help="as small and as short as they can be")
    parser.add_argument("--out", type=Path, help="a folder for the figures")
    asked = parser.parse_args(given)
    if asked.out:
        asked.out.mkdir(parents=True, exist_ok=True)
    failed = []
    for name in BENCHES:
        short = ["--short"] if asked.short else []
        out = ["--out", str(asked.out / f"{name}.json")] if asked.out else []
        print(f"\n#### {name}", flush=True)
        # a process of its own: none is made slower by what another left behind
        if subprocess.run([sys.executable, "-m", f"bench.{name}", *short, *out], check=False).returncode:
            failed.append(name)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
