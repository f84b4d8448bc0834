import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Client } from "./support/client.js";
import { Device } from "./support/device.js";
import { Gateway } from "./support/gateway.js";
import { assertValidFrames } from "./support/wire.js";

const scopes = ["operator.read", "operator.write", "operator.admin", "operator.approvals", "operator.pairing"];

describe("the official client as a device", () => {
  let gateway;
  before(async () => (gateway = await Gateway.start()));
  after(() => gateway?.dispose());
  afterEach(assertValidFrames);

  it("is let in by its signature and comes back with its own token", async () => {
    const device = new Device();
    const first = await Client.connect(gateway, { ...device.options, clientName: "cli", mode: "cli", scopes });
    const [granted] = first.hellos;
    assert.deepEqual(granted.auth.scopes, scopes);
    assert.equal(granted.auth.deviceToken, device.token(), "the client kept the token");
    const { paired } = await first.request("device.pair.list", {});
    assert.deepEqual(paired.map((entry) => [entry.deviceId, entry.approvedVia, entry.connected]), [[device.identity.deviceId, "silent", true]]);
    await first.stop();

    const second = await Client.connect(gateway, { ...device.options, token: undefined, clientName: "cli", mode: "cli", scopes });
    assert.deepEqual([second.hellos[0].auth.method, second.hellos[0].auth.deviceToken], ["device-token", device.token()]);
    await second.stop();
  });

  it("is told when its token is taken back, and forgets it", async () => {
    const device = new Device();
    const owner = await Client.connect(gateway);
    const client = await Client.connect(gateway, { ...device.options, clientName: "cli", mode: "cli", scopes: ["operator.read"] });
    const rotated = await owner.request("device.token.rotate", { deviceId: device.identity.deviceId, role: "operator" });
    assert.deepEqual([rotated.tokenDelivery, rotated.token], ["withheld-cross-device", undefined]);
    await client.waitFor(() => client.closes.find(({ code, reason }) => code === 4001 && reason === "device removed"));
    await client.stop();

    const stale = new Client(gateway, { ...device.options, token: undefined, clientName: "cli", mode: "cli", scopes: ["operator.read"] });
    await assert.rejects(stale.connect(), /token mismatch/u);
    await stale.stop();
    assert.equal(device.token(), undefined, "the client dropped the stale token");
    await owner.stop();
  });

  it("joins as a node with a setup code", async () => {
    const owner = await Client.connect(gateway);
    const setup = await owner.request("device.pair.setupCode", { publicUrl: gateway.url, bootstrapProfile: "node", includeQr: false });
    const { bootstrapToken } = JSON.parse(Buffer.from(setup.setupCode, "base64url").toString("utf8"));
    const device = new Device();
    const node = await Client.connect(gateway, {
      ...device.options, token: undefined, bootstrapToken, role: "node", clientName: "node-host", mode: "node", scopes: [], caps: ["system"], commands: ["system.notify"],
    });
    assert.equal(node.hellos[0].auth.role, "node");
    assert.ok(device.token("node"));
    await owner.event("device.pair.setup.completed", ({ setupId }) => setupId === setup.setupId);
    await node.stop();
    await owner.stop();
  });
});

describe("a gateway that approves nobody by itself", () => {
  let gateway;
  before(async () => (gateway = await Gateway.start({ gateway: { mode: "local", nodes: { pairing: { autoApproveLocal: false } } } })));
  after(() => gateway?.dispose());
  afterEach(assertValidFrames);

  it("lets the owner approve one device and reject another", async () => {
    const owner = await Client.connect(gateway);
    for (const decision of ["approve", "reject"]) {
      const device = new Device();
      const options = { ...device.options, clientName: "cli", mode: "cli", scopes: ["operator.read"], clientDisplayName: "Laptop" };
      const waiting = new Client(gateway, options);
      const refused = assert.rejects(waiting.connect(), /pairing required/u);
      const { payload } = await owner.event("device.pair.requested", ({ deviceId }) => deviceId === device.identity.deviceId);
      await refused;
      await waiting.stop();
      const answer = await owner.request(`device.pair.${decision}`, { requestId: payload.requestId });
      assert.equal(answer.requestId, payload.requestId);
      await owner.event("device.pair.resolved", ({ requestId }) => requestId === payload.requestId);
      const again = new Client(gateway, options);
      if (decision === "approve") {
        await again.connect();
        assert.deepEqual(again.hellos[0].auth.scopes, ["operator.read"]);
      } else {
        await assert.rejects(again.connect(), /pairing required/u);
      }
      await again.stop();
    }
    await owner.stop();
  });
});
