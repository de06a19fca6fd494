# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asks for known vulnerabilities of everything in requirements.lock: `python .ci/audit.py`.

Fails on any that is found. Where the data cannot be reached (no network, or a mirror that has none) it says so plainly,
with how many it could not ask about, and goes on: an audit that looked at nothing must not look like one that passed.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 300  # seconds


def main() -> int:
    """The exit status: 1 when something is known of a version that we use."""
    try:
        said, trouble = asked()
    except subprocess.TimeoutExpired:
        said, trouble = None, "no answer in time"
    status, words = verdict(said, trouble)
    print(words)
    return status


def asked() -> tuple[dict[str, Any] | None, str]:
    """What pip-audit found, and its last words where it found nothing out."""
    command = [sys.executable, "-m", "pip_audit", "-r", str(ROOT / "requirements.lock")]
    command += ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    try:
        return json.loads(ended.stdout), ""
    except ValueError:
        return None, (ended.stderr.strip().splitlines() or ["it said nothing"])[-1]


def verdict(said: dict[str, Any] | None, trouble: str) -> tuple[int, str]:
    """The exit status, and what to say."""
    if said is None:
        return 0, f"NOT AUDITED: the data on vulnerabilities could not be reached ({trouble})."
    packages = said["dependencies"]
    known = [f"{each['name']} {each['version']}: {bug['id']}" for each in packages for bug in each.get("vulns", ())]
    skipped = sum("skip_reason" in each for each in packages)
    if known:
        return 1, "Known vulnerabilities:\n" + "\n".join(known)
    if skipped:
        rest = "of the rest nothing is known"
        return 0, f"NOT AUDITED: of {skipped} of {len(packages)} packages nothing could be asked; {rest}."
    return 0, f"Of {len(packages)} packages no vulnerability is known."


if __name__ == "__main__":
    sys.exit(main())
