# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each event changes the state, by topic; ``evolve`` is the table of them all."""
