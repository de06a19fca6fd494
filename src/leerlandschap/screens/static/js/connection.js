// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// The connection: the stream must be heard from every 45 seconds (frames, or beats). When it is silent the page says
// so in words and comes back by itself; hx-sse reconnects a stream that once stood, this file everything else. When
// there is nothing to come back to (the workshop was deleted, or the link ended) it says that instead.

import { announce, say } from "./words.js";
import { heardTime } from "./clock.js";
import { flush, onFate } from "./outbox.js";
import { live } from "./live.js";

const SILENCE = 45000; // ms
const BLIP = 2000; // ms: a break shorter than this is not worth a word
const LONGEST = 5000; // ms between two tries
const CLOSED = new Set([401, 403, 404, 410]); // answers after which trying again does not help

const banner = document.getElementById("connection");

let heardAt = Date.now();
let doubt = 0;
let connection = null;
let tries = 0;
let retry = 0;

function show(words) {
  if (!banner) return;
  const place = banner.querySelector("[data-say]") ?? banner;
  if (place.textContent !== words) place.textContent = words;
  banner.hidden = false;
}

function showLost() {
  clearTimeout(doubt);
  doubt = 0;
  if (banner?.hidden) show(say("lost"));
  if (live && navigator.onLine) askWhetherClosed();
}

// What is typed here stays, also when it can go nowhere any more: nothing is loaded again.
async function askWhetherClosed() {
  try {
    const page = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if (CLOSED.has(page.status)) show(say("closed"));
  } catch { /* no answer at all: that is a lost connection */ }
}

function soonLost() {
  doubt ||= setTimeout(showLost, BLIP);
}

function heard() {
  heardAt = Date.now();
  clearTimeout(doubt);
  doubt = 0;
  if (!banner || banner.hidden) return;
  banner.hidden = true;
  announce(say("back"));
}

// The first request failed, or the stream gave up: hx-sse does not come back from that by itself.
function connectAgain() {
  soonLost();
  clearTimeout(retry);
  const pause = Math.min(LONGEST, 1000 * 2 ** tries++) * (0.5 + Math.random());
  retry = setTimeout(() => {
    if (!live._htmx?.sse) window.htmx.ajax("GET", live.getAttribute("hx-sse:connect"), { source: live, timeout: 10000 });
  }, pause);
}

// A half-open line (Wi-Fi gone, nobody told us) is cut here, so that hx-sse opens a new one.
function reconnect() {
  connection?.delayCanceller?.();
  connection?.reader?.cancel();
}

function onMessage(element, { message }) {
  if (element !== live) return;
  heard();
  if (message.event === "beat") heardTime(Number(message.data));
}

function onConnected(element, detail) {
  if (element !== live) return;
  connection = detail.connection;
  tries = 0;
  heard();
  flush();
}

// An answer that is no stream (a proxy's error page) must not be swapped into the page.
function onAnswer(element, { ctx }) {
  if (element !== live || ctx.response.raw.headers.get("Content-Type")?.includes("text/event-stream")) return;
  connectAgain();
  return false;
}

function watch() {
  if (document.hidden || Date.now() - heardAt < SILENCE) return;
  showLost();
  heardAt = Date.now();
  reconnect();
}

function onVisible() {
  if (!document.hidden) heardAt = Date.now();
}

/** Watches the stream of a live page; on any page tells when the device goes off line. */
export function startConnection() {
  addEventListener("offline", showLost);
  addEventListener("online", () => (live ? reconnect() : heard()));
  document.addEventListener("visibilitychange", onVisible);
  addEventListener("pageshow", (event) => { if (event.persisted) reconnect(); });
  if (!live?.hasAttribute("hx-sse:connect") || !window.htmx) return;
  window.htmx.registerExtension("leerlandschap-connection", {
    htmx_sse_before_message: onMessage,
    htmx_sse_after_connection: onConnected,
    htmx_before_response: onAnswer,
    htmx_error: (element) => { if (element === live) connectAgain(); },
    htmx_sse_error: (element) => { if (element === live) soonLost(); },
    htmx_sse_close: (element, { reason }) => { if (element === live && reason !== "cleanup") connectAgain(); },
  });
  // a command that could not get through: then the stream, however it looks, stands on the same broken line
  onFate((_, fate) => { if (fate.unreachable) reconnect(); });
  setInterval(watch, 1000);
}
