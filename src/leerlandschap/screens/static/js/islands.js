// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// Islands: parts with an id and data-keep. While both stay the same a frame does not touch them: what someone is
// typing or has chosen stays. What is mine is remembered here, because frames are the same bytes for everyone.

import { carried } from "./words.js";
import { fill, isUnsaved, valuesOf } from "./fields.js";

const SELECTOR = "[id][data-keep]";
const mine = new Map(); // form id -> {keep, values}; keep is undefined when the page load told us
const drafts = new Map(); // form id and keep -> values that were typed and left behind unsaved
const seen = new WeakSet();

for (const [id, values] of Object.entries(carried("mine"))) mine.set(id, { values });

export const islandsIn = (part) => [...part.querySelectorAll(SELECTOR)];

export const isSameIsland = (one, other) =>
  Boolean(one?.id && one.dataset?.keep !== undefined && one.id === other?.id && one.dataset.keep === other.dataset?.keep);

/** The islands of `region` that `frame` takes away or brings with another key. */
export const leavingIn = (region, frame) =>
  islandsIn(region).filter((island) => !isSameIsland(island, frame.querySelector(`[id="${CSS.escape(island.id)}"]`)));

/** A form of the same id and key will be filled with these when a frame brings it. */
export function rememberMine(form, values) {
  mine.set(form.id, { keep: keepOf(form), values });
}

/** Typed and unsaved text of a part that goes: it comes back when the part comes back. */
export function rememberDrafts(island) {
  for (const form of formsIn(island)) if (isUnsaved(form)) drafts.set(draftKey(form), valuesOf(form));
}

/** Takes the island out, so that the frame's own comes in whole, with nothing of the old one in it. */
export function clearAway(island) {
  rememberDrafts(island);
  island.remove();
}

/** Fills forms that came in with what is mine; calls `onForm(form, isMine)` for each. */
export function welcome(region, onForm) {
  for (const island of islandsIn(region)) {
    if (seen.has(island)) continue;
    seen.add(island);
    for (const form of formsIn(island)) recall(form, onForm);
  }
}

/** The islands of the page as loaded: the server has filled these already. */
export function acquaint(region) {
  for (const island of islandsIn(region)) {
    seen.add(island);
    for (const form of formsIn(island)) if (mine.has(form.id)) mine.get(form.id).keep = keepOf(form);
  }
}

function recall(form, onForm) {
  const own = mine.get(form.id);
  const isMine = Boolean(own) && (own.keep === undefined || own.keep === keepOf(form));
  if (isMine) fill(form, own.values);
  onForm(form, isMine);
  const draft = drafts.get(draftKey(form));
  if (draft) fill(form, draft, { saved: false });
  drafts.delete(draftKey(form));
}

const formsIn = (island) => (island.matches("form") ? [island] : [...island.querySelectorAll("form")]);
/** The key of the island a form stands in. */
export const keepOf = (form) => form.closest(SELECTOR)?.dataset.keep;
const draftKey = (form) => `${form.id}\n${keepOf(form)}`;
