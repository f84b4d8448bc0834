import assert from "node:assert/strict";
import {
  AgentEventSchema,
  AgentsListResultSchema,
  ChatEventSchema,
  ErrorShapeSchema,
  EventFrameSchema,
  HelloOkSchema,
  ModelsListResultSchema,
  PresenceEntrySchema,
  ShutdownEventSchema,
  TickEventSchema,
} from "@openclaw/gateway-protocol/schema";
import { Compile } from "typebox/compile";

const compiled = new Map();

// Gateway releases after 2026.9.1 send these members as well, and the package's schemas are closed.
const laterMembers = {
  "/auth": ["method"],
  "/snapshot/presence/*": ["clientId"],
};
const routingMembers = { "": ["sessionKey", "sessionId", "agentId", "lane"] };

/** Fails with every violation of the package's own schema, members of later releases aside. */
function check(name, schema, value, later = {}) {
  if (!compiled.has(schema)) {
    compiled.set(schema, Compile(schema));
  }
  const allowed = (error) =>
    error.keyword === "additionalProperties" &&
    error.params.additionalProperties.every((member) => (later[error.instancePath.replace(/\/\d+(?=\/|$)/gu, "/*")] ?? []).includes(member));
  const violations = [...compiled.get(schema).Errors(value)].filter((error) => !allowed(error));
  assert.deepEqual(violations.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`), [], `${name} against the package's schema`);
}

export const assertHello = (value) => check("hello-ok", HelloOkSchema, value, laterMembers);
export const assertModels = (value) => check("models.list", ModelsListResultSchema, value);
export const assertAgents = (value) => check("agents.list", AgentsListResultSchema, value);
export const assertPresence = (value) => value.forEach((entry) => check("presence", PresenceEntrySchema, entry, { "": ["clientId"] }));
export const assertError = (value) => check("error", ErrorShapeSchema, value);

/** Every event frame, and the payloads the package has a schema for. */
export function assertEvent(frame) {
  check(`the frame of ${frame.event}`, EventFrameSchema, frame);
  switch (frame.event) {
    case "chat":
      return check("chat", ChatEventSchema, frame.payload);
    case "agent":
      return check("agent", AgentEventSchema, frame.payload, routingMembers);
    case "tick":
      return check("tick", TickEventSchema, frame.payload);
    case "shutdown":
      return check("shutdown", ShutdownEventSchema, frame.payload);
    case "presence":
      return assertPresence(frame.payload.presence);
  }
}
