// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// What stands in a form: reading it, filling it, and knowing which text has not been saved yet.

const NOT_TYPED = new Set(["hidden", "radio", "checkbox", "submit", "button", "reset", "image", "file"]);
const settled = new WeakMap(); // field -> the text of which the server has said that it has it

export const isTyped = (field) =>
  field.matches?.("textarea, input") && !NOT_TYPED.has(field.type);

const typedIn = (part) => [...part.querySelectorAll("textarea, input")].filter(isTyped);
const settledText = (field) => settled.get(field) ?? field.defaultValue;

/** True while `part` holds typed text that the server has not said yes to. */
export const isUnsaved = (part) => typedIn(part).some((field) => field.value !== settledText(field));

/** {name: [values]} of a form, the pressed button included. */
export function valuesOf(form, submitter) {
  const pairs = [...new FormData(form)];
  if (submitter?.name) pairs.push([submitter.name, submitter.value]);
  return grouped(pairs);
}

/** {name: [values]} of a form-encoded body. */
export const valuesIn = (body) => grouped([...new URLSearchParams(body)]);

function grouped(pairs) {
  const values = {};
  for (const [name, value] of pairs) (values[name] ??= []).push(value);
  return values;
}

/** The same as one form-encoded body. */
export function bodyOf(values) {
  const body = new URLSearchParams();
  for (const [name, list] of Object.entries(values)) for (const value of list) body.append(name, value);
  return body.toString();
}

/** Puts `values` into the form without sending them. Fields the values do not name keep what they have. */
export function fill(form, values, { saved = true } = {}) {
  for (const [name, given] of Object.entries(values)) {
    const list = [given].flat().map((value) => String(value ?? ""));
    const fields = [...form.elements].filter((field) => field.name === name && field.type !== "hidden");
    fields.forEach((field, place) => put(field, list, place, saved));
  }
  tellFilled(form);
}

// for whoever shows something about these values: counters, dots. Not an input event: nobody typed, nothing is sent.
const tellFilled = (form) => form.dispatchEvent(new CustomEvent("filled", { bubbles: true }));

function put(field, list, place, saved) {
  if (field.type === "radio" || field.type === "checkbox") field.checked = list.includes(field.value);
  else if (field.tagName !== "BUTTON" && list[place] !== undefined) {
    field.value = list[place];
    if (saved) settled.set(field, field.value);
  }
}

/** The server has these values: the text is no longer unsaved; a form that clears is emptied where nobody typed on. */
export function settle(form, values, clears) {
  for (const field of typedIn(form)) {
    const sent = values[field.name]?.[0];
    if (sent === undefined) continue;
    const empties = clears && field.type !== "number";
    if (empties && field.value === sent) field.value = "";
    settled.set(field, empties ? "" : sent);
  }
  tellFilled(form);
}

/** How the chosen radio is called in a sentence (its data-name), or nothing. */
export const chosenName = (form) => form.querySelector("input[type=radio]:checked")?.dataset.name ?? "";
