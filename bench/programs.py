# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The load clients and the floor: compiled with the C compiler of this machine, or else the same in Python."""

import functools
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LOAD = Path(__file__).parent / "load"
COMPILER = shutil.which("cc")


def command(name: str) -> list[str]:
    """What starts ``screens``, ``asking`` or ``floor``."""
    if COMPILER is None or os.environ.get("LEERLANDSCHAP_BENCH_PYTHON"):
        return [sys.executable, "-m", f"bench.load.{name}"]
    return [str(_built(name, ("-O2",)))]


def is_compiled() -> bool:
    return len(command("screens")) == 1


def slow_disk() -> Path | None:
    """What makes every fsync of a program slower; None without a compiler."""
    return _built("slow_fsync", ("-O2", "-shared", "-fPIC")) if COMPILER else None


@functools.cache
def _built(name: str, options: tuple[str, ...]) -> Path:
    source = (LOAD / f"{name}.c").read_bytes() + (LOAD / "wire.h").read_bytes()
    folder = Path(tempfile.gettempdir()) / f"leerlandschap-bench-{os.getuid()}"
    folder.mkdir(mode=0o755, exist_ok=True)
    built = folder / f"{name}-{hashlib.sha256(source).hexdigest()[:12]}"
    if not built.exists():
        made = folder / f"{built.name}.{os.getpid()}"
        assert COMPILER is not None
        subprocess.run([COMPILER, *options, "-o", str(made), str(LOAD / f"{name}.c"), "-ldl"], check=True)
        made.rename(built)
    return built
