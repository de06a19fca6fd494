# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each command leads to, by topic; ``decide`` is the table of them all."""
