# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one road, for every kind of stream. A room drains its inbox, decides each on the state, appends everything in one
transaction, and only then keeps the new state, answers everyone and has the screens redrawn.

A failed append throws the tentative state away: nothing half-true remains. A conflict (another process wrote to this
stream) means: read on and decide again. An answer that was lost means: read on, and see whether what we wrote is there.

A room that hears of another process writing to its stream reads on in its own turn: never between a decision and its
append.
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
from leerlandschap.database import Away
from leerlandschap.journal import Batch, Conflict, Entry, Journal, NotSaved, Unanswered
from leerlandschap.journal.codec import Event, StreamEnded
from leerlandschap.live.meeting import Meeting
from leerlandschap.live.requests import Known, Reply, Taken, Wanted, taken_before

TRYING = 8.0  # seconds in which a batch is decided again while others write to the same stream
READING_ON = 4.0  # seconds that whoever waits for an answer may lose by it
AGAIN = 2.0  # seconds, on average, before reading on is tried again
MOST_AT_ONCE = 1000
SLICE = 500  # entries that are folded before everybody else has a turn

Waiting = tuple[Wanted, asyncio.Future[Reply]]
State = TypeVar("State")
log = logging.getLogger(__name__)


class Outside(Struct, frozen=True):
    """What a room needs of the world: the clock, unused ids, the names of owners, whom to tell of a change, what must
    be remembered before a room is used, and dice from 0 to 1."""

    now: Callable[[], datetime.datetime]
    fresh: Callable[[], str]
    names: Callable[[str], Mapping[PersonId, str]]
    changed: Callable[[Any, bool], None]  # (room, at once)
    ready: Callable[[str], object] = str  # called in a thread, where it may ask the database; without it: nothing
    dice: Callable[[], float] = float  # without them: always 0


class Decided(Struct, frozen=True):
    """What follows from a batch of requests, not true before it is written."""

    state: Any
    entries: list[Entry]
    replies: list[Reply]
    asked: Known


class Room(ABC, Generic[State]):
    """One stream while it is used. Its state is the fold of its stream and nothing else."""

    counters: ClassVar[tuple[type[Event], ...]] = ()  # what many do at the same time: redrawing can wait for the beat
    seals: ClassVar[tuple[type[Event], ...]] = ()  # after it nothing is remembered of who asked what

    def __init__(self, stream: str, journal: Journal, outside: Outside) -> None:
        self.stream = stream
        self.seq = 0
        self._journal = journal
        self._outside = outside
        self._state: State | None = None
        self._asked: Known = {}
        self._inbox: list[Waiting] = []
        self._working: asyncio.Task[None] | None = None
        self._ready = False
        self.used_at = asyncio.get_running_loop().time()
        self._heard = 0  # the last place of this stream that somebody wrote, as far as we heard
        self._behind = False  # something may be written that we have neither read nor heard of
        self._again: asyncio.TimerHandle | None = None
        self._meeting = Meeting(outside.dice)

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
        """Fold what the journal has and this room has not. Raises Away."""
        for number, entry in enumerate(await self._journal.read(self.stream, self.seq), 1):
            self._keep(entry)
            if number % SLICE == 0:
                await asyncio.sleep(0)
        if self.exists:
            await self._get_ready()

    async def begin(self, event: Event, by: str) -> None:
        """The first entry of a new stream. Raises Conflict when it has one, NotSaved when it could not be written, and
        Away."""
        entry = Entry(self.stream, 1, self._outside.now(), by, event)
        await self._journal.append(Batch((entry,)))
        self._keep(entry)
        await self._get_ready()

    async def _get_ready(self) -> None:
        if not self._ready:
            await asyncio.to_thread(self._outside.ready, self.stream)
            self._ready = True
            self._wake()

    def rests_since(self, moment: float) -> bool:
        """Whether nobody asked for it since (seconds of the event loop), and nothing is under way."""
        return self.used_at < moment and self._working is None and not self._inbox and not self._has_more_to_read

    def heard(self, seq: int | None) -> None:
        """Another process wrote as far as this place; None: it may have written anything."""
        if seq is None:
            self._behind = True
        else:
            self._heard = max(self._heard, seq)
        if self._ready:
            self._wake()

    def renamed(self) -> None:
        """What this room shows has changed, though nothing happened in its stream."""
        self._outside.changed(self, True)

    async def ask(self, wanted: Wanted) -> Reply:
        """Taken once durable, or refused. Whoever asks waits for the batch this falls into."""
        reply: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self._inbox.append((wanted, reply))
        self._wake()
        return await reply

    @property
    def _has_more_to_read(self) -> bool:
        return self._behind or self._heard > self.seq

    def _wake(self) -> None:
        if self._working is None and (self._inbox or self._has_more_to_read):
            self._working = asyncio.create_task(self._work())

    async def _work(self) -> None:
        try:
            while self._inbox or self._has_more_to_read:
                if self._inbox and self._meeting.is_shared:
                    await self._meeting.keep_pace()
                if self._has_more_to_read and not await self._have_read_on():
                    return
                batch, self._inbox = self._inbox[:MOST_AT_ONCE], self._inbox[MOST_AT_ONCE:]
                try:
                    if not await self._settle(batch):
                        return
                except Exception:  # whatever it is: those who wait behind this batch must not wait for ever
                    log.exception("room %s could not settle %d requests", self.stream, len(batch))
                    _refuse(batch)
        finally:
            self._working = None

    async def _settle(self, batch: Sequence[Waiting]) -> bool:
        """True when everybody in the batch has an answer and we know where we are; else the latter is not so."""
        end = asyncio.get_running_loop().time() + TRYING
        tried: list[Decided] = []
        while batch:
            if not self.exists:
                _refuse(batch, Refusal.NOT_FOUND)
                return True
            decided = self._decide([wanted for wanted, _ in batch])
            try:
                if decided.entries:
                    await self._journal.append(Batch(tuple(decided.entries)))
                    self._state, self.seq = decided.state, decided.entries[-1].seq
                _answer(batch, self._taken(decided))
                self._tell(decided.entries)
                return True
            except (Conflict, Unanswered):
                tried.append(decided)
            except NotSaved:
                break
            await self._meeting.take_a_breath(len(tried))
            try:
                written = await self._read_on(tried)
            except Away:
                _refuse(batch)
                self._give_up()
                return False
            if written is not None:
                _answer(batch, self._taken(written))
                return True
            if asyncio.get_running_loop().time() > end:
                break
        _refuse(batch)
        return True

    def _taken(self, decided: Decided) -> list[Reply]:
        self._asked.update(decided.asked)  # also what led to nothing new: sent again, it must not do anything after all
        return decided.replies

    def _tell(self, entries: Sequence[Entry]) -> None:
        if entries:
            self._outside.changed(self, any(not isinstance(each.event, self.counters) for each in entries))

    async def _have_read_on(self) -> bool:
        """Before anything is decided."""
        try:
            await self._read_on(())
        except Away:
            self._give_up()
            return False
        return True

    def _give_up(self) -> None:
        """We could not read on. Whoever waits is told so now, and reading is tried again later."""
        batch, self._inbox = self._inbox, []
        _refuse(batch)
        if self._again is not None:
            self._again.cancel()
        self._again = asyncio.get_running_loop().call_later(AGAIN * (0.5 + self._outside.dice()), self._wake)

    async def _read_on(self, tried: Sequence[Decided]) -> Decided | None:
        """Keep what was written since. What of all that we tried is among it, when we did not know that it was written.
        Raises Away when the database does not answer in time, and then we stay behind."""
        self._behind = False  # whatever is missed from here on is another time
        try:
            found = await asyncio.wait_for(self._journal.read(self.stream, self.seq), READING_ON)
        except (Away, TimeoutError) as trouble:
            self._behind = True
            raise Away(str(trouble)) from None
        ours = next((each for each in tried if found[: len(each.entries)] == each.entries), None)
        if len(found) > (len(ours.entries) if ours else 0):
            self._meeting.met()
        for entry in found:
            self._keep(entry)
        self._tell(found)
        return ours

    def _decide(self, batch: Sequence[Wanted]) -> Decided:
        """Each on the state that the one before it left, and the last of these; tentative until it is written."""
        state, seq, now = self._known(), self.seq, self._outside.now()
        entries: list[Entry] = []
        replies: list[Reply] = []
        asked: Known = {}
        for wanted in batch:
            known = taken_before(wanted, asked, self._asked)
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
        return Decided(state, entries, replies, asked)

    def _keep(self, entry: Entry) -> None:
        event = entry.event
        ended = type(event) is StreamEnded
        self._state = None if ended else self._evolved(self._state, event, entry.at, entry.by)
        self.seq = entry.seq
        if ended or isinstance(event, self.seals):
            self._asked = {}
        if asked := entry.asked:
            key, _, digest = asked.rpartition("#")
            self._asked[entry.by, key] = (digest, entry.seq)


def _refuse(batch: Sequence[Waiting], why: Refusal = Refusal.NOT_SAVED) -> None:
    _answer(batch, [Refused(why)] * len(batch))


def _answer(batch: Sequence[Waiting], replies: Sequence[Reply]) -> None:
    for (_, waiting), reply in zip(batch, replies, strict=True):
        if not waiting.done():  # whoever asked may have gone
            waiting.set_result(reply)
