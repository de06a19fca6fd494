# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser somebody sits at: found by role and name in the words of their language, never by a class."""

from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect

from leerlandschap.core.vocabulary import Language
from leerlandschap.text import say

Kind = Literal["laptop", "projector", "phone"]
SIZES = {"laptop": (1280, 800), "projector": (1920, 1080), "phone": (390, 844)}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
PATIENCE = 10_000  # ms, on a busy machine


class Window:
    """``complaints`` is what no page may do: errors, breaches of the content policy, requests to another host."""

    def __init__(
        self,
        browser: Browser,
        url: str,
        kind: Kind,
        language: str = "nl",
        *,
        scripts: bool = True,
        still: bool = True,
    ) -> None:
        width, height = SIZES[kind]
        self.kind = kind
        self.url = url
        self.language = Language(language)
        self.clicks = 0
        self.complaints: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            locale=LOCALES[language],
            has_touch=kind == "phone",
            java_script_enabled=scripts,
            reduced_motion="reduce" if still else "no-preference",
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.on("request", self._watch)
        self.context.on("console", self._listen)
        self.context.on("weberror", lambda trouble: self.complaints.append(str(trouble.error)))
        self.page: Page = self.context.new_page()

    def _watch(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.url).netloc:
            self.complaints.append(f"asked another host: {request.url}")

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    # ---- words

    def word(self, key: str, **facts: str | int) -> str:
        return say(key, self.language, **facts)

    # ---- doing as people do

    def go(self, address: str) -> None:
        self.page.goto(self.url + address if address.startswith("/") else address)

    def button(self, key: str, **facts: str | int) -> Locator:
        return self.named("button", self.word(key, **facts))

    def named(self, role: Any, name: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role(role, name=name, exact=True)

    def press(self, key: str, **facts: str | int) -> None:
        self.click(self.button(key, **facts))

    def click(self, what: Locator, held: int = 0) -> None:
        """Every click and tap of a person goes through here, so that they can be counted. ``held``: ms, as by somebody
        who thinks twice."""
        self.clicks += 1
        if self.kind == "phone":
            what.tap()
        else:
            what.click(delay=held)

    def send(self, button: Locator) -> int:
        """Press a button that leads to another page; the status of that page."""
        with self.page.expect_navigation() as came:
            self.click(button)
        assert came.value is not None
        return came.value.status

    def field(self, key: str, within: Locator | None = None, optional: bool = False, **facts: str | int) -> Locator:
        label = self.word(key, **facts) + (f" ({self.word('general.may_stay_empty')})" if optional else "")
        return (within or self.page).get_by_label(label, exact=True)

    def write(self, field: Locator, text: str, then: str = "Tab") -> None:
        """Typing in a field is not a click; Tab leaves it, Enter sends a line."""
        field.press("ControlOrMeta+A")
        field.press_sequentially(text)
        if then:
            field.press(then)

    def form(self, legend: str) -> Locator:
        """The form whose choices are asked for with these words."""
        return self.page.locator("form", has=self.page.get_by_role("group", name=legend))

    # ---- looking

    @property
    def live(self) -> Locator:
        return self.page.get_by_role("main")

    def sees(self, key: str, **facts: str | int) -> None:
        self.reads(self.word(key, **facts))

    def reads(self, words: str) -> None:
        expect(self.live).to_contain_text(words, timeout=PATIENCE, use_inner_text=True)

    def heads(self, words: str) -> None:
        expect(self.page.get_by_role("heading", name=words).first).to_be_visible(timeout=PATIENCE)

    def part(self, heading: str) -> Locator:
        """The smallest section that carries this heading."""
        return self.page.locator("section, article", has=self.named("heading", heading)).last

    def is_at(self, seq: int) -> None:
        """Has shown what happened up to here."""
        self.page.wait_for_function("seq => Number(document.getElementById('live').dataset.seq) >= seq", arg=seq)

    def is_connected(self) -> None:
        """The stream stands: a frame has come in over it."""
        self.page.wait_for_function("() => document.getElementById('live')._htmx?.sse !== undefined")

    def close(self) -> None:
        self.context.close()
