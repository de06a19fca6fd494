# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an organisation keeps of its workshops, years long: follow-ups, findings, principles, the policy."""
