# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sending what waits, again and again with growing waits, until it is sent or given up. The clock is handed in.

A letter is claimed in the database before it is tried, so that two processes never send the same one. It is written
only then: what it says is true at that moment, and nothing of it is kept. When we die between the server's yes and our
note of it, it goes once more, under the same Message-ID: rather twice than never.
"""

import asyncio
import datetime
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from email.message import EmailMessage

from leerlandschap.core.vocabulary import PointId
from leerlandschap.database import Away
from leerlandschap.people import Names
from leerlandschap.post.letters import Letter
from leerlandschap.post.outbox import Outbox
from leerlandschap.post.writing import Writing
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.letters import LetterLine

PAUSE = 30.0  # seconds between rounds when nobody wakes us
PLANNED_EVERY = datetime.timedelta(hours=1)
WAITS = tuple(datetime.timedelta(minutes=each) for each in (1, 5, 30, 120, 1440))  # the last one again and again
Deliver = Callable[[EmailMessage], Awaitable[str | None]]  # None once taken, or what went wrong
log = logging.getLogger(__name__)


class Postman:
    def __init__(
        self, outbox: Outbox, names: Names, writing: Writing, deliver: Deliver, now: Callable[[], datetime.datetime]
    ) -> None:
        self._outbox = outbox
        self._names = names
        self._writing = writing
        self._deliver = deliver
        self._now = now
        self._planned_at: datetime.datetime | None = None
        self._woken = asyncio.Event()

    async def run(self) -> None:
        """For as long as the house stands."""
        while True:
            try:
                await self.round()
            except Away as trouble:  # for a while: letters wait in it
                log.warning("a round of the post has to wait: %s", trouble)
            except Exception:
                log.exception("a round of the post failed")
            try:
                await asyncio.wait_for(self._woken.wait(), PAUSE)
            except TimeoutError:
                pass
            self._woken.clear()

    async def told(self, stream: str) -> None:
        """Something changed in this landscape: whoever must hear of it hears at once. Without success, a later round
        finds it again."""
        try:
            await self._outbox.plan(stream)
        except Away as trouble:
            log.warning("the post of %s is planned later: %s", stream, trouble)
        except Exception:
            log.exception("the post of %s could not be planned", stream)
        self._woken.set()

    async def lines(self, view: LandscapeView) -> Mapping[PointId, tuple[LetterLine, ...]]:
        """What has become of the letters, by follow-up."""
        return await self._outbox.lines(view)

    async def round(self) -> None:
        """Once an hour see what there is to say; then try every letter whose time has come."""
        now = self._now()
        if self._planned_at is None or now - self._planned_at >= PLANNED_EVERY:
            await self._outbox.plan_all()
            self._planned_at = now
        for letter in await asyncio.to_thread(self._outbox.letters.due, now):
            await self._try(letter)

    async def _try(self, letter: Letter) -> None:
        letters, now = self._outbox.letters, self._now()
        wait = WAITS[min(letter.tries, len(WAITS) - 1)]
        if not await asyncio.to_thread(letters.claim, letter, now, now + wait):
            return
        view = await self._outbox.still_true(letter)
        known = await asyncio.to_thread(self._names.reach, letter.occasion.person)
        if view is None or known is None:
            await asyncio.to_thread(letters.tear_up, letter)
            return
        trouble = await self._sent(letter, view, *known)
        if trouble is None:
            await asyncio.to_thread(letters.sent, letter, self._now())
        else:
            log.warning("letter %s was not sent, try %d", letter.id, letter.tries + 1)
            await asyncio.to_thread(letters.troubled, letter, without(known[1], trouble))

    async def _sent(self, letter: Letter, view: LandscapeView, name: str, address: str) -> str | None:
        try:
            message = await asyncio.to_thread(self._writing.message, letter, view, name, address)
        except ValueError as wrong:  # an address that no header takes
            return str(wrong)
        return await self._deliver(message)


def without(address: str, words: str) -> str:
    """What a mail server said, without the address in it: that stays in its own table."""
    return re.sub(re.escape(address), "…", words, flags=re.IGNORECASE)
