/* SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
   SPDX-License-Identifier: EUPL-1.2 */

/* What axe finds on this page: a line each, the rule, where, and what it says of it. */
async (only) => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly: only });
  const about = (node) => (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? "";
  return violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.target.join(" ")}: ${about(node)}`));
}
