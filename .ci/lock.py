# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the versions down: `python .ci/lock.py`, after a dependency was added, or with `--upgrade` for newer ones.

Fills `[tool.uv] constraint-dependencies` and `build-constraint-dependencies` in pyproject.toml, and requirements.lock
(what runs, with hashes, without addresses: for pip and containers). Versions already written down are kept, unless
`--upgrade` asks for the newest that fit. Needs uv; commit both files together.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
HEADER = """\
# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
# Written by .ci/lock.py: everything that runs, with hashes, for `pip install --require-hashes -r requirements.lock`.
"""


def main(*, upgrade: bool) -> None:
    """Resolve, then write both files."""
    declared = PROJECT.read_text(encoding="utf-8")
    resolved = with_pins(declared, [], []) if upgrade else declared
    pins = pins_of(resolved, "--all-groups")
    build = pins_of(resolved, "--only-group", "build-requirements")
    runs = export(resolved, "--no-dev")
    PROJECT.write_text(with_pins(declared, pins, build), encoding="utf-8")
    (ROOT / "requirements.lock").write_text(HEADER + runs, encoding="utf-8")


def with_pins(text: str, pins: list[str], build: list[str]) -> str:
    """The text of pyproject.toml with these pins in their two lists."""
    for name, names in (("constraint-dependencies", pins), ("build-constraint-dependencies", build)):
        lines = "".join(f'    "{pin}",\n' for pin in names)
        text = re.sub(rf"^{name} = \[\n.*?^\]", f"{name} = [\n{lines}]", text, count=1, flags=re.DOTALL | re.MULTILINE)
    return text


def pins_of(project: str, *chosen: str) -> list[str]:
    """`name==version` of everything in the chosen part, for every platform, by name."""
    exported = export(project, "--no-hashes", *chosen)
    return sorted({line.split(";")[0].strip() for line in exported.splitlines() if "==" in line})


def export(project: str, *flags: str) -> str:
    """What uv exports for this text of pyproject.toml, resolved in an empty folder; stops where uv stops."""
    requires = tomllib.loads(project)["build-system"]["requires"]
    group = f"\nbuild-requirements = {requires!r}\n"
    with tempfile.TemporaryDirectory() as place:
        text = project.replace("[dependency-groups]\n", f"[dependency-groups]{group}", 1)
        (Path(place) / "pyproject.toml").write_text(text, encoding="utf-8")
        exporting = ["uv", "export", "--quiet", "--no-header", "--no-annotate", "--no-emit-project", *flags]
        return subprocess.run(exporting, cwd=place, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main(upgrade="--upgrade" in sys.argv[1:])
