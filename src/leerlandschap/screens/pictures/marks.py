# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The upper layer of the map: discs with numbers, counts as spot heights, the tear between camps, what moved."""

from collections.abc import Iterator

from leerlandschap.screens.pictures.disc import FRAME, RING, Disc, disc
from leerlandschap.screens.pictures.layout import Lane, Plan
from leerlandschap.screens.pictures.moving import origins, sliding
from leerlandschap.screens.pictures.pen import ACCENT, INK, PAPER, group, letters, mark, short
from leerlandschap.screens.pictures.place import Place, marks
from leerlandschap.screens.pictures.relief import bend
from leerlandschap.screens.pictures.sheet import Sheet

GHOST = 0.66  # in radii of the disc


def shared(plan: Plan, sheet: Sheet) -> dict[str, str | float]:
    """What all places have in common, said once around them: figures in the middle of their discs, rings as thick."""
    r = sheet.radius(plan.lanes[0].height) if plan.lanes else 0.0
    return {"text_anchor": "middle", "font_weight": "700", "stroke_width": max(2.0, r * 0.11)}


def placed(lane: Lane, sheet: Sheet, *, moving: bool = False) -> str:
    """Everything of one place on the map itself; nothing where too few answered. `moving`: its numbers come sliding
    from where they lay."""
    if lane.place.seen is None:
        return ""
    r = sheet.radius(lane.height)
    now = [_disc(lane, at, r, sheet) for at in marks(lane.place.seen, lane.place.kind)]
    then = list(_ghosts(lane, now, sheet))
    return (
        _spots(lane, now, then, sheet)
        + _tear(now)
        + "".join(_arrow(old, new) for old, new in then)
        + "".join(_ghost(old, lane.place) for old in dict.fromkeys(old for old, _ in then))
        + "".join(_arriving(d, then if moving else [], lane.place) for d in now)
        + _without_opinion(lane, sheet)
    )


def _arriving(d: Disc, then: list[tuple[Disc, Disc]], place: Place) -> str:
    drawn = disc(d, place)
    return "".join(sliding(drawn, old, d) for old in origins(d, then)) or drawn


def _disc(lane: Lane, position: float, r: float, sheet: Sheet) -> Disc:
    return Disc(sheet.at(position), lane.middle + bend(lane.place, position, lane.height), r, r * 1.25)


def _tear(now: list[Disc]) -> str:
    """Two camps: one number, twice, held together by a dotted line above the figures."""
    if len(now) < 2:
        return ""
    a, b = now
    d = f"M{short(a.x + a.r)} {short(a.y - a.r * 0.95)}L{short(b.x - b.r)} {short(b.y - b.r * 0.95)}"
    return mark(
        "path",
        d=d,
        class_="ll-tear",
        fill="none",
        stroke=INK,
        stroke_width=max(2, a.r * 0.1),
        stroke_dasharray=f"{a.r * 0.1:.1f} {a.r * 0.42:.1f}",
        stroke_linecap="round",
    )


# ---------------------------------------------------------------- counts, as spot heights


def _spots(lane: Lane, now: list[Disc], then: list[tuple[Disc, Disc]], sheet: Sheet) -> str:
    """The exact counts. On a low lane a count that would fall under a disc is left out: the table has it."""
    low = sheet.is_low(lane.height)
    inked = [(d, d.r * (FRAME if lane.place.is_overruled else 1.3)) for d in now]
    inked += [(old, old.r * GHOST) for old, _ in then]
    size = sheet.spot
    dots, figures = "", ""
    for j, count in enumerate(lane.place.seen or (), 1):
        x, y = sheet.at(j), lane.middle + bend(lane.place, j, lane.height)
        beside = 8 + size * 0.3 * len(str(count))
        under = max((d.y + r for d, r in inked if abs(d.x - x) < r + beside), default=None)
        if not count or (low and under):
            continue
        if not under and not low:
            dots += mark("circle", cx=x, cy=y, r=2.6 if sheet.is_narrow else 4.5)
        figures += letters(x, _baseline(lane, y, under, sheet), str(count))
    return group(dots, class_="ll-dot") + group(figures, class_="ll-spot", font_size=size, font_weight="600")


def _baseline(lane: Lane, y: float, under: float | None, sheet: Sheet) -> float:
    """Under its dot, or under the disc that lies on it; on the lowest lanes in the middle."""
    if under:
        return under + sheet.spot * 0.8
    if lane.height <= 70 and not sheet.is_narrow:
        return lane.middle + sheet.spot * 0.34
    return y + sheet.spot * 1.18


def _without_opinion(lane: Lane, sheet: Sheet) -> str:
    if not lane.place.no_opinion or not sheet.aside:
        return ""
    return letters(
        sheet.right + sheet.aside / 2 + 4,
        lane.middle + sheet.spot * 0.36,
        str(lane.place.no_opinion),
        class_="ll-spot",
        font_size=sheet.spot * 1.1,
        font_weight="600",
    )


# ---------------------------------------------------------------- what moved since the first round


def _ghosts(lane: Lane, now: list[Disc], sheet: Sheet) -> Iterator[tuple[Disc, Disc]]:
    """(where a number lay, where it lies); nothing for a shift shorter than a disc. Camps come together, or a place
    parts in two."""
    place = lane.place
    if place.before is None or not place.has_moved or not sum(place.before):
        return
    was = [_disc(lane, position, now[0].r, sheet) for position in marks(place.before, place.before_kind)]
    parted = len(was) < len(now)
    ways = [(_nearest(was, new), new) for new in now] if parted else [(old, _nearest(now, old)) for old in was]
    yield from ((old, new) for old, new in ways if abs(new.x - old.x) >= old.r * RING)


def _nearest(discs: list[Disc], to: Disc) -> Disc:
    return min(discs, key=lambda d: abs(d.x - to.x))


def _ghost(d: Disc, place: Place) -> str:
    ring = mark(
        "circle",
        cx=d.x,
        cy=d.y,
        r=d.r * GHOST,
        class_="ll-ghost",
        fill=PAPER,
        stroke=ACCENT,
        stroke_width=max(2, d.r * 0.1),
        stroke_dasharray="3 6" if d.r > 15 else "2 3",
    )
    return ring + letters(
        d.x,
        d.y + d.size * 0.24,
        str(place.number),
        font_size=d.size * 0.68,
        class_="ll-no ll-no--ghost",
        fill=ACCENT,
    )


def _arrow(old: Disc, new: Disc) -> str:
    """An arc over the crest with an open head."""
    way, y, r = (1 if new.x > old.x else -1), (old.y + new.y) / 2, old.r
    a, b = old.x + way * r * GHOST, new.x - way * r * 1.34
    head = max(9.0, r * 0.42)
    lift = min(26.0, abs(b - a) * 0.22)
    arc = f"M{short(a)} {short(y)}Q{short((a + b) / 2)} {short(y - lift)} {short(b)} {short(y)}"
    point = (
        f"M{short(b - way * head)} {short(y - head)}L{short(b + way * 2)} {short(y)}"
        f"L{short(b - way * head * 0.8)} {short(y + head * 0.62)}"
    )
    return mark(
        "path",
        d=arc + point,
        class_="ll-path",
        fill="none",
        stroke=ACCENT,
        stroke_width=max(3, r * 0.17),
        stroke_linecap="round",
        stroke_linejoin="round",
    )
