// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// The outbox: what someone has sent stands here until the server has said yes or no. One at a time, in order;
// entries of one form keep their order. Each carries one idempotency key: twice sent is once counted.

import * as store from "./store.js";

const PATIENCE = 8000; // ms for one answer
const LONGEST = 60; // s between two tries
const STALE = 24 * 3600 * 1000; // ms: after sealing nothing old may come in
const TRY_LATER = new Set([408, 425, 429]);

const waiting = []; // oldest first
const listeners = [];
let flying = null;
let failures = 0;
let timer = 0;

/** `listener(entry, fate)`; fate is {state: sending | saved | waits | refused | failed, problem?, unreachable?}. */
export const onFate = (listener) => listeners.push(listener);
const tell = (entry, fate) => listeners.forEach((listener) => listener(entry, fate));

/** The newest entry of this form and key that has not been answered yet. */
export const unanswered = (form, keep) => waiting.filter((entry) => entry.form === form && entry.keep === keep).at(-1);

const sameLane = (one, other) => one.to === other.to && one.form === other.form && one.keep === other.keep;

/** Takes {form, keep, to, body, replaces, once, clears, page} in. The same body still unsent is the same entry. */
export function post(wanted) {
  if (waiting.some((entry) => sameLane(entry, wanted) && entry === newest(wanted) && entry.body === wanted.body)) return flush();
  if (wanted.replaces) for (const older of waiting.filter((entry) => sameLane(entry, wanted) && entry !== flying)) drop(older);
  const entry = { ...wanted, key: freshKey(), at: Date.now() };
  waiting.push(entry);
  if (!entry.once) store.keep(entry).then((safe) => { if (!safe) entry.unsafe = true; });
  tell(entry, { state: "sending" });
  return flush();
}

const newest = (wanted) => waiting.filter((entry) => sameLane(entry, wanted)).at(-1);

// crypto.randomUUID is missing on plain http in a local network, getRandomValues is not
function freshKey() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, place) => {
    const value = place === 6 ? (byte & 15) | 64 : place === 8 ? (byte & 63) | 128 : byte;
    return value.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function drop(entry) {
  const place = waiting.indexOf(entry);
  if (place >= 0) waiting.splice(place, 1);
  store.forget(entry.key);
}

/** Tries everything that waits, now. */
export async function flush() {
  clearTimeout(timer);
  if (flying) return;
  const blocked = [];
  let unreachable = false;
  const next = () => waiting.find((entry) => !blocked.some((other) => sameLane(entry, other)));
  for (let entry = next(); entry; entry = next()) {
    flying = entry;
    const fate = await send(entry);
    flying = null;
    if (fate.state !== "waits") finish(entry, fate);
    else if (postponed(entry)) blocked.push(entry);
    unreachable = Boolean(fate.unreachable);
    if (unreachable) break;
  }
  failures = blocked.length ? failures + 1 : 0;
  for (const entry of [...waiting]) tell(entry, { state: "waits", unreachable });
  if (waiting.length) timer = setTimeout(flush, 1000 * Math.min(LONGEST, 2 ** (failures - 1)) * (0.5 + Math.random()));
}

function finish(entry, fate) {
  drop(entry);
  tell(entry, fate);
}

// True when the entry stays: not when a newer one took its place meanwhile, nor when it may not wait.
function postponed(entry) {
  if (entry.once) finish(entry, { state: "failed" });
  else if (entry.replaces && newest(entry) !== entry) drop(entry);
  else return true;
  return false;
}

async function send(entry) {
  const abort = new AbortController();
  const alarm = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const answer = await fetch(entry.to, {
      method: "POST",
      body: entry.body,
      headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json", "Idempotency-Key": entry.key },
      credentials: "same-origin",
      redirect: "error",
      keepalive: entry.body.length < 30000, // so that a choice made just before leaving still goes
      signal: abort.signal,
    });
    return await read(answer);
  } catch {
    return { state: "waits", unreachable: true };
  } finally {
    clearTimeout(alarm);
  }
}

async function read(answer) {
  const said = await answer.json().catch(() => ({}));
  // a "yes" that is not ours (the log-in page of a guest network) is no yes
  if (answer.ok) return Number.isInteger(said?.seq) ? { state: "saved" } : { state: "waits" };
  if (answer.status >= 500 || TRY_LATER.has(answer.status)) return { state: "waits" };
  return { state: "refused", problem: said ?? {} };
}

/** Brings back what an earlier visit left unsent; `adopt(entry)` for each, then tries. */
export async function resume(adopt) {
  for (const entry of await store.kept()) {
    if (waiting.some((other) => other.key === entry.key)) continue;
    if (Date.now() - entry.at > STALE) { store.forget(entry.key); continue; }
    waiting.push(entry);
    adopt(entry);
  }
  waiting.sort((one, other) => one.at - other.at);
  if (waiting.length) flush();
}
