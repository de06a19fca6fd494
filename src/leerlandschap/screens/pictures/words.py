# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a picture, handed in by the caller in the right language, and how they fit on lines."""

import re
import unicodedata
from dataclasses import dataclass

# Bold, rounded up, in thousandths of the size.
WIDTHS = {
    **dict.fromkeys("iljI.,:;'|", 330),
    **dict.fromkeys("frt-( )", 380),
    **dict.fromkeys("mwMW", 890),
    **dict.fromkeys("ABCDEGHKNOQRSUVXYZ0", 680),
}
# What XML refuses, and what would turn the direction of the words around it.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """Of a zone: its name, and what it means in a few words."""

    name: str
    gloss: str


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the map itself. `no_opinion` is one or two lines; `disagree` and `agree` are for a narrow sheet."""

    title: str
    scale: tuple[str, str, str, str, str]
    core: Heading
    grey: Heading
    too_few: Heading
    no_opinion: tuple[str, ...]
    white_spot: str
    disagree: str
    agree: str


def width(text: str, size: float) -> float:
    """About, and never less than in the letters we use."""
    return sum(map(_thousandths, text)) * size / 1000


def _thousandths(letter: str) -> int:
    if letter < "\u0300":
        return WIDTHS.get(letter, 600)
    if _belongs_to_the_one_before(letter):
        return 0
    return 1400 if letter > "\uffff" or unicodedata.east_asian_width(letter) in "WF" else 800


def _belongs_to_the_one_before(letter: str) -> bool:
    return letter >= "\u0300" and (
        unicodedata.category(letter) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= letter <= "\U0001f3ff"
    )


def wrap(text: str, size: float, room: float, most: int) -> list[str]:
    """At most so many lines that fit. A word that fits on none breaks with a hyphen; the rest is an ellipsis."""
    lines, line = [], ""
    for word in UNWRITABLE.sub("", text).split():
        while width(word, size) > room:
            cut = _cut(word, size, room)
            lines += [line] if line else []
            lines, line, word = [*lines, word[:cut] + "-"], "", word[cut:]
        if width(f"{line} {word}".strip(), size) > room:
            lines, line = [*lines, line], word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    return lines if len(lines) <= most else [*lines[: most - 1], _shortened(lines[most - 1], size, room)]


def _cut(word: str, size: float, room: float) -> int:
    """How many letters of a word fit before a hyphen; at least one, and never in the middle of what is one sign."""
    fits = next((i for i in range(len(word) - 1, 0, -1) if width(word[:i] + "-", size) <= room), 1)
    whole = next((i for i in range(fits, 0, -1) if not _belongs_to_the_one_before(word[i])), fits)
    return max(1, whole)


def _shortened(line: str, size: float, room: float) -> str:
    line = line.rstrip("-.,")
    while line and width(line + "…", size) > room:
        line = line[:-1]
    return line.rstrip() + "…"


def balance(lines: list[str], text: str, size: float, room: float) -> list[str]:
    """Two lines of about the same length, broken after a comma where there is one, rather than one word left over.

    A break after which a line would not fit is none: then between words, or as it was.
    """
    if len(lines) != 2 or lines[1].endswith("…"):
        return lines
    for sign in (",", " "):
        cuts = [at + 1 for at, letter in enumerate(text) if letter == sign]
        halves = [(text[:at].strip(), text[at:].strip()) for at in cuts]
        fitting = [both for both in halves if both[1] and max(width(line, size) for line in both) <= room]
        if fitting:
            first, second = min(fitting, key=lambda both: abs(len(both[0]) - len(text) / 2))
            return [first, second]
    return lines
