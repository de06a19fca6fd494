# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a database says of trouble may come into a log, and so holds nothing of what was asked with."""

import pytest
from sqlalchemy import Engine, insert
from sqlalchemy.exc import IntegrityError

from leerlandschap.database import bring_up_to_date
from leerlandschap.database.tables import entries

ROW = {"stream": "w1", "seq": 1, "at": "2026-01-01", "by": "aisha", "kind": "x", "data": "Sanne vindt het spannend"}


def test_what_was_written_is_not_in_the_words_of_trouble(engine: Engine) -> None:
    bring_up_to_date(engine)
    with engine.begin() as connection:
        connection.execute(insert(entries), ROW)
    with engine.begin() as connection, pytest.raises(IntegrityError) as trouble:
        connection.execute(insert(entries), ROW)
    assert [each for each in ("Sanne", "aisha", "2026-01-01") if each in str(trouble.value)] == []
