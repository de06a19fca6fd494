/* SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
   SPDX-License-Identifier: EUPL-1.2 */

/* The smallest letters one can see, in pixels of the screen, words in pictures included; and which words those are. */
() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let smallest = { px: Infinity, words: "" };
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    const words = walk.currentNode.data.trim();
    if (!words || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".ll-apart, .ll-skip, script")) continue;
    const scale = element.ownerSVGElement ? element.getScreenCTM().a : 1;
    const px = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (px < smallest.px) smallest = { px, words };
  }
  return smallest;
}
