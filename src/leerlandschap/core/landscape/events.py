# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened in a landscape, in the past tense."""

from msgspec import Struct

from leerlandschap.core.vocabulary import LandscapeId, WorkshopId


class Kept(Struct, frozen=True, tag=True, tag_field="type", omit_defaults=True):
    """Every event of a landscape."""


class LandscapeOpened(Kept, frozen=True):
    landscape: LandscapeId
    organisation: str


class WorkshopAdded(Kept, frozen=True):
    workshop: WorkshopId


Event = LandscapeOpened | WorkshopAdded
