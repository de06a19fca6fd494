# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept in the journal, and what should no longer be in it."""

import datetime
from collections.abc import Iterator

from sqlalchemy import Engine, text

from leerlandschap.cli.checks import Finding, good, mend
from leerlandschap.database.erasing import left_behind
from leerlandschap.journal.sealing import last_entries
from leerlandschap.settings import Settings

PATIENCE = datetime.timedelta(hours=3)  # a server that runs seals every hour
AHEAD = datetime.timedelta(minutes=5)
GAPS = """
SELECT count(*) FROM (
  SELECT stream FROM entries GROUP BY stream
  HAVING count(*) <> max(seq)
    AND sum(CASE WHEN kind LIKE 'WorkshopSealed%' OR kind LIKE 'StreamEnded%' THEN 1 ELSE 0 END) = 0
) AS gaps
"""


def check_kept(engine: Engine, settings: Settings) -> Iterator[Finding]:
    now = datetime.datetime.now(datetime.UTC)
    last = last_entries(engine)
    with engine.connect() as connection:
        gaps = int(connection.execute(text(GAPS)).scalar_one())
    yield mend("gaps", n=gaps) if gaps else good("no_gaps", n=len(last))
    if any(each.at > now + AHEAD for each in last):
        yield mend("clock_behind")
    due = now - datetime.timedelta(hours=settings.seal_hours) - PATIENCE
    late = sum(each.kind == "WorkshopClosed" and each.at <= due for each in last)
    yield mend("unsealed", n=late) if late else good("sealed")
    left = left_behind(engine)
    if left:
        yield mend("not_wiped", n=left)
