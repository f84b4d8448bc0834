import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An official command line with a state folder of its own that points at a gateway. */
export class CommandLine {
  /** @param more further sections of the configuration that the line itself reads */
  static async for(gateway, program, more = {}) {
    const line = new CommandLine();
    line.program = program;
    line.port = gateway.port;
    line.home = await mkdtemp(join(tmpdir(), "openclaw-interop-cli-"));
    const config = { gateway: { mode: "local", port: gateway.port, auth: { mode: "token", token: gateway.token } }, ...more };
    await writeFile(join(line.home, "openclaw.json"), JSON.stringify(config), { mode: 0o600 });
    return line;
  }

  /** Runs the program; gives what it printed. */
  async run(...args) {
    const environment = Object.entries(process.env).filter(([name]) => !name.startsWith("OPENCLAW_"));
    const child = spawn(process.execPath, [this.program, ...args], {
      env: {
        ...Object.fromEntries(environment), HOME: this.home, OPENCLAW_STATE_DIR: this.home, NO_COLOR: "1",
        // Without it some commands look for a gateway process of their own state folder first.
        OPENCLAW_GATEWAY_PORT: String(this.port),
      },
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

  async json(...args) {
    return JSON.parse(await this.run(...args, "--json"));
  }

  async dispose() {
    await rm(this.home, { recursive: true, force: true });
  }
}
