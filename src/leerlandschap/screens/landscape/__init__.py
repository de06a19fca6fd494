# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The screens of a landscape: what an organisation keeps of its workshops, and what becomes of it."""
