// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// What minutes come to together, while they are typed. Without this script the page says it when it comes back.

import { say } from "./words.js";

function show(group) {
  const fields = [...group.querySelectorAll("input[type=number]")];
  if (fields.some((field) => !field.value || !field.checkValidity())) return; // somebody is still typing
  const n = fields.reduce((sum, field) => sum + Number(field.value), 0);
  const said = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 }).format(n);
  group.querySelector("[data-sum-said]").textContent = say(n === 1 ? "minute_together" : "minutes_together", { n: said });
}

export function startSums() {
  document.addEventListener("input", (event) => {
    const group = event.target.closest?.("[data-sum]");
    if (group) show(group);
  });
}
