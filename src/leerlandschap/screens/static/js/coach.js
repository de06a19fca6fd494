// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// The writing coach beside a field: [data-coach-for="field id"] shows what the server says of its text. No rule stands
// here. Hints are extra: when the network is slow or away there are none, and nothing waits for them.

const PAUSE = 600; // ms after the last key
const PATIENCE = 3000; // ms; an answer that comes later is about a text that has gone on

const asking = new WeakMap(); // place -> {timer, controller}
const said = new WeakMap(); // place -> the HTML in it
const ignored = new Set(); // keys of hints, for as long as this page stands

const placesOf = (form) => form?.querySelectorAll("[data-coach-for]") ?? [];
const fieldOf = (place) => document.getElementById(place.dataset.coachFor);

function show(place, html) {
  if (html === said.get(place)) return; // said again is heard again
  const isOpen = Boolean(place.querySelector("details[open]"));
  const hadFocus = place.contains(document.activeElement);
  said.set(place, html);
  place.innerHTML = html;
  if (isOpen) place.querySelector("details")?.setAttribute("open", "");
  if (hadFocus) (place.querySelector("[data-ignore]") ?? fieldOf(place))?.focus({ preventScroll: true });
}

function stop(place) {
  const { timer, controller } = asking.get(place) ?? {};
  clearTimeout(timer);
  controller?.abort();
}

function askSoon(place, pause = PAUSE) {
  stop(place);
  if (!fieldOf(place)?.value.trim()) return show(place, "");
  const controller = new AbortController();
  const timer = setTimeout(() => ask(place, controller), pause);
  asking.set(place, { timer, controller });
}

async function ask(place, controller) {
  const late = setTimeout(() => controller.abort("late"), PATIENCE);
  try {
    const html = await advice(place, controller.signal);
    if (!controller.signal.aborted) show(place, html);
  } catch {
    if (asking.get(place)?.controller === controller) show(place, "");
  } finally {
    clearTimeout(late);
  }
}

async function advice(place, signal) {
  const body = new URLSearchParams([["text", fieldOf(place).value], ...[...ignored].map((key) => ["ignored", key])]);
  const answer = await fetch(place.dataset.coach, { method: "POST", body, signal });
  return answer.status === 200 ? answer.text() : "";
}

function onInput(event) {
  for (const place of placesOf(event.target.form)) if (fieldOf(place) === event.target) askSoon(place);
}

// The line goes at once, also without a network; what comes in its place is the server's to say.
function onClick(event) {
  const line = event.target.closest("[data-ignore]")?.closest("[data-hint]");
  const place = line?.closest("[data-coach-for]");
  if (!place) return;
  ignored.add(line.dataset.hint);
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  line.remove();
  said.delete(place);
  askSoon(place, 0);
}

/** Listens to every field with a coach beside it, those that frames bring included. */
export function startCoach() {
  document.addEventListener("input", onInput);
  document.addEventListener("click", onClick);
  // sent and emptied, or filled with what was typed before
  document.addEventListener("filled", (event) => placesOf(event.target).forEach((place) => askSoon(place)));
}
