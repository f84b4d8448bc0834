import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { short } from './errors.mjs';

const patienceMs = 60000;
const endings = {
  'image/jpeg': '.jpg', 'image/png': '.png', 'image/webp': '.webp', 'image/gif': '.gif', 'video/mp4': '.mp4', 'audio/ogg': '.ogg', 'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a', 'application/pdf': '.pdf', 'text/plain': '.txt',
};

/** Fetches the file of a message into a folder, under a name of ours, no larger than allowed. */
export async function download(wa, message, shown, file, { folder, most, sock, logger }) {
  const told = Number(file.content.fileLength ?? 0);
  if (told > most) return { error: `it is larger than ${Math.floor(most / 1048576)} MB`, bytes: told };
  const mime = file.content.mimetype?.split(';')[0].trim() ?? '';
  const name = createHash('sha256').update(`${message.key.remoteJid}\n${message.key.id}`).digest('hex').slice(0, 32);
  const path = join(folder, `in-${name}${endings[mime] ?? ''}`);
  const reuploadRequest = sock ? one => sock.updateMediaMessage(one) : undefined;
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), patienceMs);
  try {
    const source = await within(wa.downloadMediaMessage({ ...message, message: shown }, 'stream', {}, { logger, reuploadRequest }), ending.signal);
    const limit = new Limit(most);
    await pipeline(source, limit, fs.createWriteStream(path, { mode: 0o600 }), { signal: ending.signal });
    return { path, bytes: limit.bytes };
  } catch (error) {
    fs.rmSync(path, { force: true });
    return { error: ending.signal.aborted ? 'it did not come in time' : short(error?.message) };
  } finally {
    clearTimeout(timer);
  }
}

/** Removes what nobody waits for any more. */
export function sweep(folder, olderThanMs = 24 * 3600 * 1000) {
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    const path = join(folder, name);
    try {
      if (/^(in|out)-/.test(name) && Date.now() - fs.statSync(path).mtimeMs > olderThanMs) fs.rmSync(path, { force: true });
    } catch {
      // Somebody else removed it.
    }
  }
}

function within(work, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true });
    work.then(resolve, reject);
  });
}

class Limit extends Transform {
  bytes = 0;
  #most;

  constructor(most) {
    super();
    this.#most = most;
  }

  _transform(chunk, encoding, done) {
    this.bytes += chunk.length;
    done(this.bytes > this.#most ? new Error(`it is larger than ${Math.floor(this.#most / 1048576)} MB`) : null, chunk);
  }
}
