import fs from 'node:fs';
import { log } from './stdout.mjs';
import { mapMessage } from './mapping.mjs';
import { Turns } from './turns.mjs';
import { Unwritten } from './unwritten.mjs';

// So many are with the gateway at one time; the others wait on disk.
const window = 64;
// More than anybody can want to be answered later; WhatsApp keeps the rest while we are not connected.
const most = 20000;
// In characters: the longest line holds them however they are written in it.
const longestText = 100000;

/** Hands what is in the spool to the gateway, those of one chat in order, until it says that it has them. */
export class Inbox {
  #spool;
  #emit;
  #about;
  #wa;
  #handed = new Map();
  #tails = new Map();
  #turns = new Turns();
  #unsorted;
  #unwritten = new Unwritten(entry => this.#write(entry));

  constructor(wa, spool, emit, about) {
    this.#wa = wa;
    this.#spool = spool;
    this.#emit = emit;
    this.#about = about;
    this.#unsorted = spool.names;
  }

  /** Whether no more may come: nobody takes them, or they cannot be written down. */
  get isFull() {
    return this.#spool.size >= most || this.#unwritten.size > 0;
  }

  /** Writes a message down, and only then does anything else with it. */
  receive(message, upsert) {
    const bytes = Buffer.from(this.#wa.proto.WebMessageInfo.encode(message).finish()).toString('base64');
    const { remoteJid, remoteJidAlt, participant, participantAlt, fromMe, id } = message.key;
    this.#unwritten.put({ upsert, bytes, key: { remoteJid, remoteJidAlt, participant, participantAlt, fromMe, id } });
  }

  /** The last chance of what is not on disk. */
  flush() {
    this.#unwritten.flush();
  }

  pump() {
    for (let next; this.#handed.size < window && (next = this.#next()); ) {
      const { chat, name } = next;
      const entry = this.#spool.read(name);
      if (!entry) {
        this.#turns.done(chat);
        this.#spool.take(name);
        continue;
      }
      this.#handed.set(name, { chat });
      const tail = (this.#tails.get(chat) ?? Promise.resolve()).then(() => this.#hand(name, entry));
      this.#tails.set(chat, tail);
      tail.finally(() => this.#tails.get(chat) === tail && this.#tails.delete(chat));
    }
  }

  taken(ids) {
    for (const name of ids) {
      this.#release(name);
      this.#spool.take(name);
    }
    this.pump();
  }

  #write(entry) {
    this.#unsorted.push(this.#spool.put(entry));
    queueMicrotask(() => this.pump());
  }

  // Whose a message is stands in its file: read once it is its turn or that of nobody before it.
  #next() {
    for (;;) {
      const next = this.#turns.next();
      if (next || !this.#unsorted.length) return next;
      const name = this.#unsorted.shift();
      this.#turns.add(this.#spool.read(name)?.key?.remoteJid ?? '', name);
    }
  }

  async #hand(name, entry) {
    try {
      const message = this.#wa.proto.WebMessageInfo.decode(Buffer.from(entry.bytes, 'base64'));
      message.key = { ...message.key, ...entry.key };
      const { event, data } = await mapMessage(message, this.#about);
      const handed = this.#handed.get(name);
      if (handed) handed.path = data.media?.path;
      if (this.#emit(event, { ...data, spool: name, upsert: entry.upsert })) return;
      if (this.#emit(event, { ...data, spool: name, text: data.text?.slice(0, longestText), quoted: undefined })) return;
      this.#setAside(name, 'it is too long');
    } catch (error) {
      this.#setAside(name, error?.name);
    }
  }

  // Of a shape that nobody thought of. It would stand in the way of all others for ever.
  #setAside(name, reason) {
    log(`a message could not be told: ${reason}`);
    this.#release(name);
    try {
      this.#spool.setAside(name);
    } catch (failed) {
      log(`it could not be set aside either: ${failed?.code}`);
    }

    this.pump();
  }

  #release(name) {
    const handed = this.#handed.get(name);
    if (!handed) return;
    if (handed.path) fs.rmSync(handed.path, { force: true });
    this.#handed.delete(name);
    this.#turns.done(handed.chat);
  }
}
