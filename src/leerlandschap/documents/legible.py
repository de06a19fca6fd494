# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever people typed, so that a PDF can show all of it: nothing is lost, and nothing breaks the page.

A character that none of our fonts has stands as its Unicode name in brackets. What shows nothing and only steers a
screen (control characters, turns of direction) is left out. A word longer than a line gets places where it may break.
"""

import re
import unicodedata
from functools import lru_cache

from leerlandschap.documents.coverage import shown

LONG = re.compile(r"\S{25,}")
EVERY = 10  # letters of a long word, from one place where it may break to the next
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
JOINS = re.compile("[\u200c\u200d\ufe0e\ufe0f\u00ad\u200b\u2060\u200e\u200f]")  # shape or break what is around them
UNSEEN = {"Cc", "Cf", "Cs"}  # control, format and half a character
RIGHT_TO_LEFT = {"R", "AL"}


def legible(text: str) -> str:
    """The text in characters that can be shown; lines stay lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(map(_shown, lines))


@lru_cache(maxsize=4096)  # most texts are made of few letters
def _shown(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter == "\n" or JOINS.match(letter):
        return letter
    if kind == "Zs" or letter == "\t":
        return " "
    if kind in UNSEEN:
        return ""
    if ord(letter) in shown():
        return letter
    plainer = unicodedata.normalize("NFKC", letter)
    if plainer != letter and all(ord(each) in shown() for each in plainer):
        return plainer
    return f"[{unicodedata.name(letter, f'U+{ord(letter):04X}')}]"


def breakable(text: str) -> str:
    """Long words with soft hyphens in them: unseen, unless the line ends there."""
    return LONG.sub(lambda found: _parted(found[0]), text)


def _parted(word: str) -> str:
    out, since = "", 0
    for letter, after in zip(word, (*word[1:], " "), strict=True):
        out, since = out + letter, since + 1
        if since >= EVERY and letter.isalnum() and after.isalnum():
            out, since = out + SOFT_HYPHEN, 0
    return out


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs to the left: rule P2 of the Unicode Bidirectional Algorithm."""
    strong = (way for way in map(unicodedata.bidirectional, text) if way == "L" or way in RIGHT_TO_LEFT)
    return next(strong, "L") in RIGHT_TO_LEFT
