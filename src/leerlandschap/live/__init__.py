# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workshops that happen now: the one road of every change, and the screens that follow it."""
