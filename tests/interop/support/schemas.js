import { ProtocolSchemas } from "@openclaw/gateway-protocol/schema";
import { Compile } from "typebox/compile";

const compiled = new Map();

// Gateway releases after 2026.9.1 send these members as well, and the package's schemas are closed.
const laterMembers = {
  HelloOk: {
    "/auth": ["method"],
    "/snapshot/presence/*": ["clientId"],
  },
  PresenceEntry: { "": ["clientId"] },
  ChannelsStatusResult: { "": ["statusIssues"] },
  SystemInfoResult: { "": ["processMemory", "disks"] },
  // Every gateway sends these; the package's schema never listed them.
  AgentEvent: { "": ["sessionKey", "sessionId", "agentId", "lane"] },
};

/** What is wrong with a value under one of the package's own schemas, members of later releases aside. */
export function violations(name, value) {
  if (!compiled.has(name)) {
    compiled.set(name, Compile(ProtocolSchemas[name]));
  }
  const expected = ({ keyword, instancePath, params }) =>
    keyword === "additionalProperties" &&
    params.additionalProperties.every((member) => laterMembers[name]?.[instancePath.replace(/\/\d+(?=\/|$)/gu, "/*")]?.includes(member));
  return [...compiled.get(name).Errors(value)]
    .filter((error) => !expected(error))
    .map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

const pascal = (name) => name.split(/[.-]/u).map((word) => word[0].toUpperCase() + word.slice(1)).join("");
const known = (name) => (Object.hasOwn(ProtocolSchemas, name) ? name : undefined);

/** The package names its schemas after methods and events: `chat.message.get` has `ChatMessageGetResult`. */
export const resultSchema = (method, result) => {
  if (method === "connect") {
    // The schema is of protocol 4; a hello of protocol 3 is as recordings have it.
    return result.protocol < 4 ? undefined : "HelloOk";
  }
  return known(`${pascal(method)}Result`);
};
export const eventSchema = (event) => known(`${pascal(event)}Event`);

/** The schema of a method's parameters; undefined when the package has none. */
export const paramsSchema = (method) => ProtocolSchemas[known(`${pascal(method)}Params`)];
