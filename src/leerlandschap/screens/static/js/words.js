// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// The words the server hands out, and the one place that speaks to a screen reader.

const QUIET = 5000; // ms between two announcements: nobody wants to hear every vote

/** What the page carries as JSON in the script element `id`; {} when there is none. */
export function carried(id) {
  try { return JSON.parse(document.getElementById(id)?.textContent || "{}"); } catch { return {}; }
}

const words = carried("words");

/** The sentence behind `code`, with {names} filled in. An unknown code says nothing. */
export const say = (code, names = {}) =>
  (words[code] ?? "").replace(/\{(\w+)\}/g, (whole, name) => names[name] ?? whole);

export const knows = (code) => Boolean(words[code]);

let spokenAt = 0;
let timer = 0;

/** Tells a screen reader, politely, at most once in five seconds; the newest sentence wins. */
export function announce(sentence) {
  const place = document.getElementById("announce");
  if (!place || !sentence) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    spokenAt = Date.now();
    place.textContent = sentence;
  }, Math.max(0, spokenAt + QUIET - Date.now()));
}
