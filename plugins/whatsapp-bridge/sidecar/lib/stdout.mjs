// Imported before anything else. Standard output carries the protocol and nothing more: libraries print session objects there, private
// keys included, so whatever is not written by emit() is thrown away.
import fs from 'node:fs';

const write = process.stdout.write.bind(process.stdout);

function swallow(chunk, encoding, done) {
  const callback = typeof encoding === 'function' ? encoding : done;
  if (callback) process.nextTick(callback);
  return true;
}

process.stdout.write = swallow;
for (const name of Object.keys(console)) {
  if (typeof console[name] === 'function') console[name] = () => {};
}

// Loggers that write to the descriptor itself.
const { write: fsWrite, writeSync: fsWriteSync, writev: fsWritev, writevSync: fsWritevSync } = fs;
const length = data => (Array.isArray(data) ? data.reduce((sum, one) => sum + one.byteLength, 0) : Buffer.byteLength(data));
fs.writeSync = (fd, data, ...rest) => (fd === 1 ? length(data) : fsWriteSync(fd, data, ...rest));
fs.writevSync = (fd, data, ...rest) => (fd === 1 ? length(data) : fsWritevSync(fd, data, ...rest));
fs.write = (fd, data, ...rest) => (fd === 1 ? process.nextTick(rest.at(-1), null, length(data), data) : fsWrite(fd, data, ...rest));
fs.writev = (fd, data, ...rest) => (fd === 1 ? process.nextTick(rest.at(-1), null, length(data), data) : fsWritev(fd, data, ...rest));

const longest = 1024 * 1024;

/** Writes one line of the protocol. */
export function writeLine(value) {
  // Half a character, which people can send and a cut can leave, makes a whole line unreadable elsewhere.
  const line = JSON.stringify(value, (key, one) => (typeof one === 'string' ? one.toWellFormed() : one));
  if (Buffer.byteLength(line) >= longest) return false;
  write(line + '\n');
  return true;
}

/** A line for people, which the gateway logs. Never a message's text, never an object of a library. */
export function log(text) {
  process.stderr.write(String(text).replace(/[\r\n]+/g, ' ').slice(0, 1000) + '\n');
}
