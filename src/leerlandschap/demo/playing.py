# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap demo`: from the options to the exit status."""

import argparse
import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import msgspec

from leerlandschap.core.vocabulary import Language
from leerlandschap.demo.afterwards import differences
from leerlandschap.demo.checking import Difference, checked
from leerlandschap.demo.house import served
from leerlandschap.demo.script import Played, played
from leerlandschap.demo.stage import Opened, Plan
from leerlandschap.demo.trouble import Stuck
from leerlandschap.text import say

MOST = 5000
DONE, REFUSED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def play(arguments: argparse.Namespace) -> int:
    """Exit status 0; 1 when the report differs from what was sent, or something was refused; 2 for wrong options."""
    language = Language(arguments.language)
    if not 1 <= arguments.participants <= MOST:
        return _complain(WRONG_USE, language, Stuck("participants", n=arguments.participants, most=MOST))
    plan = Plan(arguments.participants, arguments.seed, arguments.pace == "live", language)
    _stop_in_good_order()
    try:
        _make_sure_of(arguments.out)
        return _play(plan, arguments.out)
    except Stuck as stuck:
        return _complain(REFUSED, language, stuck)
    except KeyboardInterrupt:
        print(say("demo.interrupted", language), file=sys.stderr, flush=True)
        return INTERRUPTED


def _stop_in_good_order() -> None:
    """Whoever ends us means what Ctrl+C means: first the server, then we."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _make_sure_of(out: Path | None) -> None:
    """Before anything is played: that the report can be left there. Raises Stuck."""
    if out is None:
        return
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as trouble:
        raise Stuck("out", folder=str(out), reason=trouble.strerror or str(trouble)) from None


def _play(plan: Plan, out: Path | None) -> int:
    began = time.monotonic()
    print(say("demo.starting", plan.language), flush=True)
    with served() as url:
        done = asyncio.run(played(url, plan, lambda opened: _show_links(opened, plan)))
        status = _report(done, out, time.monotonic() - began)
        if plan.live and sys.stdout.isatty():
            print(say("demo.still_there", plan.language), flush=True)
            _wait()
    return status


def _show_links(opened: Opened, plan: Plan) -> None:
    """For whoever wants to watch; a fast one is over before a page has opened."""
    if not plan.live:
        return
    print(say("demo.links", plan.language))
    for who in ("facilitator", "projector", "join", "landscape"):
        role = say(f"demo.who.{who}", plan.language)
        print(" ", say("demo.link", plan.language, who=role, url=opened.urls[who]), flush=True)


def _wait() -> None:
    """Until somebody has seen enough: Ctrl+C is here the way it should end."""
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        return


def _report(done: Played, out: Path | None, seconds: float) -> int:
    stage, language = done.stage, done.stage.plan.language
    in_report, apart = checked(stage.sent, msgspec.json.decode(done.documents["report.json"]), language)
    in_landscape, more = differences(done.written, done.landscape, stage)
    apart += more
    twice = say("demo.name.twice", language, what=", ".join(stage.twice_counted))
    apart += [Difference(twice, "1", "2")] if stage.twice_counted else []
    for each in apart:
        print(say("demo.apart", language, what=each.what, sent=each.sent, found=each.found), file=sys.stderr)
    if not apart:
        print(say("demo.checked", language, n=in_report + in_landscape))
    if out is not None:
        print(say("demo.written", language, files=", ".join(_write(out, done.documents))))
    numbers = {"people": len(stage.people), "commands": stage.commands, "frames": stage.screen.frames}
    print(say("demo.numbers", language, seconds=round(seconds), **numbers), flush=True)
    return REFUSED if apart else DONE


def _write(out: Path, documents: dict[str, bytes]) -> list[str]:
    """The files it left. Raises Stuck."""
    files = []
    for name, paper in documents.items():
        file = out / name
        try:
            file.write_bytes(paper)
        except OSError as trouble:
            raise Stuck("out", folder=str(out), reason=trouble.strerror or str(trouble)) from None
        files.append(str(file))
    return files


def _complain(status: int, language: Language, stuck: Stuck) -> int:
    print(say(f"demo.refused.{stuck.code}", language, **stuck.facts), file=sys.stderr, flush=True)
    return status
