# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Human language: every word of the product itself, in Dutch and in English, and nowhere else."""

from leerlandschap.text.catalogue import areas, catalogue
from leerlandschap.text.lexicon import lexicon, said
from leerlandschap.text.moments import date, minutes_seconds, number, time_of_day
from leerlandschap.text.saying import MissingParameterError, UnknownTextError, parameters_of, say

__all__ = [
    "MissingParameterError",
    "UnknownTextError",
    "areas",
    "catalogue",
    "date",
    "lexicon",
    "minutes_seconds",
    "number",
    "parameters_of",
    "said",
    "say",
    "time_of_day",
]
