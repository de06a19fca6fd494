// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// Forms: data-send="change" sends by itself, data-send="submit" when asked. Without this script they are plain
// forms that post; nothing else depends on it.

import { say } from "./words.js";
import { bodyOf, fill, isTyped, isUnsaved, settle, valuesIn, valuesOf } from "./fields.js";
import { acquaint, keepOf, rememberMine, welcome } from "./islands.js";
import { live, onFrame, release } from "./live.js";
import { clearRefusal, showRefusal, showState } from "./status.js";
import * as outbox from "./outbox.js";

const PAUSE = 900; // ms after the last key
const pausing = new Map(); // form -> timer of text that is being typed

const sendsBy = (form, way) => form?.dataset.send === way;

function addressOf(form, submitter) {
  const url = new URL(submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
  return url.pathname + url.search;
}

function sendForm(form, submitter) {
  stopPause(form);
  if (!form.checkValidity()) return showState(form, "incomplete");
  clearRefusal(form);
  outbox.post({
    form: form.id,
    keep: keepOf(form),
    to: addressOf(form, submitter),
    body: bodyOf(valuesOf(form, submitter)),
    replaces: sendsBy(form, "change"),
    clears: form.dataset.after === "clear",
    once: form.dataset.queue === "no",
    page: location.pathname,
  });
}

function stopPause(form) {
  clearTimeout(pausing.get(form));
  return pausing.delete(form);
}

const sendTyped = (form) => { if (stopPause(form)) sendForm(form); };

function onSubmit(event) {
  const form = event.target;
  if (!form.dataset.send || event.defaultPrevented) return;
  event.preventDefault();
  sendForm(form, event.submitter);
}

function onInput(event) {
  const form = event.target.form;
  if (!sendsBy(form, "change") || !isTyped(event.target)) return;
  clearTimeout(pausing.get(form));
  pausing.set(form, setTimeout(() => sendTyped(form), PAUSE));
}

function onChange(event) {
  const form = event.target.form;
  if (sendsBy(form, "change") && !isTyped(event.target)) sendForm(form);
}

// The form an entry came from, while it stands here: not the same form of a later round, nor of another workshop
// whose entries wait in the same outbox.
function formOf(entry) {
  const form = document.getElementById(entry.form);
  const isOurs = form?.matches("form") && keepOf(form) === entry.keep;
  return isOurs && addressOf(form).split("?")[0] === entry.to.split("?")[0] ? form : null;
}

function onFate(entry, { state, problem }) {
  const form = formOf(entry);
  if (state === "saved") saved(form, entry);
  else if (state === "refused") refused(form, entry, problem);
  else if (state === "failed") failed(form);
  else if (form) showState(form, state, { unsafe: state === "waits" && entry.unsafe });
}

function saved(form, entry) {
  if (form) {
    const values = valuesIn(entry.body);
    settle(form, values, entry.clears);
    if (!entry.clears) rememberMine(form, values);
    if (!outbox.unanswered(entry.form, entry.keep) && !pausing.has(form)) showState(form, "saved");
  }
  release();
}

function refused(form, entry, problem) {
  if (form) showState(form, "not_saved");
  if (form || entry.page === location.pathname) showRefusal(form, problem);
}

function failed(form) {
  if (form) showState(form, "not_saved");
  showRefusal(form, { detail: say("lost") });
}

// Left unsent by an earlier visit: show it as it was, and that it waits.
function adopt(entry) {
  const form = formOf(entry);
  if (!form || isUnsaved(form)) return;
  if (!entry.clears) fill(form, valuesIn(entry.body), { saved: false });
  showState(form, "waits");
}

// A frame brought this form: it shows what I have sent, or what the server has of me.
function onWelcome(form, isMine) {
  const entry = outbox.unanswered(form.id, keepOf(form));
  if (entry && !entry.clears) adopt(entry);
  else if (isMine) showState(form, "saved");
}

// Typed or chosen while this script was still on its way: nobody heard it, so it is sent now.
function catchUp() {
  const isTouched = (field) => field.checked !== field.defaultChecked;
  for (const form of document.querySelectorAll("form[data-send=change]")) {
    if (isUnsaved(form) || [...form.elements].some(isTouched)) sendForm(form);
  }
}

/** Listens to every form of the page, those that frames bring included. */
export function startForms() {
  document.addEventListener("submit", onSubmit);
  document.addEventListener("input", onInput);
  document.addEventListener("change", onChange);
  document.addEventListener("focusout", (event) => { if (event.target.form) sendTyped(event.target.form); });
  addEventListener("pagehide", () => [...pausing.keys()].forEach(sendTyped));
  addEventListener("online", outbox.flush);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) outbox.flush(); });
  outbox.onFate(onFate);
  catchUp();
  if (live) {
    acquaint(live);
    onFrame(() => welcome(live, onWelcome));
  }
  outbox.resume(adopt);
}
