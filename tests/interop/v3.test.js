import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, describe, it } from "node:test";
import { LegacyClient } from "./support/legacy.js";
import { Gateway } from "./support/gateway.js";
import { assertValidFrames } from "./support/wire.js";

// The package speaks protocol 4 alone for operators, so the older client is written out here, as strict as it was.
describe("a client of protocol 3", () => {
  let gateway;
  let client;
  before(async () => {
    gateway = await Gateway.start();
    client = await LegacyClient.connect(gateway);
  });
  after(async () => {
    await client?.stop();
    await gateway?.dispose();
  });
  afterEach(() => {
    assertValidFrames();
    assert.deepEqual(client.dropped, [], "frames with members that the older client does not know");
  });

  it("is greeted in its own protocol", () => {
    assert.equal(client.hello.protocol, 3);
    assert.equal(typeof client.hello.server.host, "string");
    assert.ok(client.hello.policy.tickIntervalMs > 0);
    assert.ok(client.hello.features.methods.includes("chat.send"));
    assert.equal(typeof client.hello.snapshot.sessionDefaults.mainSessionKey, "string");
  });

  it("reads what it read from older gateways", async () => {
    assert.equal((await client.request("health", {})).ok, true);
    assert.ok(Array.isArray((await client.request("system-presence", {}))));
    assert.ok(Array.isArray((await client.request("sessions.list", {})).sessions));
    assert.equal((await client.request("agents.list", {})).defaultId, "main");
    const models = await client.request("models.list", {});
    assert.ok(models.models.every(({ id, name, provider }) => id && name && provider));
    assert.equal((await client.request("cron.status", {})).jobs, 0);
    assert.deepEqual((await client.request("node.list", {})).nodes, []);
    assert.equal(typeof (await client.request("config.get", {})).hash, "string");
  });

  it("chats under the key that it used, in cumulative messages", async () => {
    const runId = randomUUID();
    const sent = await client.request("chat.send", { sessionKey: "main", message: "hello from long ago", idempotencyKey: runId });
    assert.deepEqual(sent, { runId, status: "started" });
    const { payload: final } = await client.event("chat", (chat) => chat.runId === runId && chat.state === "final");
    assert.equal(final.sessionKey, "main");
    const chats = client.events.filter(({ event, payload }) => event === "chat" && payload.runId === runId).map(({ payload }) => payload);
    assert.ok(chats.every(({ state }) => ["delta", "final"].includes(state)), "the older client knows no other states");
    const texts = chats.map(({ message }) => message.content[0].text);
    texts.slice(1).forEach((text, index) => assert.ok(text.startsWith(texts[index]), `${text} goes on from ${texts[index]}`));
    const history = await client.request("chat.history", { sessionKey: "main" });
    assert.equal(history.sessionKey, "main");
    assert.equal(typeof history.thinkingLevel, "string");
    assert.deepEqual(history.messages.map(({ role }) => role), ["user", "assistant"]);
  });

  it("runs an agent for a channel that is not there, and is answered twice", async () => {
    const idempotencyKey = randomUUID();
    const answers = await client.answers(
      "agent", { message: "and again", agentId: "main", sessionKey: "main", deliver: false, channel: "whatsapp", timeout: 600, idempotencyKey }, 2);
    assert.deepEqual(answers.map(({ ok, payload }) => [ok, payload.status]), [[true, "accepted"], [true, "ok"]]);
    assert.equal(answers[1].payload.summary, "completed");
    assert.notEqual(answers[1].payload.result.payloads[0].text, "");
  });

  it("hears of a missing right as of a wrong request", async () => {
    const reader = await LegacyClient.connect(gateway, { scopes: ["operator.read"] });
    const error = await reader.request("chat.send", { sessionKey: "main", message: "no", idempotencyKey: randomUUID() }).catch((failure) => failure);
    assert.deepEqual([error.code, error.message], ["INVALID_REQUEST", "missing scope: operator.write"]);
    await reader.stop();
  });

  it("comes back with the token that it was given in the place of the shared one", async () => {
    const device = LegacyClient.device();
    const first = await LegacyClient.connect(gateway, { device });
    const { deviceToken, scopes } = first.hello.auth;
    assert.deepEqual(scopes, ["operator.admin", "operator.approvals", "operator.pairing"]);
    await first.stop();
    const second = await LegacyClient.connect(gateway, { device, token: deviceToken });
    assert.equal(second.hello.auth.deviceToken, deviceToken);
    await second.stop();
  });

  it("is told of the end", async () => {
    await gateway.stop();
    const { payload } = await client.event("shutdown");
    assert.deepEqual(payload, { reason: "gateway stopping", restartExpectedMs: null });
    assert.deepEqual(await client.closed, { code: 1012, reason: "service restart" });
  });
});
