# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a server listens: the socket, bound before anything slow is done, so that a taken port is said at once."""

import contextlib
import errno
import socket

from leerlandschap.cli.saying import refuse
from leerlandschap.settings import Settings

BACKLOG = 4096
DEAF_AFTER = 45_000  # milliseconds: who takes nothing for so long is hung up on; a phone comes back by itself


def listen(settings: Settings, many: int = 1) -> list[socket.socket] | int:
    """A socket for each of so many processes, on one port, over which the system spreads who comes in.

    The exit status of a refusal when there is no listening there.
    """
    try:
        first = _bound(settings.host, settings.port)
        if many == 1:
            return [_listening(first)]
        # Whoever shares a port shares it with anybody who asks, so that first nobody else may be there.
        first.close()
        shared = [_bound(settings.host, settings.port, shared=True)]
        port = shared[0].getsockname()[1]
        shared += [_bound(settings.host, port, shared=True) for _ in range(many - 1)]
    except (OSError, OverflowError) as trouble:
        if getattr(trouble, "errno", None) == errno.EADDRINUSE:
            return refuse("port_in_use", port=settings.port)
        return refuse("cannot_listen", host=settings.host, port=settings.port, reason=str(trouble))
    return [_listening(each) for each in shared]


def own_address() -> str:
    """The address other machines on this network reach us by; no packet is sent to find it."""
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address (RFC 5737): only the route is looked up
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _bound(host: str, port: int, *, shared: bool = False) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        made.bind((host, port))
    except BaseException:
        made.close()
        raise
    return made


def _listening(bound: socket.socket) -> socket.socket:
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # inherited by every connection (RFC 5482)
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, DEAF_AFTER)
    bound.listen(BACKLOG)
    return bound
