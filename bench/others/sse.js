// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Server-sent events as one writes them in Node: a GET is a screen, the body of a POST goes to all of them.

const http = require("node:http");

const screens = new Set();

http.createServer((request, response) => {
  if (request.method === "POST") {
    const parts = [];
    request.on("data", (part) => parts.push(part)).on("end", () => {
      const frame = Buffer.concat(parts);
      for (const screen of screens) screen.write(frame);
      response.writeHead(204).end();
    });
    return;
  }
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(": hello\n\n");
  screens.add(response);
  request.on("close", () => screens.delete(response));
}).listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4096 });
