# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the command line says, in the language of the machine it runs on."""

import logging
import os
import sys

from leerlandschap.cli.logs import is_json
from leerlandschap.core.vocabulary import Language
from leerlandschap.text import say

log = logging.getLogger(__name__)


def language(chosen: str | None = None) -> Language:
    """Chosen, or the machine's own (LC_ALL, LC_MESSAGES, LANG) when we speak it, or else Dutch."""
    spoken = (chosen, *(os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")))
    for each in spoken:
        if each and each[:2] in set(Language):
            return Language(each[:2])
    return Language.NL


def tell(key: str, chosen: str | None = None, /, **parameters: str | int | float) -> None:
    said = say(f"cli.{key}", language(chosen), **parameters)
    if is_json():
        log.info("%s", said)
    else:
        print(said, flush=True)


def refuse(key: str, chosen: str | None = None, /, **parameters: str | int | float) -> int:
    """Say why not, to the error stream; the exit status of a refusal."""
    complain(key, chosen, **parameters)
    return 1


def complain(key: str, chosen: str | None = None, /, **parameters: str | int | float) -> None:
    """To the error stream, and on we go."""
    said = say(f"cli.{key}", language(chosen), **parameters)
    if is_json():
        log.error("%s", said)
    else:
        print(said, file=sys.stderr, flush=True)
