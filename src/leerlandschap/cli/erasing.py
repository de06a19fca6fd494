# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap delete ID` and `leerlandschap forget WHO`: they say what would go, and with --yes it goes."""

import argparse
from typing import TYPE_CHECKING

from leerlandschap.cli.opening import asked_in_the_house
from leerlandschap.cli.saying import refuse, tell
from leerlandschap.cli.sealing import said_what_is_left

if TYPE_CHECKING:
    from leerlandschap.live.deleting import Deleted
    from leerlandschap.live.upkeep import Titled, Upkeep
    from leerlandschap.people.forgetting import Known


def delete(asked: argparse.Namespace) -> int:
    return asked_in_the_house(asked, _delete)


async def _delete(upkeep: "Upkeep", asked: argparse.Namespace) -> int:
    titles = {each.stream: each for each in await upkeep.titles_of(asked.id)}
    if not titles:
        return refuse("no_such_stream", asked.language, id=asked.id)
    gone = await (upkeep.delete([*titles]) if asked.yes else upkeep.to_delete([*titles]))
    for each in gone:
        _say(each, titles[each.stream], asked)
    if not titles[asked.id].is_landscape:
        tell("outcome_stays", asked.language)
    if not asked.yes:
        tell("would_be_deleted", asked.language)
        return 0
    tell("backups_keep_it", asked.language)
    return await said_what_is_left(upkeep, asked)


def _say(gone: "Deleted", titled: "Titled", asked: argparse.Namespace) -> None:
    people = gone.people
    kind = "landscape" if titled.is_landscape else "workshop"
    tell(
        f"{'deleted' if asked.yes else 'to_delete'}.{kind}",
        asked.language,
        title=titled.title,
        id=gone.stream,
        entries=gone.entries,
        names=people.names,
        letters=people.letters,
        keys=people.keys,
    )


def forget(asked: argparse.Namespace) -> int:
    return asked_in_the_house(asked, _forget)


async def _forget(upkeep: "Upkeep", asked: argparse.Namespace) -> int:
    known = await upkeep.known_as(asked.who, asked.landscape)
    if known is None:
        return refuse("no_such_stream", asked.language, id=asked.landscape)
    if not known:
        return refuse("nobody_known" if asked.landscape else "nobody_known_by_id", asked.language, who=asked.who)
    typed = await upkeep.typed(known)
    if asked.yes:
        await upkeep.forget(known)
    for each in known:
        _say_known(each, asked)
    if typed:
        tell("name_was_typed", asked.language, n=typed)
    if not asked.yes:
        tell("would_be_forgotten", asked.language)
        return 0
    tell("backups_keep_it", asked.language)
    return await said_what_is_left(upkeep, asked)


def _say_known(each: "Known", asked: argparse.Namespace) -> None:
    key = ("forgotten" if asked.yes else "to_forget") + (".with_address" if each.has_address else ".by_name")
    tell(key, asked.language, name=each.name, id=each.id, where=each.stream, letters=each.letters)
