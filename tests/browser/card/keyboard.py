# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody without a mouse: everything is found by its role and name, and reached and worked with keys only."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.card.window import PATIENCE, Window

MOST_STOPS = 120  # presses of Tab from anything on a screen to anything else

# Where the keys go now: whether that is the target (or its group of choices), whether the target lies before it, and what
# is wrong with how it shows. A choice shows at its mark or its label.
FOCUS = """target => {
  const now = document.activeElement;
  const choices = (one) => one.type === "radio" && [one.form, one.name];
  const together = choices(now) && choices(target) && choices(now).every((each, at) => each === choices(target)[at]);
  const shown = [now, now.nextElementSibling, now.closest("label")].filter(Boolean);
  const ring = shown.find((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const { left, top, width, height } = (now.closest("label") ?? now).getBoundingClientRect();
  const inSight = top + height > 0 && top < innerHeight && left + width > 0 && left < innerWidth;
  const above = document.elementFromPoint(left + width / 2, Math.min(Math.max(top + height / 2, 1), innerHeight - 1));
  const seen = above && (shown.some((each) => each.contains(above)) || above.contains(now));
  const called = `${now.localName} ${now.id} “${(now.innerText || now.ariaLabel || now.name || "").slice(0, 40)}”`;
  const nowhere = now === document.body || now.id === "live";
  const wrong = nowhere ? "" : !ring ? `no ring: ${called}` : !inSight ? `out of sight: ${called}` : !seen ? `covered: ${called}` : "";
  const before = !nowhere && Boolean(now.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING);
  return { there: now === target || Boolean(together), before, wrong };
}"""


class Keyboard:
    """``wrong`` gathers every place where one could not see what the keys do."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.wrong: set[str] = set()

    # ---- finding

    def named(self, role: Any, key: str, within: Locator | None = None, **facts: str | int) -> Locator:
        return self.window.named(role, self.window.word(key, **facts), within)

    def comes(self, key: str) -> None:
        """Its button is there: what came before has been done."""
        expect(self.named("button", key)).to_be_visible(timeout=PATIENCE)

    # ---- moving

    def reach(self, target: Locator) -> None:
        """By Tab or Shift+Tab, as far as needed."""
        expect(target).to_be_visible(timeout=PATIENCE)
        for _ in range(MOST_STOPS):
            focus = target.evaluate(FOCUS)
            if focus["wrong"]:
                self.wrong.add(focus["wrong"])
            if focus["there"]:
                return
            self.window.page.keyboard.press("Shift+Tab" if focus["before"] else "Tab")
        raise AssertionError(f"{target} cannot be reached with Tab")

    def has(self, target: Locator) -> bool:
        """The keys go to it."""
        focused: bool = target.evaluate("target => target === document.activeElement")
        return focused

    # ---- doing

    def press(self, target: Locator, key: str = "Enter") -> None:
        self.reach(target)
        self.window.page.keyboard.press(key)

    def choose(self, choice: Locator) -> None:
        """One of several, with the arrows."""
        self.reach(choice)
        if self.has(choice):
            self.window.page.keyboard.press("Space")
        for _ in range(6):
            if choice.is_checked():
                return
            self.window.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{choice} cannot be chosen with the arrows")

    def write(self, field: Locator, text: str, then: str = "Tab") -> None:
        self.reach(field)
        self.window.page.keyboard.press("ControlOrMeta+A")
        self.window.page.keyboard.type(text)
        if then:
            self.window.page.keyboard.press(then)
