import fs from 'node:fs';
import { join } from 'node:path';
import { replaceNow } from './files.mjs';

const form = /^[0-9]{15}-[0-9]{6}$/;
const stamp = 'last-contact';
const aside = '.aside';
const mostAside = 99;

/** What was received and not yet taken by the gateway, a file each. Written before anything else is done with a message. */
export class Spool {
  #folder;
  #number = 0;
  #names;

  constructor(folder) {
    this.#folder = folder;
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = fs.readdirSync(folder);
    for (const name of found.filter(name => name.endsWith('.tmp'))) fs.rmSync(join(folder, name), { force: true });
    this.#names = new Set(found.filter(name => form.test(name)).sort());
  }

  get size() {
    return this.#names.size;
  }

  /** In the order they came. */
  get names() {
    return [...this.#names];
  }

  put(entry) {
    let name;
    do {
      name = `${String(Date.now()).padStart(15, '0')}-${String(this.#number++ % 1000000).padStart(6, '0')}`;
    } while (this.#names.has(name));
    replaceNow(join(this.#folder, name), JSON.stringify(entry));
    this.#names.add(name);
    return name;
  }

  read(name) {
    try {
      return JSON.parse(fs.readFileSync(join(this.#folder, name), 'utf8'));
    } catch {
      return null;
    }
  }

  take(name) {
    if (!this.#names.delete(name)) return false;
    fs.rmSync(join(this.#folder, name), { force: true });
    return true;
  }

  /** Keeps it for whoever looks into it, and is not asked for it again. */
  setAside(name) {
    if (!this.#names.delete(name)) return;
    for (const old of fs.readdirSync(this.#folder).filter(one => one.endsWith(aside)).sort().slice(0, -mostAside)) fs.rmSync(join(this.#folder, old), { force: true });
    fs.renameSync(join(this.#folder, name), join(this.#folder, name + aside));
  }

  /** When WhatsApp was last heard, before this process too. */
  get lastContact() {
    try {
      return Number(fs.readFileSync(join(this.#folder, stamp), 'utf8')) || 0;
    } catch {
      return 0;
    }
  }

  set lastContact(moment) {
    replaceNow(join(this.#folder, stamp), String(moment));
  }
}
