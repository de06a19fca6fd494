// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// A document takes a while to make: the line beside the buttons says so. Without this module the link downloads by itself.

import { say } from "./words.js";

const PATIENCE = 1000; // ms before the line speaks: most documents are there sooner
const KEPT = 60_000; // ms that what was fetched stays at hand for the browser to save

const lineOf = (link) => link.closest("section")?.querySelector("[data-made]");

function tell(link, sentence) {
  const line = lineOf(link);
  if (line) line.textContent = sentence;
}

/** The name that the server gives, "" when it gives none. */
const nameIn = (header) => /filename="([^"]+)"/.exec(header ?? "")?.[1] ?? "";

async function fetched(link) {
  const answer = await fetch(link.href);
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
  return { name: nameIn(answer.headers.get("content-disposition")), content: await answer.blob() };
}

/** A link of our own that is never on the page; it has no data-making, so nothing here answers its press. */
function press(href, name) {
  Object.assign(document.createElement("a"), { href, download: name }).click();
}

function save({ name, content }) {
  const address = URL.createObjectURL(content);
  press(address, name);
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

async function make(link) {
  link.dataset.busy = "";
  const what = link.textContent.trim();
  const timer = setTimeout(() => tell(link, say("making", { what })), PATIENCE);
  try {
    const paper = await fetched(link);
    const waited = lineOf(link)?.textContent;
    save(paper);
    tell(link, waited ? say("made", { what }) : "");
  } catch {
    tell(link, "");
    location.assign(link.href); // the server says itself what is wrong, on a page of its own
  } finally {
    clearTimeout(timer);
    delete link.dataset.busy;
  }
}

function onClick(event) {
  const link = event.target.closest("a[download][data-making]");
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented) return;
  event.preventDefault();
  if (!("busy" in link.dataset)) make(link);
}

export function startMaking() {
  document.addEventListener("click", onClick);
}
