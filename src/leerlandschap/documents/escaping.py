# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people typed, as Markdown that means nothing but itself.

CommonMark lets every ASCII punctuation mark be escaped; we escape those that can begin structure anywhere, and those
that can begin it at the start of a line. Lines become one, so that only the start of the whole text is a start.
"""

import re

ANYWHERE = re.compile(r"[\\`*_\[\]<>|~&$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
AT_THE_START = re.compile(r"^([#+=:%^@-])|^(\d+)([.)])")


def escaped(text: str) -> str:
    """One line of Markdown that reads as the text does."""
    line = " ".join(text.split())
    return AT_THE_START.sub(_start, ANYWHERE.sub(r"\\\g<0>", line))


def _start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
