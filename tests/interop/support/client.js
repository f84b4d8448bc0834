import { GatewayClient } from "@openclaw/gateway-client";

const patienceMs = 20_000;

/** The official client with its callbacks turned into things a test can wait for. */
export class Client {
  hellos = [];
  events = [];
  closes = [];
  gaps = [];
  #waiting = new Set();

  constructor(gateway, options = {}) {
    this.inner = new GatewayClient({
      url: gateway.url,
      token: gateway.token,
      clientVersion: "2026.9.1",
      ...options,
      onHelloOk: (hello) => this.#note(this.hellos, hello),
      onEvent: (event) => this.#note(this.events, event),
      onClose: (code, reason) => this.#note(this.closes, { code, reason }),
      onGap: (gap) => this.#note(this.gaps, gap),
      onConnectError: (error) => this.#fail(error),
    });
  }

  static async connect(gateway, options) {
    const client = new Client(gateway, options);
    await client.connect();
    return client;
  }

  /** Starts and waits for hello; fails with what the gateway said. */
  async connect() {
    const hello = this.waitFor(() => this.hellos[0]);
    this.inner.start();
    return hello;
  }

  request(method, params, options) {
    return this.inner.request(method, params, options);
  }

  /** Waits until the condition gives something after a hello, an event or a close. */
  waitFor(condition, label = condition.toString()) {
    const found = condition();
    if (found) {
      return Promise.resolve(found);
    }
    return new Promise((resolve, reject) => {
      const waiter = { condition, resolve, reject };
      waiter.timer = setTimeout(() => {
        this.#waiting.delete(waiter);
        reject(new Error(`Waited in vain for ${label}; events so far: ${JSON.stringify(this.events).slice(0, 4000)}`));
      }, patienceMs);
      this.#waiting.add(waiter);
    });
  }

  event(name, matches = () => true) {
    return this.waitFor(() => this.events.find((event) => event.event === name && matches(event.payload)), `the event ${name}`);
  }

  async stop() {
    await this.inner.stopAndWait();
  }

  #note(list, item) {
    list.push(item);
    for (const waiter of this.#waiting) {
      const found = waiter.condition();
      if (found) {
        this.#settle(waiter);
        waiter.resolve(found);
      }
    }
  }

  // While the gateway restarts, attempts fail and are made again; only a client that never saw hello gives up.
  #fail(error) {
    if (this.hellos.length > 0) {
      return;
    }
    for (const waiter of this.#waiting) {
      this.#settle(waiter);
      waiter.reject(error);
    }
  }

  #settle(waiter) {
    clearTimeout(waiter.timer);
    this.#waiting.delete(waiter);
  }
}
