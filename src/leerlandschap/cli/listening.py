# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a server listens. Its port is kept before anything slow is done, so that a taken one is said at once.

It listens only when it can answer, so that nobody, and no proxy, waits for a server that is still getting ready.
"""

import contextlib
import errno
import socket

from leerlandschap.cli.saying import refuse
from leerlandschap.settings import Settings

BACKLOG = 4096
DEAF_AFTER = 45_000  # milliseconds: who takes nothing for so long is hung up on; a phone comes back by itself


def reserved(settings: Settings) -> socket.socket | int:
    """A socket at the address and port of the settings, which does not listen yet; the exit status of a refusal when it
    cannot be had. With several workers it never will listen: it keeps the port for theirs."""
    try:
        taken = _bound(settings.host, settings.port)
        if settings.workers == 1:
            return taken
        # Whoever shares a port shares it with anybody who asks, so that first nobody else may be there.
        taken.close()
        return shared(settings)
    except (OSError, OverflowError) as trouble:
        return cannot_listen(settings, trouble)


def shared(settings: Settings) -> socket.socket:
    """One more socket at this port: the system spreads who comes in over those that listen. Raises OSError."""
    return _bound(settings.host, settings.port, at_a_shared_port=True)


def cannot_listen(settings: Settings, trouble: Exception) -> int:
    """Say why not; the exit status of a refusal."""
    if getattr(trouble, "errno", None) == errno.EADDRINUSE:
        return refuse("port_in_use", port=settings.port)
    return refuse("cannot_listen", host=settings.host, port=settings.port, reason=str(trouble))


def own_address() -> str:
    """The address other machines on this network reach us by; no packet is sent to find it."""
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address (RFC 5737): only the route is looked up
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _bound(host: str, port: int, *, at_a_shared_port: bool = False) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # inherited by every connection (RFC 5482)
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, DEAF_AFTER)
        if at_a_shared_port:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        made.bind((host, port))
    except BaseException:
        made.close()
        raise
    return made
