import { randomUUID } from "node:crypto";
import WebSocket from "ws";
import { Device } from "./device.js";

const patienceMs = 20_000;
const scopesOfOld = ["operator.admin", "operator.approvals", "operator.pairing"];
const eventMembers = new Set(["type", "event", "payload", "seq", "stateVersion"]);
const answerMembers = new Set(["type", "id", "ok", "payload", "error"]);
const errorMembers = new Set(["code", "message", "details", "retryable", "retryAfterMs"]);

/** A client of protocol 3: it drops every frame that has a member it does not know, and notes that it did. */
export class LegacyClient {
  events = [];
  dropped = [];
  #answers = new Map();
  #waiting = new Set();

  static device() {
    return new Device();
  }

  static async connect(gateway, options = {}) {
    const client = new LegacyClient(gateway, options);
    await client.ready;
    return client;
  }

  constructor(gateway, { scopes = scopesOfOld, token = gateway.token, device } = {}) {
    this.socket = new WebSocket(gateway.url);
    this.closed = new Promise((resolve) => this.socket.once("close", (code, reason) => resolve({ code, reason: String(reason) })));
    this.socket.on("message", (data) => this.#take(JSON.parse(String(data))));
    this.ready = this.#enter({ scopes, token, device });
  }

  async #enter({ scopes, token, device }) {
    const { payload: challenge } = await this.event("connect.challenge");
    const client = { id: "cli", version: "dev", platform: "linux", mode: "cli" };
    this.hello = await this.request("connect", {
      minProtocol: 3, maxProtocol: 3, client, role: "operator", scopes, caps: [], auth: { token },
      ...(device && { device: device.prove({ client, role: "operator", scopes, token, nonce: challenge.nonce }) }),
    });
  }

  /** The first answer to a request; fails as the gateway says. */
  async request(method, params) {
    const [answer] = await this.answers(method, params, 1);
    if (!answer.ok) {
      throw Object.assign(new Error(answer.error.message), answer.error);
    }
    return answer.payload;
  }

  async answers(method, params, count) {
    const id = randomUUID();
    this.#answers.set(id, []);
    if (this.socket.readyState === WebSocket.CONNECTING) {
      await new Promise((resolve) => this.socket.once("open", resolve));
    }
    this.socket.send(JSON.stringify({ type: "req", id, method, params }));
    return this.#until(() => this.#answers.get(id).length >= count && this.#answers.get(id), `${count} answers to ${method}`);
  }

  event(name, matches = () => true) {
    return this.#until(() => this.events.find((event) => event.event === name && matches(event.payload)), `the event ${name}`);
  }

  async stop() {
    this.socket.close();
    await this.closed;
  }

  #take(frame) {
    const known = frame.type === "event" ? eventMembers : answerMembers;
    const strange = [...Object.keys(frame).filter((name) => !known.has(name)), ...Object.keys(frame.error ?? {}).filter((name) => !errorMembers.has(name))];
    if (strange.length > 0) {
      this.dropped.push({ strange, frame });
      return;
    }
    if (frame.type === "event") {
      this.events.push(frame);
    } else {
      this.#answers.get(frame.id)?.push(frame);
    }
    this.#waiting.forEach((look) => look());
  }

  #until(condition, label) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`Waited in vain for ${label}; events so far: ${JSON.stringify(this.events).slice(0, 2000)}`));
      }, patienceMs);
      const look = () => {
        const found = condition();
        if (found) {
          clearTimeout(timer);
          this.#waiting.delete(look);
          resolve(found);
        }
      };
      this.#waiting.add(look);
      look();
    });
  }
}
