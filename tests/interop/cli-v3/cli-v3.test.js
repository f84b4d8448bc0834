import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { CommandLine } from "../support/command-line.js";
import { Gateway } from "../support/gateway.js";

const program = fileURLToPath(new URL("node_modules/openclaw/openclaw.mjs", import.meta.url));

describe("the official command line of protocol 3", () => {
  let gateway;
  let line;
  before(async () => {
    gateway = await Gateway.start();
    line = await CommandLine.for(gateway, program);
  });
  after(async () => {
    await line?.dispose();
    await gateway?.dispose();
  });

  it("calls a method", async () => assert.match(await line.run("gateway", "call", "health"), /"ok": true/u));

  it("finds itself among the devices", async () => {
    const { paired } = await line.json("devices", "list");
    assert.deepEqual(paired.map(({ clientId, role }) => [clientId, role]), [["cli", "operator"]]);
  });

  it("probes, and reads nodes, channels and jobs", async () => {
    assert.equal((await line.json("gateway", "probe")).ok, true);
    assert.deepEqual((await line.json("nodes", "status")).nodes, []);
    assert.deepEqual((await line.json("channels", "status")).channelOrder, []);
    assert.deepEqual((await line.json("cron", "list")).jobs, []);
  });

  it("talks to the agent", async () => {
    const answer = await line.json("agent", "--agent", "main", "--message", "hello from long ago");
    assert.equal(answer.status, "ok");
    assert.match(answer.result.payloads[0].text, /hello from long ago/u);
  });
});
