# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap copy --from URL|DIR --to URL|DIR`: a whole installation into another database."""

import argparse
import sys
import time
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from leerlandschap.cli.progress import Progress
from leerlandschap.cli.saying import language, refuse
from leerlandschap.cli.serving import no_folder
from leerlandschap.core.vocabulary import Language
from leerlandschap.database import NewerDatabase, engine_for
from leerlandschap.database.copying import Copied, NotCopied, copied
from leerlandschap.database.reading import reading_engine
from leerlandschap.settings import Settings
from leerlandschap.text import say

DATABASES = ("sqlite", "postgresql")


def copy(asked: argparse.Namespace) -> int:
    """0 when both sides are the same, row by row; 1 with the reason otherwise."""
    spoken = language(asked.language)
    try:
        source, target = address_of(asked.source), address_of(asked.target)
    except NotCopied as trouble:
        return _refuse(trouble, spoken)
    if is_absent(source):
        return _refuse(NotCopied("absent"), spoken, **_names(source, target))
    if "://" not in asked.target and (problem := no_folder(Settings(data=Path(asked.target)))):
        return problem
    print(say("copying.begins", spoken, **_names(source, target)), flush=True)
    return _copy(source, target, spoken)


def address_of(given: str) -> URL:
    """An address as it is, or the database in a folder. Raises NotCopied for what is neither."""
    address = given if "://" in given else Settings(data=Path(given)).database_address
    try:
        url = make_url(address)
    except ArgumentError:
        raise NotCopied("no_address", address=given.partition("://")[0]) from None
    if url.get_backend_name() not in DATABASES:
        raise NotCopied("no_address", address=url.get_backend_name())
    return url


def is_absent(source: URL) -> bool:
    """A file that is not there is not made by looking at it."""
    return source.get_backend_name() == "sqlite" and not Path(source.database or "").is_file()


def _copy(source: URL, target: URL, spoken: Language) -> int:
    began, progress = time.monotonic(), Progress(spoken, "copying")
    names = _names(source, target)
    try:
        here, there = reading_engine(source), engine_for(target.render_as_string(hide_password=False))
        try:
            done = copied(here, there, progress.copying, progress.checking)
        finally:
            progress.clear()
            for each in (here, there):
                each.dispose()
    except NotCopied as trouble:
        return _refuse(trouble, spoken, **names)
    except NewerDatabase as newer:
        return refuse("newer_database", spoken, found=newer.found)
    except (SQLAlchemyError, ModuleNotFoundError) as trouble:
        reason = str(getattr(trouble, "orig", None) or trouble).strip().rstrip(".")
        return _refuse(NotCopied("stopped", reason=reason), spoken)
    _tell(done, time.monotonic() - began, spoken)
    return 0


def _tell(done: list[Copied], seconds: float, spoken: Language) -> None:
    for each in done:
        print(say("copying.table", spoken, table=each.table, n=each.rows, new=each.new))
    print(say("copying.same", spoken, n=sum(each.rows for each in done), seconds=round(seconds, 1)))


def _refuse(trouble: NotCopied, spoken: Language, **names: str) -> int:
    print(say(f"copying.wrong.{trouble.why}", spoken, **names, **trouble.facts), file=sys.stderr)
    return 1


def _names(source: URL, target: URL) -> dict[str, str]:
    """Both sides as one may say them: without a password."""
    return {"source": _name(source), "target": _name(target)}


def _name(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return str(Path(url.database or "").resolve())
    return url.set(username=None, password=None, query={}).render_as_string()
