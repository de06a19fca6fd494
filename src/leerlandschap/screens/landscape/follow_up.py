# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""One follow-up whole: for the writer of the policy, and for its owner, who came by a link of their own."""

from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup

from leerlandschap.core.landscape import limits
from leerlandschap.core.vocabulary import Role, Touch
from leerlandschap.screens.landscape.follow_up_words import form_needs, standing, told
from leerlandschap.screens.page import Page
from leerlandschap.screens.pictures.qr import draw_qr
from leerlandschap.screens.rendering import render
from leerlandschap.text import number, say
from leerlandschap.views.landscape_shapes import FollowUpLine, FollowUpStatus, LandscapeView


def follow_up_page(page: Page, view: LandscapeView, about: Mapping[str, str]) -> Markup | None:
    """The page at /l/{id}/f/{follow_up}; None when the view has no such follow-up. Once it is dropped, its owner can
    only read."""
    line = view.follow_up(about["follow_up"])
    if line is None:
        return None
    is_owner = view.role is Role.OWNER
    return render(
        "landscape/follow_up.html",
        page.language,
        one=told(page, view, line),
        line=line,
        standing=standing(line, page.language),
        findings=tuple(f for each in line.findings if (f := view.finding(each))),
        principles=tuple(each for each in view.principles if each.stands),
        longest=number(limits.FINDING, page.language),
        ways=("", *(touch.value for touch in Touch)),
        is_owner=is_owner,
        is_dropped=line.status is FollowUpStatus.DROPPED,
        thanks=is_owner and line.status is FollowUpStatus.FOUND,
        **form_needs(page, view, line),
    )


def follow_up_link_page(
    page: Page, view: LandscapeView, line: FollowUpLine, url: str, *, alone: bool = False
) -> Markup:
    """A personal link, shown this once: we keep only the hash of the key in it. ``alone``: earlier ones have ended."""
    title = "title_of" if line.owner else "title"
    return render(
        "landscape/follow_up_link.html",
        page.language,
        page=page,
        view=view,
        line=line,
        url=url,
        alone=alone,
        title=say(f"follow_ups.link.{title}", page.language, owner=line.owner or ""),
        qr=draw_qr(url, say("follow_ups.link.qr", page.language)),
        mail=_mail(page, line.text, url),
    )


def _mail(page: Page, text: str, url: str) -> str:
    """A mailto address (RFC 6068) for who has a mail program but a house without a mail server."""
    subject = say("follow_ups.link.mail_subject", page.language, text=text)
    body = say("follow_ups.link.mail_body", page.language, link=url)
    return f"mailto:?subject={quote(subject)}&body={quote(body)}"
