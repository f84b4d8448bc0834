import { log } from './stdout.mjs';

const most = 1000;
const pauseMs = 2000;

/** What WhatsApp believes to be received and the disk did not take: kept in memory until it does. */
export class Unwritten {
  #entries = [];
  #write;
  #timer;

  constructor(write) {
    this.#write = write;
  }

  get size() {
    return this.#entries.length;
  }

  /** Writes it, or keeps it where that fails. What came before it goes first. */
  put(entry) {
    if (!this.#entries.length && this.#try(entry)) return;
    if (this.#entries.length < most) this.#entries.push(entry);
    else log('a message is lost: the disk takes nothing, and too many wait for it');
    this.#timer ??= setInterval(() => this.flush(), pauseMs);
  }

  flush() {
    while (this.#entries.length && this.#try(this.#entries[0])) this.#entries.shift();
    if (this.#entries.length) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #try(entry) {
    try {
      this.#write(entry);
      return true;
    } catch (error) {
      log(`a message could not be written down: ${error?.code ?? error?.name}`);
      return false;
    }
  }
}
