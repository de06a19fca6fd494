# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates, times and durations as people write them. Times are said as given: the caller knows the time zone."""

import datetime
from functools import lru_cache

from leerlandschap.core.vocabulary import Language

LOCALES = {Language.NL: "nl_NL", Language.EN: "en_GB"}


@lru_cache(maxsize=1024)  # a policy names the same days thousands of times
def date(day: datetime.date, language: Language) -> str:
    """23 november 2026, 23 November 2026."""
    from babel.dates import format_date  # takes a tenth of a second to import, which not every command needs

    return format_date(day, "d MMMM y", locale=LOCALES[language])


def time_of_day(moment: datetime.time | datetime.datetime, language: Language) -> str:
    """14:05, in both languages."""
    from babel.dates import format_time

    clock = moment.timetz() if isinstance(moment, datetime.datetime) else moment
    return format_time(clock.replace(tzinfo=None), "HH:mm", locale=LOCALES[language])


def number(value: int | float, language: Language) -> str:
    """1.234,5 in Dutch and 1,234.5 in English; at most three decimals."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=LOCALES[language])


def minutes_seconds(seconds: float) -> str:
    """1:10, and −0:20 for time overrun, the same in both languages; parts of a second are dropped."""
    whole = int(abs(seconds))
    return f"{'−' if seconds < 0 and whole else ''}{whole // 60}:{whole % 60:02d}"
