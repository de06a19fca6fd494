# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A machine of its own on this machine (a network namespace), with two cables: one to people, and one to the database
that can be pulled out. Only what is made here is touched, and it is removed in the end."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence

import pytest

ALL = "198.18.0.0/15"  # kept apart for trying out networks (RFC 2544): nobody lives there
PROGRAM = shutil.which("ip", path="/usr/sbin:/sbin:/usr/bin:/bin")


class Machine:
    """``people`` is its address for whoever uses it; ``database`` is what it calls us, on the cable that can be cut."""

    def __init__(self) -> None:
        number = os.getpid()
        self.name = f"leerlandschap-{number}"
        self._cables = {"people": f"llp{number}", "database": f"lld{number}"}
        block = f"{number >> 6 & 255}.{(number & 63) * 4}"
        self._nets = {"people": f"198.18.{block}", "database": f"198.19.{block}"}
        self.people = _next(self._nets["people"], 2)
        self.database = _next(self._nets["database"], 1)

    @property
    def inside(self) -> Sequence[str]:
        """What starts a program there."""
        return _ip("netns", "exec", self.name)

    def make(self) -> None:
        _run("netns", "add", self.name)
        _run("-n", self.name, "link", "set", "lo", "up")
        for use, cable in self._cables.items():
            _run("link", "add", cable, "type", "veth", "peer", "name", "peer", "netns", self.name)
            _run("-n", self.name, "link", "set", "peer", "name", use)
            _run("addr", "add", f"{_next(self._nets[use], 1)}/30", "dev", cable)
            _run("-n", self.name, "addr", "add", f"{_next(self._nets[use], 2)}/30", "dev", use)
            _run("-n", self.name, "link", "set", use, "up")
            _run("link", "set", cable, "up")

    def cut(self) -> None:
        """The cable to the database is out."""
        _run("link", "set", self._cables["database"], "down")

    def mend(self) -> None:
        _run("link", "set", self._cables["database"], "up")

    def remove(self) -> None:
        for cable in self._cables.values():
            subprocess.run(_ip("link", "del", cable), capture_output=True, check=False)
        subprocess.run(_ip("netns", "del", self.name), capture_output=True, check=False)


@contextlib.contextmanager
def elsewhere() -> Iterator[Machine]:
    """Skips the test where no machine can be made, and says what is needed."""
    if os.geteuid() != 0:
        pytest.skip("needs root, for a network of its own (ip netns)")
    if PROGRAM is None:
        pytest.skip("needs ip, for a network of its own: install Debian's package iproute2")
    machine = Machine()
    try:
        try:
            machine.make()
        except subprocess.CalledProcessError as trouble:
            pytest.skip(f"needs a network of its own, which may not be made here: {trouble.stderr.decode().strip()}")
        yield machine
    finally:
        machine.remove()


def _next(net: str, number: int) -> str:
    """One of the two addresses of such a small network."""
    start, _, last = net.rpartition(".")
    return f"{start}.{int(last) + number}"


def _ip(*asked: str) -> list[str]:
    return [PROGRAM or "ip", *asked]


def _run(*asked: str) -> None:
    subprocess.run(_ip(*asked), capture_output=True, check=True)
