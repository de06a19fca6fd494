# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""State in, what one role may see out. Pure; ``disclosure`` is the only place that hides."""
