# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""`leerlandschap serve --workers N`: one process that watches, and N that serve.

The parent imports nothing heavy and answers nobody. Every process has a socket of its own at the same port: when one
falls over its socket goes with it, and whoever comes in next comes to the others.
"""

import logging
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from types import FrameType

from msgspec import Struct

from leerlandschap.cli.listening import cannot_listen, shared
from leerlandschap.cli.saying import complain, refuse
from leerlandschap.cli.serving import built
from leerlandschap.settings import Settings

SOON = 10.0  # seconds: a process that ends sooner never really served
PAUSE = 0.5  # seconds before the next attempt when it ended soon; twice as long every time
LONGEST_PAUSE = 30.0
MOST_SOON = 4  # when every process ended soon so many times in a row, the next will not do better
GRACE = 10.0  # seconds to leave in, after which nobody waits any longer
HEARD = (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD)
log = logging.getLogger(__name__)


class Worker(Struct):
    """A place, and the process that has it now (0: none; the next is started when it is due)."""

    process: int = 0
    started: float = 0.0
    due: float = 0.0
    ended_soon: int = 0


class Workers:
    """Used once, in the main thread of a process that has no other."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._workers = [Worker() for _ in range(settings.workers)]
        self._stopping = False
        # The reading end of this pipe ends when the parent does, however it ends: then nobody serves on by himself.
        self._parent_is_gone, self._parent_is_here = os.pipe()

    def watch(self, announce: Callable[[], None]) -> int:
        """Prepare once, serve, start again what fell over; 0 when asked to stop, 1 when it cannot be (said)."""
        self._hears, self._rings = os.pipe()
        for each in (self._hears, self._rings):
            os.set_blocking(each, False)
        signal.set_wakeup_fd(self._rings, warn_on_full_buffer=False)
        for number in HEARD:
            signal.signal(number, self._heard)
        status = self._prepare()
        if status or self._stopping:
            return status
        self._start_what_is_due()
        announce()
        while not self._stopping:
            self._wait(self._until_next())
            if self._bury():
                status = refuse("workers_keep_ending", n=MOST_SOON)
                break
            self._start_what_is_due()
        self._stop()
        return status

    def _prepare(self) -> int:
        """In a process of its own: see that a building can be built, which brings the database up to date."""
        process = self._forked(partial(prepare, self._settings))
        while True:
            found, status = os.waitpid(process, os.WNOHANG)
            if found:
                return 0 if self._stopping else abs(os.waitstatus_to_exitcode(status))
            if self._stopping:
                os.kill(process, signal.SIGTERM)
            self._wait(None)

    def _start_what_is_due(self) -> None:
        for each in self._workers:
            if not each.process and each.due <= time.monotonic():
                each.started = time.monotonic()
                each.process = self._forked(partial(serve_beside_others, self._settings))

    def _until_next(self) -> float | None:
        """Seconds until a process is due; None when all are there."""
        due = [each.due for each in self._workers if not each.process]
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _bury(self) -> bool:
        """Take leave of processes that ended; True when there is no hope left."""
        for each in self._workers:
            if not each.process:
                continue
            found, status = os.waitpid(each.process, os.WNOHANG)
            if found and not self._stopping:
                complain("worker_ended", process=found, how=how_ended(status))
                self._again(each)
            each.process = 0 if found else each.process
        return all(each.ended_soon >= MOST_SOON for each in self._workers)

    def _again(self, worker: Worker) -> None:
        now = time.monotonic()
        worker.ended_soon = worker.ended_soon + 1 if now - worker.started < SOON else 0
        worker.due = now + (min(PAUSE * 2 ** (worker.ended_soon - 1), LONGEST_PAUSE) if worker.ended_soon else 0)

    def _stop(self) -> None:
        # Ctrl+C reaches a whole family at once, and twice is impatience: what is handed on is always a request.
        self._stopping = True
        self._tell(signal.SIGTERM)
        end = time.monotonic() + GRACE + self._settings.leave_seconds
        while any(each.process for each in self._workers) and time.monotonic() < end:
            self._wait(end - time.monotonic())
            self._bury()
        self._tell(signal.SIGKILL)

    def _tell(self, number: signal.Signals) -> None:
        for each in self._workers:
            if each.process:
                os.kill(each.process, number)

    def _wait(self, seconds: float | None) -> None:
        """Until something is heard, or so long."""
        if select.select([self._hears], [], [], seconds)[0]:
            os.read(self._hears, 4096)

    def _heard(self, number: int, _frame: FrameType | None) -> None:
        self._stopping = self._stopping or number != signal.SIGCHLD

    def _forked(self, work: Callable[[], int]) -> int:
        """A child that does this and ends with its exit status. What it is told before it listens waits for it."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
        child = os.fork()
        if child:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            return child
        status = 1
        try:
            self._leave_home()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            status = work()
        except KeyboardInterrupt:
            status = 130
        except Exception:
            log.exception("a process that serves could not go on")
        finally:  # whatever it is: a child never goes on as if it were the parent
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    def _leave_home(self) -> None:
        """In the child: nothing of the parent's is kept but the wish to end when it does."""
        signal.set_wakeup_fd(-1)
        for number in HEARD:
            signal.signal(number, signal.SIG_DFL)
        for each in (self._hears, self._rings, self._parent_is_here):
            os.close(each)
        threading.Thread(target=_end_with, args=(self._parent_is_gone,), name="parent", daemon=True).start()


def prepare(settings: Settings) -> int:
    """Build once and let go."""
    building = built(settings)
    if isinstance(building, int):
        return building
    building.close()
    return 0


def serve_beside_others(settings: Settings) -> int:
    """As one of several at the same port."""
    building = built(settings)
    if isinstance(building, int):
        return building
    from leerlandschap.cli.running import run

    try:
        listening = shared(settings)
    except OSError as trouble:
        return cannot_listen(settings, trouble)
    return run(building, listening)


def how_ended(status: int) -> str:
    """A wait status in words of the system: *SIGKILL*, or the exit status."""
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else str(code)


def _end_with(pipe: int) -> None:
    os.read(pipe, 1)
    os.kill(os.getpid(), signal.SIGTERM)
