// So many of one chat are under way at one time: whoever writes much, or sends what takes long, leaves places to the others.
const mostOfChat = 4;

/** Whose message is next: those of one chat in order, the chats by turns. */
export class Turns {
  #chats = new Map();

  add(chat, name) {
    const one = this.#chats.get(chat) ?? { waiting: [], underWay: 0 };
    one.waiting.push(name);
    this.#chats.set(chat, one);
  }

  next() {
    for (const [chat, one] of this.#chats) {
      if (one.underWay >= mostOfChat || !one.waiting.length) continue;
      one.underWay++;
      this.#chats.delete(chat);
      this.#chats.set(chat, one);
      return { chat, name: one.waiting.shift() };
    }
    return undefined;
  }

  done(chat) {
    const one = this.#chats.get(chat);
    if (one && --one.underWay === 0 && !one.waiting.length) this.#chats.delete(chat);
  }
}
