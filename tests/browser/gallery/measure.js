/* SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
   SPDX-License-Identifier: EUPL-1.2 */

/* What does not fit on this page, a line each: the page wider than its window, a target under 44 × 44, words that are
   wider than their box or cut off below, a short word of a heading or a control that is broken in the middle. */
() => {
  const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const WORDS = "h1, h2, h3, legend, button, summary, a, label, dt, dd, th, td, p, li";
  const LABELS = "h1, h2, h3, button, summary, label, th";
  const page = document.documentElement;
  /* for who listens: clipped to nothing, itself or what it stands in */
  const apart = (element) => Boolean(element) && (getComputedStyle(element).clipPath === "inset(50%)" || apart(element.parentElement));
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".ll-skip") && !apart(element);
  const said = (element) => (element.innerText || element.getAttribute("aria-label") || element.name || "").trim();
  const called = (element) => `${element.localName}.${[...element.classList].join(".")} “${said(element).slice(0, 40)}”`;

  /* the whole label of a ring or a square is its target; a link within a sentence may be as low as its line */
  const touched = (element) => (element.matches("[type=radio], [type=checkbox]") && element.labels[0]) || element;
  const inSentence = (element) =>
    element.localName === "a" && getComputedStyle(element).display === "inline" && said(element.parentElement) !== said(element);
  const tooSmall = (element) => {
    const { width, height } = touched(element).getBoundingClientRect();
    return Math.min(width, height) < 43.95 && !inSentence(element);
  };
  const tooWide = (element) =>
    element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline";
  const cutOff = (element) => getComputedStyle(element).overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;

  /* words of up to twelve letters; a longer one may break where it must */
  const broken = (element) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walk.nextNode()) {
      if (!seen(walk.currentNode.parentElement)) continue;
      for (const { 0: word, index } of walk.currentNode.data.matchAll(/(?<![\p{L}-])\p{L}{2,12}(?![\p{L}-])/gu)) {
        range.setStart(walk.currentNode, index);
        range.setEnd(walk.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1) return true;
      }
    }
    return false;
  };

  const all = (selector, wrong, what) =>
    [...document.querySelectorAll(selector)].filter((each) => seen(each) && wrong(each)).map((each) => `${what}: ${called(each)}`);
  return [
    ...(page.scrollWidth > page.clientWidth ? [`sideways: ${page.scrollWidth} in ${page.clientWidth}`] : []),
    ...all(TARGETS, tooSmall, "small"),
    ...all(WORDS, tooWide, "wide"),
    ...all(WORDS, cutOff, "cut off"),
    ...all(LABELS, broken, "broken"),
  ];
}
