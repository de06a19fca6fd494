# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which letters must be sent, and what has become of them. Planning again changes nothing: one letter an occasion."""

import asyncio
import datetime
from collections.abc import Awaitable, Callable, Mapping

from leerlandschap.core.vocabulary import PersonId, PointId
from leerlandschap.people import Names
from leerlandschap.post.letters import TRIES, Letter, Letters
from leerlandschap.post.occasions import Occasion, is_news, occasions
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.letters import LetterKind, LetterLine

Look = Callable[[str], Awaitable[LandscapeView | None]]  # a landscape as it is in the journal now, by its stream


class Outbox:
    """``days`` before a due date its owner is reminded."""

    def __init__(
        self, letters: Letters, names: Names, look: Look, now: Callable[[], datetime.datetime], days: int
    ) -> None:
        self.letters = letters
        self._names = names
        self._look = look
        self._now = now
        self._days = days

    async def plan_all(self) -> None:
        """Every landscape in which somebody gave an address."""
        for stream in await asyncio.to_thread(self._names.streams_with_addresses):
            await self.plan(stream)

    async def plan(self, stream: str) -> None:
        """Queue what has to be said in this landscape and was not said yet."""
        view = await self._look(stream)
        if view is not None:
            await asyncio.to_thread(self._plan, view)

    def _plan(self, view: LandscapeView) -> None:
        now = self._now()
        invited = {
            (each.occasion.about, each.occasion.person): each.made_at.date()
            for each in self.letters.of(view.landscape)
            if each.occasion.kind is LetterKind.INVITATION
        }
        wanted = self._wanted(view)
        news = (o for o in wanted if is_news(o, invited.get((o.about, o.person), now.date()), self._days))
        self.letters.queue(view.landscape, news, now)

    def _wanted(self, view: LandscapeView) -> tuple[Occasion, ...]:
        return occasions(view, self._people(view), self._days)

    def _people(self, view: LandscapeView) -> Mapping[str, PersonId]:
        """Ids by name: within a landscape a name has one."""
        return {name: person for person, name in self._names.of(view.landscape).items()}

    async def still_true(self, letter: Letter) -> LandscapeView | None:
        """The landscape that a letter is about; None when there is no reason to send it any more."""
        view = await self._look(letter.stream)
        return view if view is not None and letter.occasion in self._wanted(view) else None

    async def lines(self, view: LandscapeView) -> Mapping[PointId, tuple[LetterLine, ...]]:
        """By follow-up, the letters to whoever owns it now, oldest first."""
        letters = await asyncio.to_thread(self.letters.of, view.landscape)
        people, now = self._people(view), self._now()
        owners = {line.id: people.get(line.owner) if line.owner else None for line in view.follow_ups}
        return {
            about: tuple(_line(each, now) for each in letters if each.is_about(about, owner))
            for about, owner in owners.items()
        }


def _line(letter: Letter, now: datetime.datetime) -> LetterLine:
    waits = letter.sent_at is None and letter.tries < TRIES
    left = max(0, -((now - letter.next_at) // datetime.timedelta(minutes=1)))
    return LetterLine(
        kind=letter.occasion.kind,
        made_on=letter.made_at.date(),
        sent_on=letter.sent_at.date() if letter.sent_at else None,
        refused=letter.trouble[:3].isdigit(),
        trouble=letter.trouble,
        minutes=left if waits else None,
    )
