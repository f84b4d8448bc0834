import fs from 'node:fs/promises';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

let number = 0;
const temporary = path => `${path}.${process.pid}-${number++}.tmp`;

/** Writes a file so that there is the old one or the new one, whenever the power goes. */
export async function replace(path, text, { sync = false } = {}) {
  const next = temporary(path);
  const file = await fs.open(next, 'wx', 0o600);
  try {
    await file.writeFile(text);
    if (sync) await file.sync();
  } finally {
    await file.close();
  }
  await fs.rename(next, path);
}

/** The same at once: nothing else happens in this process before it is done. */
export function replaceNow(path, text) {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const next = temporary(path);
  try {
    const file = openSync(next, 'wx', 0o600);
    try {
      // A full disk may take a part of it.
      for (let rest = Buffer.from(text); rest.length; ) rest = rest.subarray(writeSync(file, rest));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

export async function readJson(path, reviver) {
  try {
    return JSON.parse(await fs.readFile(path, 'utf8'), reviver);
  } catch {
    return null;
  }
}
