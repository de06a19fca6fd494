// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// Frames: the whole inner HTML of #live, morphed in by htmx. Islands stay; a frame that would take unsaved text
// away is held back until the person goes on or the text has been saved. The newest frame replaces an older held one.

import { announce, say } from "./words.js";
import { isUnsaved } from "./fields.js";
import { clearAway, isSameIsland, leavingIn } from "./islands.js";
import { tick } from "./clock.js";

const live = document.getElementById("live");
const notice = document.getElementById("held");
const swapped = []; // who wants to know that a frame came in

let held = null; // the text of the newest frame that waits
let mayGo = false;
let focus = null;
let announced = sentenceIn(live);

export const onFrame = (listener) => swapped.push(listener);

/** Swaps the held frame in, unless unsaved text still stands in its way. */
export function release() {
  if (held === null) return undefined;
  return window.htmx.swap({ sourceElement: live, target: live, swap: "innerMorph swapEmpty:false", text: held });
}

function sentenceIn(part) {
  return part?.querySelector("[data-announce]")?.textContent.trim() ?? "";
}

function hold(text, frame) {
  held = text;
  if (!notice) return;
  const news = sentenceIn(frame);
  const sentence = news && news !== announced ? news : say("step_changed");
  const place = notice.querySelector("[data-say]");
  if (place && place.textContent !== sentence) place.textContent = sentence;
  notice.hidden = false;
}

function letGo() {
  held = null;
  if (notice) notice.hidden = true;
}

function focusNow() {
  const element = document.activeElement;
  if (!live.contains(element)) return null;
  let caret = null;
  try { caret = [element.selectionStart, element.selectionEnd, element.selectionDirection]; } catch { /* no text in it */ }
  return { element, id: element.id, caret };
}

// What someone is typing in may have been moved into something folded.
function unfold(element) {
  const folded = element.parentElement?.closest("details:not([open])");
  if (!folded) return false;
  folded.open = true;
  unfold(folded);
  return true;
}

// Moving an element takes the focus away in some browsers, and a fresh island has fresh elements: give it back.
function giveFocusBack({ element, id, caret }) {
  if (![element, document.body].includes(document.activeElement)) return;
  const again = element.isConnected ? element : id && document.getElementById(id);
  if (!again) return begin(); // what had the focus has gone: what is new is read from its beginning
  if (!unfold(again) && again === document.activeElement) return;
  again.focus({ preventScroll: true });
  try { if (caret?.[0] != null) again.setSelectionRange(...caret); } catch { /* no text in it */ }
}

function beforeSwap(element, { ctx, tasks }) {
  const frame = tasks.find((task) => task.type === "main")?.fragment;
  if (element !== live || !frame) return true;
  const leaving = leavingIn(live, frame);
  if (!mayGo && leaving.some(isUnsaved)) {
    hold(ctx.text, frame);
    return false;
  }
  focus = focusNow();
  leaving.forEach(clearAway);
  letGo();
  return true;
}

function afterSwap(element) {
  if (element !== live) return;
  for (const listener of swapped) listener();
  tick();
  if (focus) giveFocusBack(focus);
  const sentence = sentenceIn(live);
  if (sentence && sentence !== announced) announce(sentence);
  announced = sentence || announced;
}

function begin() {
  live.tabIndex = -1;
  live.focus({ preventScroll: true });
}

async function goOn() {
  mayGo = true;
  try { await release(); } finally { mayGo = false; }
  begin();
}

if (live && window.htmx) {
  window.htmx.registerExtension("leerlandschap", {
    htmx_before_swap: beforeSwap,
    htmx_after_swap: afterSwap,
    // `false` keeps what is there: an island, and whether someone has opened a <details>
    htmx_before_morph_node: (element, { newNode }) => !isSameIsland(element, newNode),
    htmx_before_morph_attr: (element, { attrName }) => !(element.tagName === "DETAILS" && attrName === "open"),
    htmx_sse_after_message: (element, { message }) => {
      if (element === live && message.id) live.dataset.seq = message.id;
    },
  });
  notice?.querySelector("[data-go-on]")?.addEventListener("click", goOn);
}

export { live };
