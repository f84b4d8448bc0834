import { describe, invalid } from './errors.mjs';

const longest = 1024 * 1024;

/** Reads requests line by line and answers each when it is done; several may be under way. */
export class Requests {
  #operations;
  #write;
  #chunks = [];
  #size = 0;
  #passing = false;

  constructor(operations, write) {
    this.#operations = operations;
    this.#write = write;
  }

  feed(chunk) {
    let start = 0;
    for (let end = chunk.indexOf(10, start); end >= 0; end = chunk.indexOf(10, start)) {
      this.#take(chunk.subarray(start, end));
      const line = Buffer.concat(this.#chunks);
      const whole = !this.#passing;
      [this.#chunks, this.#size, this.#passing] = [[], 0, false];
      if (whole && line.length) void this.#handle(line);
      start = end + 1;
    }
    this.#take(chunk.subarray(start));
  }

  #take(part) {
    this.#size += part.length;
    if (this.#size > longest) [this.#chunks, this.#passing] = [[], true];
    else if (!this.#passing) this.#chunks.push(part);
  }

  async #handle(line) {
    let request;
    try {
      request = JSON.parse(line.toString('utf8'));
    } catch {
      return;
    }
    if (typeof request !== 'object' || request === null || !Number.isSafeInteger(request.id)) return;
    try {
      const operation = Object.hasOwn(this.#operations, request.op) ? this.#operations[request.op] : null;
      if (!operation) throw invalid('unknown op');
      const params = request.params ?? {};
      if (typeof params !== 'object' || Array.isArray(params)) throw invalid('params must be an object');
      const result = await operation(params);
      if (!this.#write({ id: request.id, ok: true, result: result ?? {} })) throw invalid('the answer is too large');
    } catch (error) {
      this.#write({ id: request.id, ok: false, error: describe(error) });
    }
  }
}
