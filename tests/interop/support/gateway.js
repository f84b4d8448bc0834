import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const script = process.env.OPENCLAW_BIN ?? fileURLToPath(new URL("../../../openclaw", import.meta.url));
const startupLimitMs = 30_000;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A gateway process with a state folder of its own. */
export class Gateway {
  /** @param config what the configuration file says; the gateway writes its own when there is none */
  static async start(config) {
    const gateway = new Gateway();
    gateway.port = await freePort();
    gateway.stateDirectory = await mkdtemp(join(tmpdir(), "openclaw-interop-"));
    gateway.token = randomUUID();
    if (config) {
      await writeFile(join(gateway.stateDirectory, "openclaw.json"), JSON.stringify(config));
    }
    try {
      await gateway.launch();
    } catch (error) {
      await gateway.dispose();
      throw error;
    }
    return gateway;
  }

  get url() {
    return `ws://127.0.0.1:${this.port}`;
  }

  get #ended() {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  async launch() {
    this.output = "";
    const environment = Object.entries(process.env).filter(([name]) => !name.startsWith("OPENCLAW_"));
    this.process = spawn(script, ["gateway", "--port", String(this.port)], {
      env: { ...Object.fromEntries(environment), OPENCLAW_STATE_DIR: this.stateDirectory, OPENCLAW_GATEWAY_TOKEN: this.token },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.exited = once(this.process, "exit");
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (this.output += text));
    }
    await this.#ready();
  }

  /** Asks for a clean stop; returns the exit code. */
  async stop() {
    if (!this.#ended) {
      this.process.kill("SIGTERM");
    }
    const [code] = await this.exited;
    return code;
  }

  /** Ends the process as a power cut does: at once, with nothing said and nothing written. */
  async kill() {
    this.process.kill("SIGKILL");
    await this.exited;
  }

  async restart() {
    await this.stop();
    await this.launch();
  }

  async dispose() {
    await this.stop();
    await rm(this.stateDirectory, { recursive: true, force: true });
  }

  async #ready() {
    const deadline = Date.now() + startupLimitMs;
    while (Date.now() < deadline) {
      if (this.#ended) {
        throw new Error(`The gateway ended with ${this.process.exitCode ?? this.process.signalCode}:\n${this.output}`);
      }
      try {
        const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`);
        if ((await answer.json()).ready === true) {
          return;
        }
      } catch {
        // Nothing listens yet.
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The gateway was not ready after ${startupLimitMs} ms:\n${this.output}`);
  }
}
