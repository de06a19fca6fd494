# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one participant said, for that participant only."""

from msgspec import Struct

from leerlandschap.core.vocabulary import Consent, OptionId, PointId, PrincipleId, QuestionId, StatementId


class MyStance(Struct, frozen=True, omit_defaults=True):
    position: int | None
    motivation: str = ""


class MyAnswer(Struct, frozen=True, omit_defaults=True):
    choice: dict[OptionId, int]
    fill: str = ""


class MyConsent(Struct, frozen=True, omit_defaults=True):
    position: Consent
    reservation: str = ""


class Mine(Struct, frozen=True):
    """What one participant said, for that participant only."""

    stances: dict[StatementId, MyStance]  # in the last round of each statement
    ready: bool
    points: tuple[str, ...]
    dots: dict[PointId, int]
    answers: dict[QuestionId, MyAnswer]
    principles: tuple[PrincipleId, ...]
    consents: dict[PrincipleId, MyConsent]
    rating: int | None
