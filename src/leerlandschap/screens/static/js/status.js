// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// What became of a form, in words: [data-saved] says how it stands, [data-error] why not.

import { announce, knows, say } from "./words.js";
import { chosenName } from "./fields.js";

const CLASSES = { saved: "", sending: "ll-saved--waits", waits: "ll-saved--waits", not_saved: "ll-saved--not", incomplete: "ll-saved--not" };

function savedSentence(form) {
  const what = chosenName(form);
  return what && knows("saved_what") ? say("saved_what", { what }) : say("saved");
}

/** Writes `state` (saved, sending, waits, not_saved, incomplete) at the form; `unsafe` adds that the page must stay open. */
export function showState(form, state, { unsafe = false } = {}) {
  const line = form.querySelector("[data-saved]");
  if (!line) return;
  const sentence = state === "saved" ? savedSentence(form) : say(state) + (unsafe ? ` ${say("keep_open")}` : "");
  line.classList.remove("ll-saved--waits", "ll-saved--not");
  if (CLASSES[state]) line.classList.add(CLASSES[state]);
  if (line.textContent !== sentence) line.textContent = sentence;
}

/** Takes an earlier refusal away. */
export function clearRefusal(form) {
  const place = form.querySelector("[data-error]");
  if (place) place.textContent = "";
  for (const field of form.querySelectorAll("[data-refused]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("data-refused");
    field.closest(".ll-field")?.classList.remove("ll-field--error");
  }
}

/** Says why the server refused: at the form, or on the page when the form has gone. */
export function showRefusal(form, problem) {
  const detail = problem.detail || problem.title || say("not_saved");
  const sentence = knows("refused") ? say("refused", { detail }) : detail;
  const place = form?.querySelector("[data-error]");
  if (place) place.textContent = sentence;
  else showOnPage(sentence);
  const field = problem.field && form && [...form.elements].find((one) => one.name === problem.field);
  if (!field) return;
  field.setAttribute("aria-invalid", "true");
  field.dataset.refused = "";
  field.closest(".ll-field")?.classList.add("ll-field--error");
}

function showOnPage(sentence) {
  const notice = document.getElementById("refused");
  if (!notice) return announce(sentence);
  (notice.querySelector("[data-say]") ?? notice).textContent = sentence;
  notice.hidden = false;
}
