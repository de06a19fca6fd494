// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// Dots: − and + beside number inputs that share a total. Without this script they are plain number inputs.

import { say } from "./words.js";
import { onFrame } from "./live.js";

const fieldsOf = (group) => [...group.querySelectorAll("input[type=number]")];
const worth = (field) => Math.max(0, Math.floor(Number(field.value)) || 0);
const leftIn = (group) => Number(group.dataset.dots) - fieldsOf(group).reduce((sum, field) => sum + worth(field), 0);

// aria-disabled, not disabled: the button under someone's finger or focus must not vanish
function show(group) {
  const left = leftIn(group);
  for (const field of fieldsOf(group)) {
    const part = field.closest("[data-dot]");
    part?.querySelector("[data-less]")?.setAttribute("aria-disabled", String(worth(field) === 0));
    part?.querySelector("[data-more]")?.setAttribute("aria-disabled", String(left <= 0));
  }
  for (const button of group.querySelectorAll("[data-less], [data-more]")) button.hidden = false;
  const place = group.querySelector("[data-dots-left]");
  const sentence = say(left === 1 ? "dot_left" : "dots_left", { n: left });
  if (place && place.textContent !== sentence) place.textContent = sentence;
}

function change(button, step) {
  const group = button.closest("[data-dots]");
  const field = button.closest("[data-dot]").querySelector("input[type=number]");
  if (step > 0 ? leftIn(group) <= 0 : worth(field) === 0) return;
  field.value = worth(field) + step;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// Typed too much: this field gets what is left for it.
function limit(event) {
  const group = event.target.closest?.("[data-dots]");
  if (!group || event.target.type !== "number") return;
  const left = leftIn(group);
  if (left < 0) event.target.value = Math.max(0, worth(event.target) + left);
  show(group);
}

const showAll = () => document.querySelectorAll("[data-dots]").forEach(show);

export function startDots() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-less], [data-more]");
    if (button) change(button, "more" in button.dataset ? 1 : -1);
  });
  document.addEventListener("input", limit, true);
  onFrame(showAll);
  document.addEventListener("filled", showAll);
  showAll();
}
