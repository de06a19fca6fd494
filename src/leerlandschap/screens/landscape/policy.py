# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole policy on one page, with the way it goes to become one."""

import re
from collections.abc import Mapping

from markupsafe import Markup

from leerlandschap.core.vocabulary import Language
from leerlandschap.screens.landscape.frame import framed
from leerlandschap.screens.landscape.policy_words import lines_of, next_to_write
from leerlandschap.screens.landscape.topics import topics
from leerlandschap.screens.page import Page
from leerlandschap.screens.policy import policy_of
from leerlandschap.text import date, say
from leerlandschap.views.landscape_shapes import LandscapeView, Stage, Step

KINDS = ("odt", "docx", "pdf", "pdfa", "html", "md", "xlsx", "ics", "json")  # as documents calls them
LATEST = 3  # steps of the route that stand open; what came before is folded


def policy_page(page: Page, view: LandscapeView, _about: Mapping[str, str]) -> Markup:
    """The page at /l/{id}/policy: every section as it stands, the decision route, and the editions."""
    policy, language = policy_of(view), page.language
    title = policy.title
    steps = [_step(step, language) for step in view.route]
    finding = say("landscape.policy.meter", language, title=title, filled=policy.filled, of=policy.of)
    return framed(
        "landscape/policy.html",
        page,
        view,
        tab="policy",
        finding=finding,
        second=_second(view, language),
        policy=policy,
        lines=lines_of(policy, language),
        sections=[(s, topics(s.id, s.passages, policy.notes, view, view.language)) for s in policy.sections],
        write_on=next_to_write(policy),
        earlier=steps[:-LATEST],
        latest=steps[-LATEST:],
        stage=view.stage,
        may_send=view.stage is Stage.CONCEPT,
        may_ask=view.stage in (Stage.CONCEPT, Stage.SENT),
        may_record=view.stage in (Stage.CONSENT_ASKED, Stage.CONSENT_GIVEN),
        may_adopt=view.stage is not Stage.ADOPTED,
        paragraphs=paragraphs,
        policy_lang=view.language.value,
        kinds=KINDS,
    )


def paragraphs(text: str) -> list[str]:
    """What a hand wrote, by its blank lines."""
    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]


def _second(view: LandscapeView, language: Language) -> str:
    """Where it is on its way."""
    said = say(f"landscape.stage.{view.stage.value}", language)
    if view.stage is Stage.ADOPTED and view.editions:
        last = view.editions[-1]
        return say("landscape.policy.in_force", language, version=last.version, day=date(last.on, language))
    return said


def _step(step: Step, language: Language) -> str:
    """One step of the route in a sentence."""
    day = date(step.on or step.at.date(), language)
    said = say(f"landscape.route.{step.kind}", language, day=day, version=step.version)
    whom = "by" if step.kind == "adopted" else "to"
    to = say(f"landscape.route.{whom}", language, to=step.to) if step.to else ""
    number = say("landscape.route.number", language, number=step.number) if step.number else ""
    remark = say("landscape.route.remark", language, remark=step.remark) if step.remark else ""
    return " ".join(part for part in (said, to, number, remark) if part)
