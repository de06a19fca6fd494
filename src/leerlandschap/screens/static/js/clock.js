// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// Clocks count on the phone: <span data-until="EPOCH_MS" data-now="EPOCH_MS">. The clock advises, nothing closes.

const HIDDEN = "leerlandschap-clock-hidden";

let ahead = -Infinity; // ms the server's clock is ahead of ours. A late frame can only make it look less: the most is true.

/** The server said that it is `epoch` ms. */
export function heardTime(epoch) {
  if (Number.isFinite(epoch) && epoch > 0) ahead = Math.max(ahead, epoch - Date.now());
}

export function written(milliseconds) {
  const over = milliseconds < 0;
  // a minute that has begun is shown as such: 0:01 stands until the very end
  const seconds = over ? Math.floor(-milliseconds / 1000) : Math.ceil(milliseconds / 1000);
  return `${over ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function show(clock) {
  const now = "paused" in clock.dataset ? Number(clock.dataset.now) : Date.now() + ahead;
  const left = Number(clock.dataset.until) - now;
  if (clock.tagName === "PROGRESS") {
    clock.value = Math.max(0, Math.min(clock.max, now - Number(clock.dataset.from)));
    return;
  }
  const text = written(left);
  if (clock.textContent !== text) clock.textContent = text;
  clock.classList.toggle("ll-over", left < 0);
}

/** Sets every clock of the page right. */
export function tick() {
  const clocks = [...document.querySelectorAll("[data-until]")];
  for (const clock of clocks) heardTime(Number(clock.dataset.now));
  clocks.forEach(show);
}

function hideOrShow(hidden) {
  document.documentElement.toggleAttribute("data-clock-hidden", hidden);
  try { localStorage.setItem(HIDDEN, hidden ? "1" : ""); } catch { /* a private window: until the next page */ }
}

export function startClock() {
  try { if (localStorage.getItem(HIDDEN)) hideOrShow(true); } catch { /* shown, then */ }
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-hide-clock]")) hideOrShow(!document.documentElement.hasAttribute("data-clock-hidden"));
  });
  tick();
  setInterval(tick, 1000);
}
