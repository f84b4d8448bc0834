import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Client } from "../support/client.js";
import { CommandLine } from "../support/command-line.js";
import { Device } from "../support/device.js";
import { Gateway } from "../support/gateway.js";
import { assertValidFrames } from "../support/wire.js";

const program = fileURLToPath(new URL("node_modules/openclaw/openclaw.mjs", import.meta.url));

describe("the official command line", () => {
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
  const run = (...args) => line.run(...args);
  const json = (...args) => line.json(...args);

  it("calls a method", async () => assert.match(await run("gateway", "call", "health"), /"ok": true/u));

  it("reads health", async () => {
    const health = await json("health");
    assert.equal(health.ok, true);
    assert.equal(health.defaultAgentId, "main");
  });

  it("probes", async () => {
    const probe = await json("gateway", "probe");
    assert.equal(probe.ok, true);
    assert.equal(probe.targets.find((target) => target.id === "localLoopback").connect.ok, true);
  });

  it("lists devices and nodes", async () => {
    assert.deepEqual(await json("devices", "list"), { pending: [], paired: [] });
    assert.deepEqual((await json("nodes", "status")).nodes, []);
  });

  it("talks to the agent", async () => {
    const answer = await json("agent", "--agent", "main", "--message", "hello from the command line");
    assert.equal(answer.status, "ok");
    assert.match(answer.result.payloads[0].text, /hello from the command line/u);
  });

  it("reads presence, jobs and the log", async () => {
    assert.equal((await json("system", "presence"))[0].mode, "gateway");
    assert.deepEqual((await json("cron", "list")).jobs, []);
    assert.match(await run("logs", "--limit", "5"), /info gateway Connection/u);
  });

  it("reads channels, models, sessions and the whole state", async () => {
    assert.deepEqual((await json("channels", "status")).channelOrder, []);
    assert.ok((await json("models", "list")).models.some(({ key }) => key === "offline/echo"), "the models are those of the gateway");
    assert.equal((await json("sessions")).count, 0, "sessions are read from the command line's own folder");
    assert.ok((await json("gateway", "call", "sessions.list")).sessions.some(({ key }) => key === "agent:main:main"));
    assert.equal(typeof (await json("status")).runtimeVersion, "string");
    assert.equal((await json("gateway", "status")).rpc.ok, true);
    assert.equal((await json("cron", "status")).jobs, 0);
  });

  it("reads and changes the configuration", async () => {
    const before = await json("gateway", "call", "config.get");
    assert.equal(before.valid, true);
    const patch = { raw: '{"messages":{"ackReaction":"👀"}}', baseHash: before.hash };
    assert.equal((await json("gateway", "call", "config.patch", "--params", JSON.stringify(patch))).ok, true);
    assert.equal((await json("gateway", "call", "config.get")).config.messages.ackReaction, "👀");
  });

  it("adds a job, sees it and removes it", async () => {
    const job = await json("cron", "add", "--name", "later", "--at", "2099-01-01T00:00:00Z", "--session", "main", "--system-event", "wake up");
    assert.equal((await json("cron", "list")).jobs[0].id, job.id);
    await run("cron", "rm", job.id);
    assert.deepEqual((await json("cron", "list")).jobs, []);
  });
});

describe("the official command line as the owner of devices and nodes", () => {
  let gateway;
  let line;
  let owner;
  before(async () => {
    gateway = await Gateway.start({ gateway: { mode: "local", nodes: { pairing: { autoApproveLocal: false } } } });
    line = await CommandLine.for(gateway, program);
    owner = await Client.connect(gateway);
  });
  after(async () => {
    await owner?.stop();
    await line?.dispose();
    await gateway?.dispose();
  });
  afterEach(assertValidFrames);

  async function knock(device, options) {
    const client = new Client(gateway, { ...device.options, clientName: "cli", mode: "cli", scopes: ["operator.read"], ...options });
    await assert.rejects(client.connect(), /pairing required/u);
    await client.stop();
    const { payload } = await owner.event("device.pair.requested", ({ deviceId }) => deviceId === device.identity.deviceId);
    return payload.requestId;
  }

  it("approves a device, gives it a new token, takes that back and forgets it", async () => {
    const device = new Device();
    const { deviceId } = device.identity;
    const requestId = await knock(device);
    assert.deepEqual((await line.json("devices", "list")).pending.map((request) => request.requestId), [requestId]);
    await line.run("devices", "approve", requestId);
    const client = await Client.connect(gateway, { ...device.options, clientName: "cli", mode: "cli", scopes: ["operator.read"] });
    await line.run("devices", "rotate", "--device", deviceId, "--role", "operator");
    await client.waitFor(() => client.closes.find(({ code }) => code === 4001));
    await client.stop();
    await line.run("devices", "revoke", "--device", deviceId, "--role", "operator");
    await line.run("devices", "remove", deviceId);
    assert.deepEqual((await line.json("devices", "list")).paired, []);
  });

  it("rejects a device", async () => {
    const requestId = await knock(new Device());
    await line.run("devices", "reject", requestId);
    assert.deepEqual((await line.json("devices", "list")).pending, []);
  });

  it("approves a node and asks it", async () => {
    const device = new Device();
    const nodeId = device.identity.deviceId;
    const options = { role: "node", clientName: "node-host", mode: "node", scopes: [], caps: ["system"], commands: ["system.which"], clientDisplayName: "Attic" };
    await line.run("devices", "approve", await knock(device, options));
    const node = await Client.connect(gateway, { ...device.options, ...options });
    const { payload: asked } = await owner.event("node.pair.requested", (request) => request.nodeId === nodeId);
    assert.deepEqual((await line.json("nodes", "pending")).map((request) => request.requestId), [asked.requestId]);
    await line.run("nodes", "approve", asked.requestId);
    assert.deepEqual((await line.json("nodes", "status")).nodes.map((row) => [row.nodeId, row.connected]), [[nodeId, true]]);
    assert.equal((await line.json("nodes", "list")).paired.length, 1);
    assert.deepEqual((await line.json("nodes", "describe", "--node", nodeId)).commands, ["system.which"]);
    const invoked = line.json("nodes", "invoke", "--node", nodeId, "--command", "system.which", "--params", '{"bins":["git"]}');
    const { payload: request } = await node.event("node.invoke.request");
    await node.request("node.invoke.result", { id: request.id, nodeId, ok: true, payloadJSON: '{"bins":{"git":"/usr/bin/git"}}' });
    assert.deepEqual((await invoked).payload, { bins: { git: "/usr/bin/git" } });
    await line.run("nodes", "rename", "--node", nodeId, "--name", "Cellar");
    assert.equal((await line.json("nodes", "describe", "--node", nodeId)).displayName, "Cellar");
    await node.stop();
  });
});
