# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people typed, as XML can carry it: shared by every kind of document that is XML inside."""

import re

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85")


def writable(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 forbids or warns of; every kind of line break is one newline."""
    return UNWRITABLE.sub("\ufffd", BREAKS.sub("\n", text))
