import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, describe, it } from "node:test";
import { Client } from "./support/client.js";
import { Gateway } from "./support/gateway.js";
import { textOf } from "./support/messages.js";
import { assertValidFrames } from "./support/wire.js";

// Some seconds of streaming at the offline provider's pace: the run does not end before the process is killed.
const longAnswer = "say 400 words";

describe("a client whose gateway is killed in the middle of a run", () => {
  let gateway;
  let client;
  let runId;
  let pending;

  before(async () => {
    gateway = await Gateway.start();
    client = await Client.connect(gateway);
    runId = randomUUID();
    await client.request("chat.send", { sessionKey: "main", message: "remember me", idempotencyKey: randomUUID() });
    await client.event("chat", (chat) => chat.state === "final");
  });
  after(async () => {
    await client?.stop();
    await gateway?.dispose();
  });
  afterEach(assertValidFrames);

  const chatEvent = (state, id) => client.event("chat", (chat) => chat.runId === id && chat.state === state);

  it("loses the socket and every open request, and says so", async () => {
    pending = client
      .request("agent", { message: longAnswer, sessionKey: "agent:main:main", idempotencyKey: runId }, { expectFinal: true })
      .then(() => assert.fail("the run cannot have ended"), (error) => error);
    await chatEvent("delta", runId);

    await gateway.kill();

    assert.match((await pending).message, /gateway closed \(1006\)/u);
    await client.waitFor(() => client.closes.find(({ code }) => code === 1006), "the close");
  });

  it("comes back by itself once the gateway runs again", async () => {
    await gateway.launch();
    await client.waitFor(() => client.hellos[1], "the second hello");
    assert.notEqual(client.hellos[1].server.bootId, client.hellos[0].server.bootId);
    assert.equal((await client.request("health", {})).ok, true);
  });

  it("finds every message once, and the answer that was cut off whole", async () => {
    const waited = await client.request("agent.wait", { runId, timeoutMs: 30_000 });
    assert.equal(waited.status, "ok");
    const { messages } = await client.request("chat.history", { sessionKey: "main" });
    assert.deepEqual(messages.map(({ role }) => role), ["user", "assistant", "user", "assistant"]);
    assert.deepEqual([textOf(messages[0]), textOf(messages[2])], ["remember me", longAnswer]);
    assert.doesNotMatch(textOf(messages[3]), /stopped/u);
  });

  it("does not start the run twice", async () => {
    const again = await client
      .request("agent", { message: longAnswer, sessionKey: "agent:main:main", idempotencyKey: runId })
      .then((answer) => answer.status, (error) => error.gatewayCode);
    assert.notEqual(again, "accepted");
    await assert.rejects(
      client.request("chat.send", { sessionKey: "main", message: longAnswer, idempotencyKey: runId }),
      /idempotencyKey was already used/u,
    );
    const { messages } = await client.request("chat.history", { sessionKey: "main" });
    assert.equal(messages.length, 4);
  });

  it("goes on with the conversation", async () => {
    const next = randomUUID();
    await client.request("chat.send", { sessionKey: "main", message: "and on we go", idempotencyKey: next });
    const { payload } = await chatEvent("final", next);
    assert.notEqual(textOf(payload.message), "");
    const { messages } = await client.request("chat.history", { sessionKey: "main" });
    assert.deepEqual(messages.slice(-2).map(({ role }) => role), ["user", "assistant"]);
    assert.equal(textOf(messages.at(-1)), textOf(payload.message));
  });

  it("never saw a gap in the events", () => assert.deepEqual(client.gaps, []));
});
