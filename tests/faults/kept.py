# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What became of everything that phones sent: read from the journal itself, and from what every node says."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import text

from leerlandschap.database import engine_for
from tests.faults.phones import STATEMENTS, Desk, Phone, Sender
from tests.faults.screens import told
from tests.server import Group


def untrue(address: str, group: Group, senders: Sequence[Sender], nodes: Sequence[str]) -> list[str]:
    """All that is not as it was promised: what was acknowledged is there once, and every node says the same. They
    have stopped."""
    written = times_written(address, group)
    acknowledged = {key for sender in senders for key in sender.acknowledged}
    found = [f"lost: {key}" for key in sorted(acknowledged - set(written))]
    found += [f"there {times} times: {key}" for key, times in written.items() if times > 1]
    found += [f"never acknowledged: {key}" for key in sorted(set(written) - acknowledged)]
    places = [Group.known_at(each, group) for each in nodes]
    found += [each for place in places for each in _not_shown(place, senders)]
    views = [told(place.look(group.facilitator)) for place in places]
    return found + [f"{node} says otherwise" for node, view in zip(nodes, views, strict=True) if view != views[0]]


def times_written(address: str, group: Group) -> Counter[str]:
    """How often what was sent under each key stands in the journal."""
    asked = text("SELECT asked FROM entries WHERE stream = :stream AND asked IS NOT NULL")
    engine = engine_for(address)
    try:
        with engine.connect() as connection:
            keys = connection.execute(asked, {"stream": group.opened["workshop"]}).scalars()
            return Counter(key.rpartition("#")[0] for key in keys)
    finally:
        engine.dispose()


def _not_shown(place: Group, senders: Sequence[Sender]) -> list[str]:
    phones = [each for each in senders if isinstance(each, Phone)]
    chosen = [{s: each["position"] for s, each in place.look(phone.key)["mine"].items()} for phone in phones]
    found = [f"not theirs: {mine}" for phone, mine in zip(phones, chosen, strict=True) if mine != phone.chosen]
    view = place.look(place.facilitator)
    answers = {each["id"]: each["answers"] for each in view["statements"]}
    counted = Counter(statement for phone in phones for statement in phone.chosen)
    found += [f"counted wrongly: {each}" for each in STATEMENTS if answers[each] != counted[each]]
    minutes = sum(len(each.acknowledged) for each in senders if isinstance(each, Desk))
    lent = next(step["lent"] for step in view["steps"] if step["current"])
    return found if lent == minutes else [*found, f"{lent} minutes lent, not {minutes}"]
