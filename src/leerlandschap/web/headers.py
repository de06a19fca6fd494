# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headers on every answer: nothing from another host, nothing inline, nothing framed, nothing kept.

What may be kept by a browser says so itself. Trusted Types are not asked for: htmx makes pages of strings, so that the
policy it would need lets through everything, and says nothing that the Content Security Policy does not say already.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
App = Callable[[MutableMapping[str, Any], Any, Any], Awaitable[None]]

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
NO_USE_FOR = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment",
    "publickey-credentials-get", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
ALWAYS = [
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # not less: a form without scripts comes back to the page that it names
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-embedder-policy", b"require-corp"),
    (b"permissions-policy", ", ".join(f"{each}=()" for each in NO_USE_FOR).encode()),
]
A_YEAR = [(b"strict-transport-security", b"max-age=31536000")]  # of this host only: the others are not ours
KEPT_NOWHERE = [(b"cache-control", b"no-store")]


def always(*, is_secure: bool) -> list[tuple[bytes, bytes]]:
    """``is_secure`` when people reach us by https: then their browsers are told to come by nothing else."""
    return ALWAYS + (A_YEAR if is_secure else [])


class Headers:
    """Wraps an app; awaits nothing of its own, so that a stream stays as cheap as it was."""

    def __init__(self, app: App, *, is_secure: bool) -> None:
        self._app = app
        self._always = always(is_secure=is_secure)

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        def with_headers(message: Message) -> Awaitable[None]:
            if message["type"] == "http.response.start":
                own = message.get("headers", [])
                is_kept = any(name == b"cache-control" for name, _ in own)
                message = {**message, "headers": [*own, *self._always, *([] if is_kept else KEPT_NOWHERE)]}
            sent: Awaitable[None] = send(message)
            return sent

        await self._app(scope, receive, with_headers)
