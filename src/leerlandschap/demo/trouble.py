# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong in a demo, with the key of the sentence that says so."""

from typing import Any


class Stuck(Exception):
    """The demo cannot go on. ``code`` is a text of ``demo.refused``; ``facts`` fills its sentence in."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
