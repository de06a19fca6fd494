# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much of a text, and how many of a thing, one landscape takes."""

TITLE = 120  # characters
SENTENCE = 400
TEXT = 1_000
FINDING = 10_000
PASSAGE = 20_000
OWNER = 80
PRINCIPLES = 500
BOUNDARIES = 200
FINDINGS = 2_000
WRITTEN = 2_000  # passages by hand
