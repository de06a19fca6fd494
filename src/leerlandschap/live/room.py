# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one road, for every kind of stream. A room drains its inbox, decides each on the state, appends everything in one
transaction, and only then keeps the new state, answers everyone and has the screens redrawn.

A failed append throws the tentative state away: nothing half-true remains. A conflict (another process wrote to this
stream) means: read on and decide again, at most three times.
"""

import asyncio
import datetime
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from msgspec import Struct

from leerlandschap.core.asking import Ask
from leerlandschap.core.vocabulary import PersonId, Refusal, Refused
from leerlandschap.journal import Batch, Conflict, Entry, Journal, NotSaved
from leerlandschap.journal.codec import Event
from leerlandschap.live.requests import Reply, Taken, Wanted

TRIES = 3
MOST_AT_ONCE = 1000

Waiting = tuple[Wanted, asyncio.Future[Reply]]
Known = dict[tuple[str, str], tuple[str, int]]  # requests taken before, by who and key: the digest, and how far
State = TypeVar("State")
log = logging.getLogger(__name__)


class Outside(Struct, frozen=True):
    """What a room needs of the world: the clock, unused ids, the names of owners, and whom to tell of a change."""

    now: Callable[[], datetime.datetime]
    fresh: Callable[[], str]
    names: Callable[[str], Mapping[PersonId, str]]
    changed: Callable[[Any, bool], None]  # (room, at once)


class Room(ABC, Generic[State]):
    """One stream while it is used. Its state is the fold of its stream and nothing else."""

    counters: ClassVar[tuple[type[Event], ...]] = ()  # what many do at the same time: redrawing can wait for the beat

    def __init__(self, stream: str, journal: Journal, outside: Outside) -> None:
        self.stream = stream
        self.seq = 0
        self._journal = journal
        self._outside = outside
        self._state: State | None = None
        self._asked: Known = {}
        self._inbox: list[Waiting] = []
        self._working: asyncio.Task[None] | None = None

    # ---- what a kind of stream decides for itself

    @abstractmethod
    def _decided(self, state: State, ask: Ask[Any]) -> tuple[Event, ...] | Refused:
        """The events that follow, or why not."""

    @abstractmethod
    def _evolved(self, state: State | None, event: Event, at: datetime.datetime, by: str) -> State:
        """The state after one event."""

    # ---- looking

    @property
    def exists(self) -> bool:
        return self._state is not None

    def _known(self) -> State:
        if self._state is None:
            raise LookupError(self.stream)
        return self._state

    # ---- the road

    async def catch_up(self) -> None:
        """Fold what the journal has and this room has not."""
        for entry in await self._journal.read(self.stream, self.seq):
            self._keep(entry)

    async def begin(self, event: Event, by: str) -> None:
        """The first entry of a new stream. Raises Conflict when it has one, NotSaved when it could not be written."""
        entry = Entry(self.stream, 1, self._outside.now(), by, event)
        await self._journal.append(Batch((entry,)))
        self._keep(entry)

    async def ask(self, wanted: Wanted) -> Reply:
        """Taken once durable, or refused. Whoever asks waits for the batch this falls into."""
        reply: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self._inbox.append((wanted, reply))
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        return await reply

    async def _work(self) -> None:
        try:
            while self._inbox:
                batch, self._inbox = self._inbox[:MOST_AT_ONCE], self._inbox[MOST_AT_ONCE:]
                try:
                    await self._settle(batch)
                except Exception:  # whatever it is: those who wait behind this batch must not wait for ever
                    log.exception("room %s could not settle %d requests", self.stream, len(batch))
                    _answer(batch, [Refused(Refusal.NOT_SAVED)] * len(batch))
        finally:
            self._working = None

    async def _settle(self, batch: Sequence[Waiting]) -> None:
        for _ in range(TRIES):
            state, entries, replies, asked = self._decide([wanted for wanted, _ in batch])
            try:
                if entries:
                    await self._journal.append(Batch(tuple(entries)))
            except Conflict:
                await self.catch_up()
                continue
            except NotSaved:
                break
            if entries:
                self._state, self.seq = state, entries[-1].seq
            self._asked.update(asked)  # also what led to nothing new: sent again, it must not do anything after all
            _answer(batch, replies)
            if entries:
                self._outside.changed(self, any(not isinstance(each.event, self.counters) for each in entries))
            return
        _answer(batch, [Refused(Refusal.NOT_SAVED)] * len(batch))

    def _decide(self, batch: Sequence[Wanted]) -> tuple[State, list[Entry], list[Reply], Known]:
        """Each on the state that the one before it left, and the last of these; tentative until it is written."""
        state, seq, now = self._known(), self.seq, self._outside.now()
        entries: list[Entry] = []
        replies: list[Reply] = []
        asked: Known = {}
        for wanted in batch:
            known = self._known_request(wanted, asked)
            if known is not None:
                replies.append(known)
                continue
            decision = self._decided(state, Ask(wanted.command, wanted.role, wanted.by, now, self._outside.fresh()))
            if isinstance(decision, Refused):
                replies.append(decision)
                continue
            for event in decision:
                seq += 1
                state = self._evolved(state, event, now, wanted.by)
                entries.append(Entry(self.stream, seq, now, wanted.by, event, wanted.asked))
            if wanted.key:
                asked[wanted.by, wanted.key] = (wanted.digest, seq)
            replies.append(Taken(seq))
        return state, entries, replies, asked

    def _known_request(self, wanted: Wanted, asked: Known) -> Reply | None:
        """The answer to a request that was taken before; a key may not be used for something else."""
        if not wanted.key:
            return None
        before = asked.get((wanted.by, wanted.key)) or self._asked.get((wanted.by, wanted.key))
        if before is None:
            return None
        return Taken(before[1]) if before[0] == wanted.digest else Refused(Refusal.KEY_REUSED)

    def _keep(self, entry: Entry) -> None:
        self._state = self._evolved(self._state, entry.event, entry.at, entry.by)
        self.seq = entry.seq
        if entry.asked:
            key, _, digest = entry.asked.rpartition("#")
            self._asked[entry.by, key] = (digest, entry.seq)


def _answer(batch: Sequence[Waiting], replies: Sequence[Reply]) -> None:
    for (_, waiting), reply in zip(batch, replies, strict=True):
        if not waiting.done():  # whoever asked may have gone
            waiting.set_result(reply)
