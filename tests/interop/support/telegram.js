import { once } from "node:events";
import { createServer } from "node:http";

/** A fake of Telegram's Bot API: it hands over what was said, and keeps every call. */
export class FakeTelegram {
  static token = "123456789:AAfakeTokenForInterop_abcdefghij-12345";
  calls = [];
  #updates = [];
  #said = 0;
  #sent = 100;

  static async start() {
    const fake = new FakeTelegram();
    fake.server = createServer((request, response) => void fake.#answer(request, response)).listen(0, "127.0.0.1");
    await once(fake.server, "listening");
    fake.url = `http://127.0.0.1:${fake.server.address().port}`;
    return fake;
  }

  /** A person writes to the bot. */
  say(text, id = 1001) {
    const message_id = ++this.#said;
    const from = { id, is_bot: false, first_name: "Alice", username: "alice" };
    this.#updates.push({ update_id: message_id, message: { message_id, date: Math.floor(Date.now() / 1000), chat: { id, type: "private", first_name: "Alice" }, from, text } });
  }

  /** Waits for a call of a method that fits. */
  async called(method, fits = () => true) {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      const call = this.calls.find((one) => one.method === method && fits(one.body));
      if (call) {
        return call.body;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${method} was not called; calls: ${JSON.stringify(this.calls).slice(0, 2000)}`);
  }

  async dispose() {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  async #answer(request, response) {
    const text = (await Array.fromAsync(request)).join("");
    const method = request.url.split("/").at(-1);
    const body = text.startsWith("{") ? JSON.parse(text) : {};
    if (method !== "getUpdates") {
      this.calls.push({ method, body });
    }
    response.setHeader("content-type", "application/json").end(JSON.stringify({ ok: true, result: await this.#result(method, body) }));
  }

  async #result(method, body) {
    switch (method) {
      case "getMe":
        return { id: 123456789, is_bot: true, first_name: "Claw", username: "claw_bot" };
      case "getUpdates":
        this.#updates = this.#updates.filter(({ update_id }) => update_id >= (body.offset ?? 0));
        for (let waited = 0; waited < (body.timeout ?? 0) * 1000 && this.#updates.length === 0 && this.server.listening; waited += 50) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return this.#updates;
      case "sendMessage":
        return { message_id: ++this.#sent, date: 1, chat: { id: body.chat_id, type: "private" }, text: body.text };
      case "editMessageText":
        return { message_id: body.message_id, date: 1, chat: { id: body.chat_id, type: "private" }, text: body.text };
      case "getWebhookInfo":
        return { url: "" };
      default:
        return true;
    }
  }
}
