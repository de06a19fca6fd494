# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that can be taken over by hand, and warnings beside what hands wrote. Nothing of it is ever put in unasked."""

from leerlandschap.core.landscape.outline import LegalFrame, LegalPassage, Section, StandardText
from leerlandschap.core.vocabulary import Country, Language, SectionId
from leerlandschap.core.workshop.playbook import Wording
from leerlandschap.playbooks.policy import legal_frame
from leerlandschap.screens.policy.shapes import LegalWarning
from leerlandschap.screens.rendering import plain
from leerlandschap.text import date, say


def offered(section: Section, country: Country) -> tuple[StandardText, ...]:
    """The standard texts of a section; for the legal frame also what the law of this country asks."""
    if section.id is not SectionId.LEGAL_FRAME:
        return section.standard
    frame = legal_frame(country)
    return (*section.standard, *(_legal(each, frame) for each in frame.passages))


def _legal(each: LegalPassage, frame: LegalFrame) -> StandardText:
    """What is taken over says itself where it comes from, how old it is, and that it is no legal advice."""
    return StandardText(
        id=f"legal-{each.id}",
        title=each.title,
        about=Wording(**{language: _about(each, frame, language) for language in Language}),
        paragraphs=(each.text, Wording(**{language: _dated(each, frame, language) for language in Language})),
    )


def _about(each: LegalPassage, frame: LegalFrame, language: Language) -> str:
    applies = say("policy.legal.applies", language, who=plain(language, each.applies)) if each.applies else ""
    return " ".join(part for part in (applies, plain(language, frame.no_advice)) if part)


def _dated(each: LegalPassage, frame: LegalFrame, language: Language) -> str:
    return say("policy.legal.dated", language, source=each.source, day=date(frame.dated, language))


def warnings_beside(text: str, country: Country, language: Language) -> tuple[LegalWarning, ...]:
    """The passages of the law that a text touches on."""
    frame = legal_frame(country)
    return tuple(
        LegalWarning(
            each.id,
            plain(language, each.title),
            plain(language, each.text),
            say("policy.legal.source", language, source=each.source, day=date(frame.dated, language)),
            plain(language, frame.no_advice),
        )
        for each in frame.warnings_about(text)
    )
