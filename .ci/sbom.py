# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes the bill of materials of a release (CycloneDX): `python .ci/sbom.py dist/leerlandschap.cdx.json`.

Everything in requirements.lock, with its hashes, and what of package-lock.json goes into the package. The same locks
make the same file.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def main(to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps(bill(), indent=2) + "\n", encoding="utf-8")


def bill() -> dict[str, Any]:
    """Python and front end in one."""
    found = of_python()
    found["components"] += of_the_front_end()
    return found


def of_python() -> dict[str, Any]:
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "--pyproject", str(ROOT / "pyproject.toml")]
    command += ["--short-PURLs", "--output-reproducible", "--of", "JSON", str(ROOT / "requirements.lock")]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    made: dict[str, Any] = json.loads(said)
    return made


def of_the_front_end() -> list[dict[str, Any]]:
    """What is fetched by the build; what is only for development is not in the package."""
    locked: dict[str, dict[str, Any]] = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    shipped = {
        path.removeprefix("node_modules/"): each for path, each in locked.items() if path and not each.get("dev")
    }
    return [_component(name, each) for name, each in sorted(shipped.items())]


def _component(name: str, locked: dict[str, Any]) -> dict[str, Any]:
    purl = f"pkg:npm/{name.replace('@', '%40')}@{locked['version']}"
    licence = {"licenses": [{"expression": locked["license"]}]} if "license" in locked else {}
    return {"bom-ref": purl, "type": "library", "name": name, "version": locked["version"], "purl": purl, **licence}


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist/leerlandschap.cdx.json")
