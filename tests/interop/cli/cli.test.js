import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Gateway } from "../support/gateway.js";

const program = fileURLToPath(new URL("node_modules/openclaw/openclaw.mjs", import.meta.url));

describe("the official command line", () => {
  let gateway;
  let home;
  before(async () => {
    gateway = await Gateway.start();
    home = await mkdtemp(join(tmpdir(), "openclaw-interop-cli-"));
    const config = { gateway: { mode: "local", port: gateway.port, auth: { mode: "token", token: gateway.token } } };
    await writeFile(join(home, "openclaw.json"), JSON.stringify(config), { mode: 0o600 });
  });
  after(async () => {
    await gateway?.dispose();
    await rm(home, { recursive: true, force: true });
  });

  /** Runs the program with a state folder of its own; gives what it printed. */
  async function run(...args) {
    const environment = Object.entries(process.env).filter(([name]) => !name.startsWith("OPENCLAW_"));
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...Object.fromEntries(environment), HOME: home, OPENCLAW_STATE_DIR: home, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [output, error, code] = await Promise.all([
      Array.fromAsync(child.stdout).then((parts) => parts.join("")),
      Array.fromAsync(child.stderr).then((parts) => parts.join("")),
      new Promise((resolve) => child.once("exit", resolve)),
    ]);
    assert.equal(code, 0, `openclaw ${args.join(" ")} ended with ${code}:\n${output}\n${error}`);
    return output;
  }

  const json = async (...args) => JSON.parse(await run(...args, "--json"));

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

  it("adds a job, sees it and removes it", async () => {
    const job = await json("cron", "add", "--name", "later", "--at", "2099-01-01T00:00:00Z", "--session", "main", "--system-event", "wake up");
    assert.equal((await json("cron", "list")).jobs[0].id, job.id);
    await run("cron", "rm", job.id);
    assert.deepEqual((await json("cron", "list")).jobs, []);
  });
});
