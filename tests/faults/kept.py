# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of everything that phones sent: read from the journal itself, and from what every node says."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import text

from leerlandschap.database import engine_for
from tests.faults.phones import STATEMENTS, Phone
from tests.faults.screens import told
from tests.server import Group


def untrue(address: str, group: Group, phones: Sequence[Phone], nodes: Sequence[str]) -> list[str]:
    """All that is not as it was promised: what was acknowledged is there once, and every node says the same. The
    phones have stopped."""
    written = times_written(address, group)
    acknowledged = {key for phone in phones for key in phone.acknowledged}
    found = [f"lost: {key}" for key in sorted(acknowledged - set(written))]
    found += [f"there {times} times: {key}" for key, times in written.items() if times > 1]
    found += [f"never acknowledged: {key}" for key in sorted(set(written) - acknowledged)]
    places = [Group.known_at(each, group) for each in nodes]
    found += [each for place in places for each in _not_shown(place, phones)]
    views = [told(place.look(group.facilitator)) for place in places]
    return found + [f"{node} says otherwise" for node, view in zip(nodes, views, strict=True) if view != views[0]]


def times_written(address: str, group: Group) -> Counter[str]:
    """How often what was sent under each key stands in the journal."""
    asked = text("SELECT asked FROM entries WHERE stream = :stream AND kind = 'StanceTaken'")
    engine = engine_for(address)
    try:
        with engine.connect() as connection:
            keys = connection.execute(asked, {"stream": group.opened["workshop"]}).scalars()
            return Counter(key.rpartition("#")[0] for key in keys)
    finally:
        engine.dispose()


def _not_shown(place: Group, phones: Sequence[Phone]) -> list[str]:
    chosen = [{s: each["position"] for s, each in place.look(phone.key)["mine"].items()} for phone in phones]
    found = [f"not theirs: {mine}" for phone, mine in zip(phones, chosen, strict=True) if mine != phone.chosen]
    answers = {each["id"]: each["answers"] for each in place.look(place.facilitator)["statements"]}
    counted = Counter(statement for phone in phones for statement in phone.chosen)
    return found + [f"counted wrongly: {each}" for each in STATEMENTS if answers[each] != counted[each]]
