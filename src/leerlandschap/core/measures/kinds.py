# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kind of ground a statement is: core, polarised or mixed, by the thresholds agreed for the workshop."""

from enum import StrEnum

from msgspec import Struct

from leerlandschap.core.measures.tally import Shares, Tally, shares
from leerlandschap.core.vocabulary import Zone


class Thresholds(Struct, frozen=True):
    """Where the lines are drawn; printed with every outcome. Raises ValueError when classes would overlap.

    The first five are parts of the people who answered or numbers of them; `clear` and `probable` are probabilities.
    70 % and 15 % are the rule for core outcome sets (COMET); a camp of 25 % is slightly laxer than RAND/UCLA's 30 %.
    """

    core_share: float = 0.70  # at least this part on one side is core,
    against: float = 0.15  # when less than this part is on the other
    camp: float = 0.25  # at least this part on each side is polarised
    undecided: float = 0.50  # at least this part in the middle makes mixed undecided
    floor: int = 5  # fewer answers than this are never shown
    clear_from: int = 8  # fewer answers than this are never clear
    clear: float = 0.8
    probable: float = 0.5

    def __post_init__(self) -> None:
        if not 0 < self.against <= self.camp <= 0.5 < self.core_share <= 1:
            raise ValueError("thresholds must keep 0 < against <= camp <= 0.5 < core_share <= 1")
        if not 0 <= self.probable <= self.clear <= 1:
            raise ValueError("thresholds must keep 0 <= probable <= clear <= 1")
        if not 0 < self.undecided <= 1 or self.floor < 1:
            raise ValueError("thresholds must keep 0 < undecided <= 1 and floor >= 1")


class Region(StrEnum):
    """The four classes that shares can fall in; probabilities are given over these."""

    CORE_AGREE = "core_agree"
    CORE_DISAGREE = "core_disagree"
    POLARISED = "polarised"
    MIXED = "mixed"


class Kind(StrEnum):
    """The class as it is told, with mixed told apart and too few answers beside them."""

    CORE_AGREE = "core_agree"
    CORE_DISAGREE = "core_disagree"
    POLARISED = "polarised"
    UNDECIDED = "undecided"
    SCATTERED = "scattered"
    TOO_FEW = "too_few"

    @property
    def zone(self) -> Zone | None:
        """Core or grey; None with too few answers."""
        if self is Kind.TOO_FEW:
            return None
        return Zone.CORE if self in (Kind.CORE_AGREE, Kind.CORE_DISAGREE) else Zone.GREY

    @property
    def region(self) -> Region | None:
        """None with too few answers."""
        if self is Kind.TOO_FEW:
            return None
        return Region.MIXED if self in (Kind.UNDECIDED, Kind.SCATTERED) else Region(self.value)


def kind_of(tally: Tally, thresholds: Thresholds) -> Kind:
    """The class of the people who answered, whoever did not; TOO_FEW below the floor."""
    parts = shares(tally)
    if parts is None or tally.answers < thresholds.floor:
        return Kind.TOO_FEW
    region = _region(parts, thresholds)
    if region is not Region.MIXED:
        return Kind(region.value)
    return Kind.UNDECIDED if parts.middle >= thresholds.undecided else Kind.SCATTERED


def region_of(tally: Tally, thresholds: Thresholds) -> Region:
    """The class without the floor, for reckoning only; nobody at all is mixed."""
    parts = shares(tally)
    return Region.MIXED if parts is None else _region(parts, thresholds)


def _region(parts: Shares, lines: Thresholds) -> Region:
    # 7 / 10 and 0.70 are the same float, both being the nearest to 7/10: a share on the line is on the line.
    if parts.agree >= lines.core_share and parts.disagree < lines.against:
        return Region.CORE_AGREE
    if parts.disagree >= lines.core_share and parts.agree < lines.against:
        return Region.CORE_DISAGREE
    if min(parts.agree, parts.disagree) >= lines.camp:
        return Region.POLARISED
    return Region.MIXED
