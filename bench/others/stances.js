// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A stance as one writes it in Node: who it is from the cookie, the JSON checked, one row inserted and committed
// (WAL, synchronous=FULL), and only then the answer. No rules, no state, no idempotency.

const http = require("node:http");
const { createHmac, timingSafeEqual } = require("node:crypto");
const Database = require("better-sqlite3");

const database = new Database(process.argv[3]);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("CREATE TABLE IF NOT EXISTS entries (stream TEXT, seq INTEGER, at TEXT, by TEXT, kind TEXT, data TEXT, asked TEXT, PRIMARY KEY (stream, seq)) WITHOUT ROWID");
const insert = database.prepare("INSERT INTO entries VALUES (?, ?, ?, ?, 'StanceTaken', ?, ?)");
const far = new Map();

function whoAsks(request, stream) {
  const found = new RegExp(`ll-participant-${stream}=([^;]+)`).exec(request.headers.cookie ?? "");
  if (!found) return null;
  const [who, signature = ""] = found[1].split(".");
  // signed as in the product; with another secret, so the comparison is made and not believed
  const right = createHmac("sha256", "secret").update(`${stream}\n${who}`).digest("hex").slice(0, 32);
  timingSafeEqual(Buffer.from(right), Buffer.from(signature.padEnd(32).slice(0, 32)));
  return who;
}

const server = http.createServer((request, response) => {
  if (request.method === "GET") { response.writeHead(204).end(); return; }
  const parts = [];
  request.on("data", (part) => parts.push(part)).on("end", () => {
    const stream = request.url.split("/")[2];
    const who = whoAsks(request, stream);
    const { statement, position } = JSON.parse(Buffer.concat(parts));
    if (!who || !statement || !(position >= 1 && position <= 5)) { response.writeHead(422).end(); return; }
    const seq = (far.get(stream) ?? 0) + 1;
    far.set(stream, seq);
    const stance = JSON.stringify({ type: "StanceTaken", participant: who, statement, position });
    insert.run(stream, seq, new Date().toISOString(), who, stance, request.headers["idempotency-key"] ?? null);
    const answer = `{"seq":${seq}}`;
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": answer.length });
    response.end(answer);
  });
});
server.keepAliveTimeout = 75000; // as the product: the usual 5 seconds lose a request now and then
server.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4096 });
