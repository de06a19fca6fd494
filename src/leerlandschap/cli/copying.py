# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap copy --from URL|DIR --to URL|DIR`: a whole installation into another database."""

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from leerlandschap.cli.progress import Progress
from leerlandschap.cli.saying import language, refuse
from leerlandschap.cli.serving import no_folder
from leerlandschap.core.vocabulary import Language
from leerlandschap.database import NewerDatabase, Trouble, UnusableDatabase
from leerlandschap.database.copying import NotCopied, copied
from leerlandschap.database.engine import engine_for, is_postgresql
from leerlandschap.database.reading import reading_engine
from leerlandschap.settings import Settings
from leerlandschap.text import say


class Side(Struct, frozen=True):
    """Where to copy from or to, and how one may say it: without a name or a password."""

    engine: Engine
    name: str


def copy(asked: argparse.Namespace) -> int:
    """0 when both sides are the same, row by row; 1 with the reason otherwise."""
    spoken = language(asked.language)
    names: dict[str, str | int] = {}
    try:
        with opened(address_of(asked.source), address_of(asked.target)) as (source, target):
            names = {"source": source.name, "target": target.name}
            if is_absent(source.engine):
                raise NotCopied("absent")
            if "://" not in asked.target and (problem := no_folder(Settings(data=Path(asked.target)))):
                return problem
            print(say("copying.begins", spoken, **names), flush=True)
            _copy(source.engine, target.engine, spoken)
    except NotCopied as trouble:
        return _refuse(trouble, spoken, names)
    except NewerDatabase as newer:
        return refuse("newer_database", spoken, found=newer.found)
    except UnusableDatabase as unusable:
        return _unusable(unusable, spoken)
    except SQLAlchemyError as trouble:
        reason = " ".join(str(getattr(trouble, "orig", None) or trouble).split()).rstrip(".")
        return _refuse(NotCopied("stopped", reason=reason), spoken, names)
    return 0


def address_of(given: str) -> str:
    """An address as it is, or that of the database in a folder."""
    return given if "://" in given else Settings(data=Path(given)).database_address


@contextmanager
def opened(source: str, target: str) -> Iterator[tuple[Side, Side]]:
    """Both, to be let go of afterwards. Raises UnusableDatabase for what is no address."""
    sides = [
        Side(engine, _name(engine, address))
        for engine, address in ((reading_engine(source), source), (engine_for(target), target))
    ]
    try:
        yield sides[0], sides[1]
    finally:
        for each in sides:
            each.engine.dispose()


def is_absent(engine: Engine) -> bool:
    """A file that is not there is not made by looking at it."""
    return not is_postgresql(engine) and not _file(engine).is_file()


def _copy(source: Engine, target: Engine, spoken: Language) -> None:
    began, progress = time.monotonic(), Progress(spoken, "copying")
    try:
        done = copied(source, target, progress.copying, progress.checking)
    finally:
        progress.clear()
    for each in done:
        print(say("copying.table", spoken, table=each.table, n=each.rows, new=each.new))
    seconds = round(time.monotonic() - began, 1)
    print(say("copying.same", spoken, n=sum(each.rows for each in done), seconds=seconds))


def _unusable(unusable: UnusableDatabase, spoken: Language) -> int:
    match unusable.trouble:
        case Trouble.WRONG_ADDRESS:
            return _refuse(NotCopied("no_address", **unusable.facts), spoken, {})
        case Trouble.UNREACHABLE | Trouble.NOT_LET_IN:
            return _refuse(NotCopied("stopped", **unusable.facts), spoken, {})
        case _:
            return refuse(f"database.{unusable.trouble.value}", spoken, **unusable.facts)


def _refuse(trouble: NotCopied, spoken: Language, names: dict[str, str | int]) -> int:
    print(say(f"copying.wrong.{trouble.why}", spoken, **names, **trouble.facts), file=sys.stderr)
    return 1


def _name(engine: Engine, address: str) -> str:
    if not is_postgresql(engine):
        return str(_file(engine))
    from psycopg.conninfo import conninfo_to_dict

    said = conninfo_to_dict(address)
    return f"PostgreSQL {said.get('host', '')}:{said.get('port', '5432')}/{said.get('dbname', '')}"


def _file(engine: Engine) -> Path:
    """Of SQLite, also when it is opened as an address of its own kind."""
    return Path(unquote((engine.url.database or "").removeprefix("file:"))).resolve()
