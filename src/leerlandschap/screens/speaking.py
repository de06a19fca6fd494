# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the facilitator reads aloud, with the numbers and the day that the script leaves open in brackets."""

from leerlandschap.core.vocabulary import Language
from leerlandschap.core.workshop.playbook import Wording
from leerlandschap.text import date, say
from leerlandschap.views.shapes import WorkshopView


def spoken(view: WorkshopView, words: Wording) -> Wording:
    """The same sentence, in every language it has, as it can be said now. Other brackets stay as they are."""
    return Wording(
        **{each.value: _filled(view, text, each) for each in Language if (text := getattr(words, each.value))}
    )


def _filled(view: WorkshopView, text: str, language: Language) -> str:
    for name, said in _open(view, language).items():
        text = text.replace(say(f"facilitator.spoken.{name}", language), said)
    return text


def _open(view: WorkshopView, language: Language) -> dict[str, str]:
    kept = sum(1 for each in view.principles if each.status == "kept" and not each.parked)
    return {
        "statements": say("facilitator.spoken.count", language, n=len(view.statements)),
        "principles": say("facilitator.closing.kept", language, n=kept),
        "follow_ups": say("facilitator.closing.follow_ups", language, n=len(view.follow_ups)),
        "date": _day(view, language),
    }


def _day(view: WorkshopView, language: Language) -> str:
    """When the last of the follow-ups is due: then everything is found out."""
    due = [each.due_on for each in view.follow_ups if each.due_on]
    return date(max(due), language) if due else say("facilitator.spoken.no_date", language)
