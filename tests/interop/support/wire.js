import assert from "node:assert/strict";
import WebSocket from "ws";
import { eventSchema, resultSchema, violations } from "./schemas.js";

// Listens in on the socket class that the client uses, so that every frame is seen as it was sent, the handshake's too,
// and also those that the client would silently drop.
const found = [];
const checked = new Map();
const requests = new WeakMap();
const answered = new Set();
const lastSequence = new WeakMap();
const announced = new WeakMap();
// Some events of protocol 3 have a shape of their own, which the package does not have any more.
const older = new WeakSet();
const changedSince = new Set(["chat", "shutdown"]);

function check(what, schema, value, raw) {
  checked.set(what, (checked.get(what) ?? 0) + 1);
  for (const violation of violations(schema, value)) {
    found.push(`${what} against ${schema}: ${violation} in ${raw.slice(0, 2000)}`);
  }
}

function checkEvent(socket, frame, raw) {
  check("event frames", "EventFrame", frame, raw);
  // The package lists no names of events; what a gateway sends it must have announced.
  if (frame.event !== "connect.challenge" && !announced.get(socket)?.has(frame.event)) {
    found.push(`event ${frame.event} was not announced`);
  }
  const schema = eventSchema(frame.event);
  if (schema && !(older.has(socket) && changedSince.has(frame.event))) {
    check(`event ${frame.event}`, schema, frame.payload, raw);
  }
  if (frame.event === "presence") {
    frame.payload.presence.forEach((entry) => check("event presence", "PresenceEntry", entry, raw));
  }
  if (frame.event === "health") {
    check("event health", "Snapshot", { presence: [], health: frame.payload, stateVersion: frame.stateVersion, uptimeMs: 0 }, raw);
  }
  if (frame.seq !== undefined) {
    const expected = (lastSequence.get(socket) ?? 0) + 1;
    if (frame.seq !== expected) {
      found.push(`event ${frame.event} has number ${frame.seq} and not ${expected}`);
    }
    lastSequence.set(socket, frame.seq);
  }
}

function checkResponse(socket, frame, raw) {
  check("response frames", "ResponseFrame", frame, raw);
  const method = requests.get(socket)?.get(frame.id);
  if (method === undefined) {
    found.push(`an answer to no request: ${raw}`);
    return;
  }
  if (!frame.ok) {
    check("errors", "ErrorShape", frame.error, raw);
    return;
  }
  if (method === "connect") {
    announced.set(socket, new Set(frame.payload.features.events));
    if (frame.payload.protocol < 4) {
      older.add(socket);
    }
  }
  answered.add(method);
  const schema = resultSchema(method, frame.payload);
  if (schema) {
    check(`result of ${method}`, schema, frame.payload, raw);
  }
}

const emit = WebSocket.prototype.emit;
WebSocket.prototype.emit = function (name, ...args) {
  if (name === "message") {
    const raw = String(args[0]);
    if (args[1]) {
      found.push(`a binary frame: ${raw.slice(0, 200)}`);
    }
    const frame = JSON.parse(raw);
    if (frame.type === "event") {
      checkEvent(this, frame, raw);
    } else {
      checkResponse(this, frame, raw);
    }
  }
  return emit.call(this, name, ...args);
};

const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data, ...args) {
  const { id, method } = JSON.parse(data);
  requests.set(this, (requests.get(this) ?? new Map()).set(id, method));
  return send.call(this, data, ...args);
};

/** Fails with every violation since the last call. */
export function assertValidFrames() {
  assert.deepEqual(found.splice(0), []);
}

/** How many frames of this kind were checked so far. */
export const checkedCount = (what) => checked.get(what) ?? 0;

/** The methods that were answered well at least once. */
export const answeredMethods = answered;
