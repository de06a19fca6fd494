# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody uses an installation while it is copied: the copy is of one moment, and what changed since is noticed."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, event, insert, select, update
from sqlalchemy.exc import DBAPIError

from leerlandschap.database import bring_up_to_date, engine_for
from leerlandschap.database.copying import BATCH, Copied, NotCopied, copied
from leerlandschap.database.engine import WRITES, is_postgresql
from leerlandschap.database.reading import in_order, reading_engine, snapshot
from leerlandschap.database.tables import entries, metadata, names

MANY = 2 * BATCH + 1
SANNE = {"id": "n1", "stream": "w1", "name": "Sanne", "address": None}
FIRST = {"stream": "w1", "seq": 0, "at": "2026-11-26", "by": "p", "kind": "Joined", "data": "{}", "asked": None}


@pytest.fixture
def source(engine: Engine, address: str) -> Iterator[Engine]:
    """Two batches of entries and one more, and somebody's name."""
    write(engine, insert(entries), [{**FIRST, "seq": number} for number in range(1, MANY + 1)])
    write(engine, insert(names), [SANNE])
    reading = reading_engine(address)
    yield reading
    reading.dispose()


@pytest.fixture
def target(one_more: str) -> Iterator[Engine]:
    made = engine_for(one_more)
    yield made
    made.dispose()


def write(engine: Engine, statement: object, *rows: object) -> None:
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        connection.execute(statement, *rows)  # type: ignore[call-overload]


def meanwhile(do: Callable[[], None]) -> Callable[[str, int, int], None]:
    """When the first batch has gone by, and only then."""
    return lambda table, seen, of: do() if (table, seen, of) == ("entries", BATCH, MANY) else None


def nothing(_table: str, _seen: int, _of: int) -> None:
    pass


def people(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(select(names.c.name).order_by(names.c.name)).scalars())


def test_what_comes_while_it_copies_is_left_for_the_next_time_and_said(
    engine: Engine, source: Engine, target: Engine
) -> None:
    willem = {**SANNE, "id": "n2", "name": "Willem"}
    with pytest.raises(NotCopied) as refused:
        copied(source, target, meanwhile(lambda: write(engine, insert(names), [willem])), nothing)
    assert (refused.value.why, refused.value.facts) == ("grown", {"table": "names", "n": 1})
    assert people(target) == ["Sanne"]  # names are copied after entries, and yet of the same moment
    done = copied(source, target, nothing, nothing)
    assert Copied("names", 2, 1) in done
    assert people(target) == ["Sanne", "Willem"]


def test_what_changes_while_it_copies_is_said(engine: Engine, source: Engine, target: Engine) -> None:
    forget = update(names).values(name="")
    with pytest.raises(NotCopied) as refused:
        copied(source, target, meanwhile(lambda: write(engine, forget)), nothing)
    assert (refused.value.why, refused.value.facts) == ("changed", {"table": "names", "n": 1})


def test_what_somebody_writes_in_the_copy_before_it_is_checked_is_said(source: Engine, target: Engine) -> None:
    stranger = {**SANNE, "id": "n0", "name": "Iemand"}

    def settle_in() -> None:
        with target.connect().execution_options(**WRITES) as connection, connection.begin():
            connection.execute(insert(names), [stranger])

    with pytest.raises(NotCopied) as refused:
        copied(source, target, meanwhile(settle_in), nothing)
    assert (refused.value.why, refused.value.facts) == ("changed", {"table": "names", "n": 1})


def test_every_table_is_told_of_and_progress_is_in_rows(source: Engine, target: Engine) -> None:
    copying: list[tuple[str, int, int]] = []
    checking: list[tuple[str, int, int]] = []
    done = copied(source, target, lambda *told: copying.append(told), lambda *told: checking.append(told))
    assert [each.table for each in done] == [table.name for table in metadata.sorted_tables]
    assert copying == checking == [("entries", BATCH, MANY), ("entries", 2 * BATCH, MANY)]


def test_the_source_cannot_be_written_while_it_is_read(source: Engine) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"), snapshot(source) as connection:
        connection.execute(insert(names), [{**SANNE, "id": "n3"}])


def test_bytes_decide_the_order_so_that_both_sides_walk_alike(engine: Engine, source: Engine, target: Engine) -> None:
    """Capitals, accents and other scripts sort differently in every language."""
    ids = ["a", "B", "b", "É", "e", "Z", "z", "ß", "א", "🙂", "_", "-", "10", "9"]
    write(engine, insert(names), [{**SANNE, "id": each} for each in ids])
    bring_up_to_date(target)
    write(target, insert(names), [{**SANNE, "id": each} for each in ids[::2]])
    assert Copied("names", len(ids) + 1, len(ids) - len(ids[::2]) + 1) in copied(source, target, nothing, nothing)


def test_postgresql_is_told_to_sort_by_bytes(engine: Engine) -> None:
    """The one of the tests does so by itself; those in use sort as people do."""
    said: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    with snapshot(engine) as connection:
        list(in_order(connection, entries))
    by = 'ORDER BY entries.stream COLLATE "C", entries.seq' if is_postgresql(engine) else "ORDER BY entries.stream, "
    assert by in said[-1].replace("\n", "")
