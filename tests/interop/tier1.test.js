import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Compile } from "typebox/compile";
import { Client } from "./support/client.js";
import { Device } from "./support/device.js";
import { Gateway } from "./support/gateway.js";
import { anything, sample } from "./support/samples.js";
import { paramsSchema } from "./support/schemas.js";
import { nodeMethods, operatorMethods } from "./support/tier1.js";
import { assertValidFrames } from "./support/wire.js";

const batchSize = 20;

const slowedDown = new Set(["config.apply", "config.patch", "cron.add", "cron.remove", "cron.run", "cron.update"]);

// A member that no schema knows keeps a request from being carried out, whatever else is right about it.
const unheard = "unheardOf";

// Where the package is of another release than the one that was recorded, or the gateway draws a bound that it does not.
const apart = new Set(["models.list.agentId", "models.list.includeProviderCapabilities", "exec.approval.request.id"]);

// These take any member, although the package closes their schemas.
const open = new Set(["skills.bins"]);

describe("parameters of tier 1", () => {
  let gateway;
  let operator;
  let node;
  before(async () => {
    gateway = await Gateway.start();
    operator = await Client.connect(gateway);
    node = await Client.connect(gateway, { ...new Device().options, role: "node", clientName: "node-host", mode: "node", scopes: [], caps: [] });
  });
  after(async () => {
    await operator?.stop();
    await node?.stop();
    await gateway?.dispose();
  });

  const refusal = (client, method, params) =>
    client.request(method, params).then(() => undefined, (error) => ({ code: error.gatewayCode, message: error.message }));

  // Writes of one caller are slowed down; every further caller has a count of its own.
  const unhurried = [];
  async function someoneElse(options) {
    const client = await Client.connect(gateway, { ...new Device().options, clientName: "cli", mode: "cli", scopes: ["operator.admin"], ...options });
    unhurried.push(client);
    return client;
  }
  after(() => Promise.all(unhurried.map((client) => client.stop())));

  async function compare(client, method, schema) {
    const check = Compile(schema);
    const least = sample(schema);
    assert.ok(check.Check(least), `no sample for ${method}: ${JSON.stringify(least)} ${JSON.stringify([...check.Errors(least)])}`);
    const cases = [[undefined, { ...least, [unheard]: 1 }]];
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      cases.push(...[...anything, sample(member)].map((value) => [name, { ...least, [name]: value, [unheard]: 1 }]));
    }
    cases.push(...(schema.required ?? []).map((name) => {
      const { [name]: left, ...rest } = least;
      return [name, { ...rest, [unheard]: 1 }];
    }));

    const differences = [];
    for (let at = 0; at < cases.length; at += batchSize) {
      if (at > 0 && slowedDown.has(method)) {
        client = await someoneElse();
      }
      await Promise.all(cases.slice(at, at + batchSize).map(async ([name, params]) => {
        const told = await refusal(client, method, params);
        const text = JSON.stringify(params).slice(0, 300);
        if (told?.code !== "INVALID_REQUEST" || !told.message.includes(`'${unheard}'`)) {
          differences.push(`${method} ${text} was answered with ${JSON.stringify(told)}`);
          return;
        }
        const { [unheard]: left, ...rest } = params;
        const official = check.Check(rest);
        const ours = told.message.replace(/^.*?params: /u, "").split("; ").every((violation) => violation.includes(`'${unheard}'`));
        if (official !== ours && !apart.has(`${method}.${name}`)) {
          differences.push(`${method}.${name}: the package ${official ? "accepts" : "refuses"} ${text}; here: ${told.message}`);
        }
      }));
    }
    return differences;
  }

  for (const [methods, clientOf] of [[operatorMethods, () => operator], [nodeMethods, () => node]]) {
    for (const method of methods.filter((name) => paramsSchema(name)?.additionalProperties === false && !open.has(name))) {
      it(`of ${method} are judged as the package judges them`, async () => {
        const differences = await compare(clientOf(), method, paramsSchema(method));
        assert.deepEqual(differences, []);
      });
    }
  }

  it("are answered or refused in valid frames", assertValidFrames);
});
