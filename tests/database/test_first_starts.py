# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several processes that start at the same moment on an empty database: all of them come up, with the same tables."""

import subprocess
import sys

from sqlalchemy import text

from leerlandschap.database import engine_for
from leerlandschap.database.upgrade import TODAY

PROCESSES = 3
START = """
import sys, time
from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.people import Tokens
print("ready", flush=True)
sys.stdin.readline()
engine = engine_for(sys.argv[1])
bring_up_to_date(engine)
tokens = Tokens(engine, lambda: sys.argv[2] * 32)
print(tokens.for_participant("w1", "aisha"))
"""


def test_processes_that_start_at_once_all_come_up_and_know_each_others_keys(address: str) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", START, address, f"{number:02x}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    for each in processes:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in processes:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    said = [each.communicate(timeout=60) for each in processes]
    assert [error for _, error in said] == [""] * PROCESSES
    assert len({key for key, _ in said}) == 1
    engine = engine_for(address)
    with engine.connect() as connection:
        assert list(connection.execute(text("SELECT version_num FROM alembic_version")).scalars()) == [TODAY]
        assert connection.execute(text("SELECT count(*) FROM seals")).scalar() == 1
    engine.dispose()
