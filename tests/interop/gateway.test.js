import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, describe, it } from "node:test";
import WebSocket from "ws";
import { Client } from "./support/client.js";
import { Gateway } from "./support/gateway.js";
import { textOf } from "./support/messages.js";
import { violations } from "./support/schemas.js";
import { assertValidFrames, checkedCount } from "./support/wire.js";

describe("the official client", () => {
  let gateway;
  before(async () => (gateway = await Gateway.start()));
  after(() => gateway?.dispose());
  afterEach(assertValidFrames);

  async function withClient(options, body) {
    const client = await Client.connect(gateway, options);
    try {
      await body(client);
      assert.deepEqual(client.gaps, []);
    } finally {
      await client.stop();
    }
  }

  it("connects with the token and gets a valid hello", () =>
    withClient({}, async (client) => {
      const [hello] = client.hellos;
      assert.equal(checkedCount("result of connect"), 1, "the hello was checked against the package's schema");
      assert.equal(hello.protocol, 4);
      assert.deepEqual(hello.auth.scopes, ["operator.admin"]);
      for (const method of ["health", "status", "chat.send", "chat.history", "chat.abort", "agent", "agent.wait", "sessions.list", "models.list", "config.get"]) {
        assert.ok(hello.features.methods.includes(method), `${method} is announced`);
      }
      for (const event of ["chat", "agent", "presence", "health", "tick", "shutdown"]) {
        assert.ok(hello.features.events.includes(event), `${event} is announced`);
      }
    }));

  it("gets a hello that is as valid when it asks for an epoch", () =>
    withClient({ caps: ["event-resume"] }, async (client) => {
      assert.match(client.hellos[0].features.capabilities[0], /^event-resume:[\w-]{24}$/u);
      assert.equal((await client.request("health", {})).ok, true);
    }));

  it("reads health, status, presence and models", () =>
    withClient({}, async (client) => {
      assert.equal((await client.request("health", {})).ok, true);
      assert.equal(typeof (await client.request("status", {})).runtimeVersion, "string");
      const presence = await client.request("system-presence", {});
      assert.deepEqual(presence.flatMap((entry) => violations("PresenceEntry", entry)), []);
      assert.ok((await client.request("models.list", {})).models.length > 0);
      assert.ok((await client.request("plugins.list", {})).plugins.some((plugin) => plugin.id === "agent-offline" && plugin.state === "enabled"));
      assert.ok((await client.request("agents.list", {})).agents.some((agent) => agent.id === "main"));
      assert.equal(checkedCount("result of models.list"), 1);
    }));

  it("sends a chat message and follows it to the final event", () =>
    withClient({}, async (client) => {
      const runId = randomUUID();
      const sent = await client.request("chat.send", { sessionKey: "main", message: "hello from the official client", idempotencyKey: runId });
      assert.deepEqual([sent.runId, sent.status], [runId, "started"]);

      const { payload: final } = await client.event("chat", (chat) => chat.runId === runId && chat.state === "final");
      assert.equal(final.sessionKey, "agent:main:main");
      const reply = textOf(final.message);
      assert.notEqual(reply, "");

      const deltas = client.events.filter((event) => event.event === "chat" && event.payload.runId === runId && event.payload.state === "delta");
      assert.ok(deltas.length > 0, "the reply streams");
      const streamed = deltas.reduce((text, { payload }) => (payload.replace ? payload.deltaText : text + payload.deltaText), "");
      assert.ok(reply.startsWith(streamed) && streamed !== "", `${streamed} is the beginning of ${reply}`);

      const history = await client.request("chat.history", { sessionKey: "main" });
      assert.deepEqual(history.messages.slice(-2).map((message) => message.role), ["user", "assistant"]);
      assert.equal(textOf(history.messages.at(-1)), reply);

      const again = await client.request("chat.send", { sessionKey: "main", message: "hello from the official client", idempotencyKey: runId });
      assert.equal(again.status, "ok", "a repeated key starts nothing");
    }));

  it("runs an agent and waits for the second answer", () =>
    withClient({ caps: ["tool-events"] }, async (client) => {
      let accepted;
      const idempotencyKey = randomUUID();
      const final = await client.request(
        "agent",
        { message: "one more", agentId: "main", deliver: false, timeout: 60, idempotencyKey },
        { expectFinal: true, timeoutMs: 60_000, onAccepted: (payload) => (accepted = payload) },
      );
      assert.equal(accepted.status, "accepted");
      assert.equal(final.runId, idempotencyKey);
      assert.equal(final.status, "ok");
      assert.notEqual(final.result.payloads[0].text, "");

      const waited = await client.request("agent.wait", { runId: idempotencyKey, timeoutMs: 1_000 });
      assert.equal(waited.status, "ok");
      const phases = client.events.filter((event) => event.event === "agent" && event.payload.runId === idempotencyKey && event.payload.stream === "lifecycle").map((event) => event.payload.data.phase);
      assert.equal(phases[0], "start");
      assert.equal(phases.at(-1), "end");
    }));

  it("gets errors it can read", () =>
    withClient({}, async (client) => {
      for (const [method, params] of [["no.such.method", {}], ["chat.send", { sessionKey: "main" }], ["chat.history", { sessionKey: "main", bogus: 1 }]]) {
        const error = await client.request(method, params).then(() => assert.fail(`${method} should fail`), (failure) => failure);
        assert.equal(error.gatewayCode, "INVALID_REQUEST");
      }
    }));

  it("is turned away with a wrong token and stops trying", async () => {
    const paused = Promise.withResolvers();
    const client = new Client(gateway, { token: "not the token", onReconnectPaused: paused.resolve });
    const error = await client.connect().then(() => assert.fail("should be refused"), (failure) => failure);
    assert.match(error.message, /gateway token mismatch/u);
    assert.equal(error.details.code, "AUTH_TOKEN_MISMATCH");
    assert.equal((await paused.promise).code, 1008);
    await client.stop();
  });

  it("connects as a probe of the older generation", () =>
    withClient({ mode: "probe", minProtocol: 3, maxProtocol: 4 }, async (client) => {
      assert.equal(client.hellos[0].protocol, 4);
    }));

  it("leaves a gateway that fell silent, and comes back when it speaks again", (test) =>
    withClient({ tickWatchTimeoutMs: 500, tickWatchMinIntervalMs: 100 }, async (client) => {
      // The announced interval is half a minute; a test has no time for two of them.
      client.inner.tickIntervalMs = 100;
      client.inner.startTickWatch();
      const { close } = WebSocket.prototype;
      const left = new Promise((resolve) => test.mock.method(WebSocket.prototype, "close", function (...args) {
        resolve(args);
        return close.apply(this, args);
      }));
      gateway.process.kill("SIGSTOP");
      assert.deepEqual(await left, [4000, "tick timeout"]);
      gateway.process.kill("SIGCONT");
      assert.equal((await client.waitFor(() => client.closes[0], "the close")).code, 4000);
      await client.waitFor(() => client.hellos[1], "the second hello");
      assert.equal((await client.request("health", {})).ok, true);
    }));

  it("comes back after a restart and finds the conversation", () =>
    withClient({}, async (client) => {
      await gateway.restart();
      await client.waitFor(() => client.hellos[1], "the second hello");

      const [close] = client.closes;
      assert.deepEqual([close.code, close.reason], [1012, "service restart"]);
      assert.equal((await client.event("shutdown")).payload.reason, "gateway stopping");
      assert.notEqual(client.hellos[1].server.bootId, client.hellos[0].server.bootId);
      const history = await client.request("chat.history", { sessionKey: "main" });
      assert.ok(history.messages.some((message) => message.role === "user" && JSON.stringify(message.content).includes("hello from the official client")));
    }));

  it("has seen every kind of frame", () => {
    for (const what of ["event chat", "event agent", "event health", "event shutdown", "errors"]) {
      assert.ok(checkedCount(what) > 0, what);
    }
  });

  it("stops cleanly on SIGTERM", async () => {
    assert.equal(await gateway.stop(), 0);
  });
});
