import fs from 'node:fs';
import { log } from './stdout.mjs';
import { mapMessage } from './mapping.mjs';

// So many are with the gateway at one time; the others wait on disk.
const window = 64;
// More than anybody can want to be answered later; WhatsApp keeps the rest while we are not connected.
const most = 20000;

/** Hands what is in the spool to the gateway, those of one chat in order, until it says that it has them. */
export class Inbox {
  #spool;
  #emit;
  #about;
  #wa;
  #handed = new Map();
  #chats = new Map();
  #waiting = [];

  constructor(wa, spool, emit, about) {
    this.#wa = wa;
    this.#spool = spool;
    this.#emit = emit;
    this.#about = about;
    this.#waiting = spool.names;
  }

  get isFull() {
    return this.#spool.size >= most;
  }

  /** Writes a message down, and only then does anything else with it. */
  receive(message, upsert) {
    const bytes = Buffer.from(this.#wa.proto.WebMessageInfo.encode(message).finish()).toString('base64');
    const { remoteJid, remoteJidAlt, participant, participantAlt, fromMe, id } = message.key;
    const name = this.#spool.put({ upsert, bytes, key: { remoteJid, remoteJidAlt, participant, participantAlt, fromMe, id } });
    this.#waiting.push(name);
    this.pump();
  }

  pump() {
    while (this.#handed.size < window && this.#waiting.length) {
      const name = this.#waiting.shift();
      const entry = this.#spool.read(name);
      if (!entry) {
        this.#forget(name);
        continue;
      }
      this.#handed.set(name, null);
      const chat = entry.key?.remoteJid ?? '';
      const next = (this.#chats.get(chat) ?? Promise.resolve()).then(() => this.#hand(name, entry));
      this.#chats.set(chat, next);
      next.finally(() => this.#chats.get(chat) === next && this.#chats.delete(chat));
    }
  }

  taken(ids) {
    for (const name of ids) {
      const path = this.#handed.get(name);
      if (path) fs.rmSync(path, { force: true });
      this.#handed.delete(name);
      this.#forget(name);
    }
    this.pump();
  }

  async #hand(name, entry) {
    try {
      const message = this.#wa.proto.WebMessageInfo.decode(Buffer.from(entry.bytes, 'base64'));
      message.key = { ...message.key, ...entry.key };
      const { event, data } = await mapMessage(message, this.#about);
      if (data.media?.path) this.#handed.set(name, data.media.path);
      if (!this.#emit(event, { ...data, spool: name, upsert: entry.upsert })) this.#emit(event, { ...data, spool: name, text: data.text?.slice(0, 200000), quoted: undefined });
    } catch (error) {
      // Of a shape that nobody thought of. It would stand in the way of all others for ever.
      log(`a message could not be read: ${error?.name}`);
      this.taken([name]);
    }
  }

  #forget(name) {
    this.#spool.take(name);
  }
}
