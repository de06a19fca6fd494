# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names, keys and codes: everything about persons and access, outside the journal, erasable."""

from leerlandschap.people.doors import Doors, Grant
from leerlandschap.people.names import Names
from leerlandschap.people.tokens import Tokens

__all__ = ["Doors", "Grant", "Names", "Tokens"]
