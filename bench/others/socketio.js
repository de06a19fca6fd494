// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The same over Socket.IO: every screen a WebSocket, the body of a POST goes to all of them.

const http = require("node:http");
const { Server } = require("socket.io");

const server = http.createServer((request, response) => {
  if (request.method !== "POST") { response.writeHead(404).end(); return; }
  const parts = [];
  request.on("data", (part) => parts.push(part)).on("end", () => {
    io.emit("frame", Buffer.concat(parts).toString());
    response.writeHead(204).end();
  });
});
const io = new Server(server, { transports: ["websocket"], serveClient: false, pingInterval: 600000, pingTimeout: 600000, connectTimeout: 120000 });
server.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4096 });
