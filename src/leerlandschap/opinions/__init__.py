# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opinion groups: people whose answers go together, shown only when chance alone could not produce them.

The only room that knows numpy; import it where it is used. The chain, each step a file: `answers` (the matrix),
`components` (two axes, with missing answers), `bases` (base clusters), `clusters` (k-means and silhouette),
`chance` (permutation and bootstrap), `voices` (what each group says), `finding` (all of it, with the rules).
"""

from leerlandschap.opinions.answers import Answers, Column
from leerlandschap.opinions.finding import Found, NotShown, Reason, Rules, find
from leerlandschap.opinions.voices import Shared, Side, Voice

__all__ = ["Answers", "Column", "Found", "NotShown", "Reason", "Rules", "Shared", "Side", "Voice", "find"]
