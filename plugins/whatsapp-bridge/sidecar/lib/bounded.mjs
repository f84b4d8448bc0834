/** A map that forgets its oldest entries, and those that are too old. */
export class Bounded {
  #entries = new Map();
  #most;
  #life;

  constructor(most, lifeMs = Infinity) {
    this.#most = most;
    this.#life = lifeMs;
  }

  get size() {
    return this.#entries.size;
  }

  get(key) {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (Date.now() - entry.at <= this.#life) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, { value, at: Date.now() });
    if (this.#entries.size > this.#most) this.#entries.delete(this.#entries.keys().next().value);
  }

  delete(key) {
    this.#entries.delete(key);
  }
}
