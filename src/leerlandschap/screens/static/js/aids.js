// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// Small aids: counting words, copying, asking twice, closing a notice.

import { announce, say } from "./words.js";
import { onFrame } from "./live.js";

const TWICE = 5000; // ms in which the second press counts
const HASTE = 400; // ms: a double click is not a considered second press

const counted = (text, unit) => (unit === "words" ? (text.match(/\S+/g) ?? []).length : [...text].length);

function count(place) {
  const field = document.getElementById(place.dataset.countFor);
  if (!field) return;
  const most = Number(place.dataset.most);
  const n = counted(field.value, place.dataset.unit);
  place.textContent = say(place.dataset.unit === "words" ? "count_words" : "count_characters", { n, most });
  place.classList.toggle("ll-over", n > most);
}

const countAll = (part = document) => part.querySelectorAll("[data-count-for]").forEach(count);

// navigator.clipboard is missing on plain http in a local network
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = Object.assign(document.createElement("textarea"), { value: text, className: "ll-apart" });
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    before?.focus({ preventScroll: true });
  }
}

async function onCopy(button) {
  const source = button.dataset.copy.startsWith("#") && document.querySelector(button.dataset.copy);
  await copy(source ? (source.value ?? source.textContent).trim() : button.dataset.copy);
  announce(say("copied"));
  const label = button.textContent;
  if (!say("copied") || label === say("copied")) return;
  button.textContent = say("copied");
  setTimeout(() => { button.textContent = label; }, 2000);
}

const asked = new WeakMap(); // button -> {at, label, timer}

// The second press counts only while the sentence still stands on the button.
function isConsidered(button) {
  const first = asked.get(button);
  const stands = first && button.textContent === button.dataset.confirm;
  return stands && Date.now() - first.at > HASTE;
}

function ask(button) {
  if (button.textContent === button.dataset.confirm) return;
  const label = button.textContent;
  const timer = setTimeout(() => calmDown(button), TWICE);
  asked.set(button, { at: Date.now(), label, timer, sentence: button.dataset.confirm });
  button.textContent = button.dataset.confirm;
  announce(button.dataset.confirm);
}

/** A frame gives the button its first label again; whoever was asked has not answered yet. */
function askOn(button) {
  const first = asked.get(button);
  if (first && first.sentence === button.dataset.confirm) button.textContent = first.sentence;
}

function calmDown(button) {
  const { label, timer } = asked.get(button) ?? {};
  clearTimeout(timer);
  asked.delete(button);
  if (label !== undefined && button.textContent === button.dataset.confirm) button.textContent = label;
}

function onClick(event) {
  const press = (name) => event.target.closest(`[data-${name}]`);
  const twice = press("confirm");
  if (twice && isConsidered(twice)) calmDown(twice);
  else if (twice) {
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(twice);
    return;
  }
  if (press("copy")) onCopy(press("copy"));
  if (press("close")) press("close").closest(".ll-notice").hidden = true;
  if (press("print")) window.print();
}

export function startAids() {
  // in the capture phase: asking comes before anything the press would do
  document.addEventListener("click", onClick, true);
  document.addEventListener("input", (event) => {
    if (event.target.id) document.querySelectorAll(`[data-count-for="${CSS.escape(event.target.id)}"]`).forEach(count);
  });
  onFrame(() => {
    countAll();
    document.querySelectorAll("[data-confirm]").forEach(askOn);
  });
  document.addEventListener("filled", (event) => countAll(event.target));
  countAll();
}
