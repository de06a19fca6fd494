# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card played by simulated people, over real HTTP against a server of its own.

The demo knows the product only as anybody outside does: by its command line and its public API. It writes down what it
sends and holds that against the report at the end.
"""

from leerlandschap.demo.playing import play

__all__ = ["play"]
