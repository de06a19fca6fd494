# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Teams: how much of the disagreement lies between them, and which of them may be shown."""

from leerlandschap.core.measures.teams.decomposition import Decomposition, decompose
from leerlandschap.core.measures.teams.hiding import Bound, ShownShare, same_for_all, suppressed, unanimity_shown

__all__ = ["Bound", "Decomposition", "ShownShare", "decompose", "same_for_all", "suppressed", "unanimity_shown"]
