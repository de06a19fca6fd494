# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every screen in every phase, in both languages, without a database: for looking, checking and translating."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from types import MappingProxyType

from markupsafe import Markup
from msgspec import Struct

from leerlandschap.core.vocabulary import Language, Role
from leerlandschap.screens.coach import beside
from leerlandschap.screens.facilitator import facilitator_page
from leerlandschap.screens.gallery_doors import BASE, CODE, DOORS, door
from leerlandschap.screens.gallery_follow_ups import FOLLOW_UPS
from leerlandschap.screens.gallery_landscape import example
from leerlandschap.screens.gallery_script import SCRIPT, played
from leerlandschap.screens.gallery_situations import SITUATIONS, fallen
from leerlandschap.screens.gallery_workshop import LANDSCAPE, Sample
from leerlandschap.screens.landscape.compare import compare_page
from leerlandschap.screens.landscape.edition import edition_page
from leerlandschap.screens.landscape.home import landscape_page
from leerlandschap.screens.landscape.outcome import outcome_page
from leerlandschap.screens.landscape.policy import policy_page
from leerlandschap.screens.landscape.principle import principle_page
from leerlandschap.screens.landscape.principles import principles_page
from leerlandschap.screens.landscape.section import section_page
from leerlandschap.screens.page import Page
from leerlandschap.screens.participant import participant_page
from leerlandschap.screens.projector import projector_page
from leerlandschap.screens.rendering import render
from leerlandschap.screens.summary import summary_page
from leerlandschap.text import say
from leerlandschap.views.landscape_shapes import LandscapeView
from leerlandschap.views.shapes import WorkshopView

ADDRESS = "/gallery/{name}"
STREAM = re.compile(r' hx-sse:connect="[^"]*"')

# Which stages are shown of which case: all of the full one, of the others those that look different.
STAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "full": tuple(SCRIPT),
        "few": ("reveal", "discuss", "shift", "agree", "write", "consent_shown", "closing", "closed"),
        "empty": ("vote", "reveal", "points", "dots", "agree", "questions", "write", "closing", "closed"),
        "long": tuple(SCRIPT),
        "one_by_one": ("vote", "discuss", "shift"),
    }
)


class Exhibit(Struct, frozen=True):
    """One screen. ``name`` is its address in the gallery; ``role`` who sees it; ``draw`` makes the whole page."""

    name: str
    role: Role
    screen: str
    case: str
    stage: str
    draw: Callable[[Language], Markup]

    @property
    def url(self) -> str:
        return ADDRESS.format(name=self.name)

    def title(self, language: Language) -> str:
        """*Deelnemer, twaalf mensen: kiezen*."""
        words = {key: say(f"gallery.{key}.{getattr(self, key)}", language) for key in ("screen", "case", "stage")}
        return say("gallery.exhibit", language, **words)


@cache
def gallery() -> Mapping[str, Exhibit]:
    """Every exhibit by its name, in the order of the story."""
    parts = (_doors(), _of_the_workshop(), _situations(), _coached(), _afterwards())
    return MappingProxyType({each.name: each for part in parts for each in part})


def gallery_page(page: Page) -> Markup:
    """The index: links, by screen. A screen cannot stand in a frame, because none of our pages may."""
    screens: dict[str, dict[str, list[Exhibit]]] = {}
    for each in gallery().values():
        screens.setdefault(each.screen, {}).setdefault(each.case, []).append(each)
    return render("gallery/index.html", page.language, page=page, screens=screens, all=len(gallery()))


DrawLandscape = Callable[[Page, LandscapeView, Mapping[str, str]], Markup | None]


def _exhibit(role: Role, screen: str, case: str, stage: str, draw: Callable[[Page], Markup]) -> Exhibit:
    name = "-".join((screen, case, stage)).replace("_", "-")
    return Exhibit(name, role, screen, case, stage, lambda language: _still(draw(_page(language, name))))


def _page(language: Language, name: str) -> Page:
    return Page(language=language, base_url=BASE, path=ADDRESS.format(name=name), code=CODE)


def _still(page: Markup) -> Markup:
    """The page without its stream: there is no workshop behind it that could send anything."""
    return Markup(STREAM.sub("", page))  # noqa: S704 - only taken away from


def _doors() -> Iterator[Exhibit]:
    for each in DOORS:
        yield _exhibit(*each)


def _of_the_workshop() -> Iterator[Exhibit]:
    """The three live screens at every stage of every case, and the summary."""
    for case, stages in STAGES.items():
        for stage in stages:
            for screen, (role, draw) in LIVE.items():
                yield _exhibit(role, screen, case, stage, partial(_live, draw, case, stage))


def _situations() -> Iterator[Exhibit]:
    """The typical ways in which answers fall, on the phone and on the big screen."""
    for name in SITUATIONS:
        for screen in ("participant", "projector"):
            role, draw = LIVE[screen]
            yield _exhibit(role, screen, "situations", name, partial(_fallen, draw, name))


def _fallen(draw: Callable[[Page, Sample], Markup], name: str, page: Page) -> Markup:
    return draw(page, fallen(name, page.language))


def _live(draw: Callable[[Page, Sample], Markup], case: str, stage: str, page: Page) -> Markup:
    return draw(page, played(case, stage, page.language))


def _coached() -> Iterator[Exhibit]:
    """Somebody has written a principle, and the coach has something to say of it."""
    for screen, lives, field in (
        ("coach", "participant", "principle-statement"),
        ("coach_desk", "facilitator", "draft-statement"),
    ):
        role, draw = LIVE[lives]
        for case in ("full", "long"):
            yield _exhibit(role, screen, case, "write", partial(_coach, draw, case, field))


def _coach(draw: Callable[[Page, Sample], Markup], case: str, field: str, page: Page) -> Markup:
    sample = played(case, "write", page.language)
    return beside(draw(page, sample), field, sample.word("coached"), page.language)


def _summary(page: Page, view: WorkshopView) -> Markup:
    """Once it is closed as its facilitator reads it, who holds the landscape's key too."""
    return summary_page(page, view, f"/l/{LANDSCAPE}" if view.closed_at else None)


LIVE: Mapping[str, tuple[Role, Callable[[Page, Sample], Markup]]] = MappingProxyType(
    {
        "participant": (Role.PARTICIPANT, lambda page, m: participant_page(page, m.view(Role.PARTICIPANT), m.mine())),
        "projector": (Role.PROJECTOR, lambda page, m: projector_page(page, m.view(Role.PROJECTOR), door())),
        "facilitator": (Role.FACILITATOR, lambda page, m: facilitator_page(page, m.view(Role.FACILITATOR), door())),
        "summary": (Role.PARTICIPANT, lambda page, m: _summary(page, m.view(Role.PARTICIPANT))),
    }
)


def _afterwards() -> Iterator[Exhibit]:
    for name, (draw, about) in LANDSCAPE_PAGES.items():
        for stage, how in (("empty", {"empty": True}), ("held", {}), ("long", {"long": True})):
            if stage == "empty" and about:  # there is nothing yet that a page could be about
                continue
            yield _exhibit(Role.LANDSCAPE, name, "page", stage, partial(_landscape, draw, about, how))


# Every page of a landscape, with the part of its path where it has one.
LANDSCAPE_PAGES: dict[str, tuple[DrawLandscape, dict[str, str]]] = {
    "landscape": (landscape_page, {}),
    "outcome": (outcome_page, {"workshop": "wgallery1"}),
    "policy": (policy_page, {}),
    "section": (section_page, {"section": "principles"}),
    "section_by_hand": (section_page, {"section": "direction"}),
    "section_mixed": (section_page, {"section": "time_and_money"}),
    "section_standing": (section_page, {"section": "where_we_stand"}),
    "section_legal": (section_page, {"section": "legal_frame"}),
    "edition": (edition_page, {"version": "1"}),
    "compare": (compare_page, {}),
    **FOLLOW_UPS,
    "principles": (principles_page, {}),
    "principle": (principle_page, {"principle": "p1"}),
    "principle_waiting": (principle_page, {"principle": "p2"}),
    "principle_revised": (principle_page, {"principle": "p3"}),
    "principle_withdrawn": (principle_page, {"principle": "p4"}),
}


def _landscape(draw: DrawLandscape, about: dict[str, str], how: dict[str, bool], page: Page) -> Markup:
    return draw(page, example(page.language, **how), about) or Markup("")
