import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Client } from "./support/client.js";
import { Device } from "./support/device.js";
import { Gateway } from "./support/gateway.js";
import { assertValidFrames } from "./support/wire.js";

describe("the official client as a node", () => {
  let gateway;
  before(async () => (gateway = await Gateway.start()));
  after(() => gateway?.dispose());
  afterEach(assertValidFrames);

  it("is approved, asked, answers, and is told when nobody waits any more", async () => {
    const owner = await Client.connect(gateway);
    const device = new Device();
    const node = await Client.connect(gateway, {
      ...device.options, role: "node", clientName: "node-host", mode: "node", scopes: [], caps: ["system"],
      commands: ["system.which", "system.notify", "camera.snap"],
    });
    const nodeId = device.identity.deviceId;
    const asked = await owner.event("node.pair.requested", (request) => request.nodeId === nodeId);
    assert.deepEqual(asked.payload.commands, ["system.which", "system.notify"], "what the platform does not stand for is left out");
    const { node: approved } = await owner.request("node.pair.approve", { requestId: asked.payload.requestId });
    assert.deepEqual(approved.commands, ["system.which", "system.notify"]);
    await node.event("node.pair.resolved", ({ decision }) => decision === "approved");
    const { nodes } = await owner.request("node.list", {});
    assert.deepEqual(nodes.map((row) => [row.nodeId, row.approvalState, row.connected]), [[nodeId, "approved", true]]);

    const invoked = owner.request("node.invoke", {
      nodeId, command: "system.which", params: { bins: ["git"] }, timeoutMs: 20_000, idempotencyKey: "interop-1",
    });
    const { payload: request } = await node.event("node.invoke.request", ({ idempotencyKey }) => idempotencyKey === "interop-1");
    assert.deepEqual(JSON.parse(request.paramsJSON), { bins: ["git"] });
    await node.request("node.invoke.result", { id: request.id, nodeId, ok: true, payloadJSON: '{"bins":{"git":"/usr/bin/git"}}' });
    const answer = await invoked;
    assert.deepEqual(answer.payload, { bins: { git: "/usr/bin/git" } });

    await assert.rejects(
      owner.request("node.invoke", { nodeId, command: "system.notify", timeoutMs: 200, idempotencyKey: "interop-2" }), /TIMEOUT: node invoke timed out/u);
    const { payload: late } = await node.event("node.invoke.request", ({ idempotencyKey }) => idempotencyKey === "interop-2");
    await node.event("node.invoke.cancel", ({ invokeId }) => invokeId === late.id);
    assert.deepEqual(await node.request("node.invoke.result", { id: late.id, nodeId, ok: true }), { ok: true, ignored: true });

    await owner.request("node.pair.remove", { nodeId });
    await node.waitFor(() => node.closes.find(({ code }) => code === 4001));
    await node.stop();
    await owner.stop();
  });

  it("hears the words that wake it, listens to a chat, and says where somebody sits", async () => {
    const owner = await Client.connect(gateway);
    const device = new Device();
    const node = await Client.connect(gateway, {
      ...device.options, role: "node", clientName: "node-host", mode: "node", scopes: [], caps: ["system"], commands: ["system.notify"],
    });
    const nodeId = device.identity.deviceId;
    const { payload: greeting } = await node.event("voicewake.changed", () => true);
    assert.deepEqual(greeting.triggers, (await owner.request("voicewake.get", {})).triggers);
    await node.event("voicewake.routing.changed", ({ config }) => config.version === 1);
    const asked = await owner.event("node.pair.requested", (request) => request.nodeId === nodeId);
    await owner.request("node.pair.approve", { requestId: asked.payload.requestId });
    await node.event("node.pair.resolved", ({ decision }) => decision === "approved");

    const tell = (event, payload) => node.request("node.event", { event, payloadJSON: JSON.stringify(payload) });
    assert.equal((await tell("chat.subscribe", { sessionKey: "main" })).handled, true);
    await owner.request("chat.send", { sessionKey: "main", message: "for the kitchen too", idempotencyKey: "interop-chat-1" });
    await node.event("chat", ({ runId, state }) => runId === "interop-chat-1" && state === "final");

    assert.equal((await tell("node.presence.activity", { idleSeconds: 3, source: "app" })).reason, "updated");
    await owner.event("node.presence", (presence) => presence.nodeId === nodeId && presence.lastActiveAtMs > 0);
    assert.equal((await owner.request("node.describe", { nodeId })).active, true);
    assert.equal((await tell("totally.unknown", {})).handled, false);

    await owner.request("node.pair.remove", { nodeId });
    await node.waitFor(() => node.closes.find(({ code }) => code === 4001));
    await node.stop();
    await owner.stop();
  });
});
