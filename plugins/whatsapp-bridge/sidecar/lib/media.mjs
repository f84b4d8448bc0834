import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Bounded } from './bounded.mjs';
import { isPath, mediaHost, within } from './fetching.mjs';

const patienceMs = 60000;
// Chats whose files came too slowly: for a while nobody waits for those that follow.
const slow = new Bounded(1000, 10 * 60000);
const late = 'it did not come in time';
const elsewhere = 'it is not with WhatsApp';
const endings = {
  'image/jpeg': '.jpg', 'image/png': '.png', 'image/webp': '.webp', 'image/gif': '.gif', 'video/mp4': '.mp4', 'audio/ogg': '.ogg', 'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a', 'application/pdf': '.pdf', 'text/plain': '.txt',
};

/** Fetches the file of a message into a folder, under a name of ours, no larger than allowed. */
export async function download(wa, message, file, { folder, most, sock, logger, patience = patienceMs }) {
  const told = Number(file.content.fileLength ?? 0);
  if (told > most) return { error: new TooLarge(most).message, bytes: told };
  const mime = file.content.mimetype?.split(';')[0].trim() ?? '';
  const name = createHash('sha256').update(`${message.key.remoteJid}\n${message.key.id}`).digest('hex').slice(0, 32);
  const path = join(folder, `in-${name}${endings[mime] ?? ''}`);
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(new Error(late)), patience);
  try {
    if (slow.get(message.key.remoteJid)) throw new Error(late);
    const reuploadRequest = async one => atWhatsApp(await sock.updateMediaMessage(one), file.name);
    const only = atWhatsApp({ ...message, message: { [file.name]: file.content } }, file.name);
    const work = within(ending, () => wa.downloadMediaMessage(only, 'stream', { host: mediaHost }, { logger, reuploadRequest }));
    const source = await orAborted(work, ending.signal);
    const limit = new Limit(most);
    await pipeline(source, limit, fs.createWriteStream(path, { mode: 0o600 }), { signal: ending.signal });
    return { path, bytes: limit.bytes };
  } catch (error) {
    fs.rmSync(path, { force: true });
    const reason = ending.signal.reason ?? error;
    if (ending.signal.aborted && reason.message === late) slow.set(message.key.remoteJid, true);
    return { error: wordsOf(reason) };
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

/** The message with nothing but this file, at WhatsApp's own host: whoever wrote it may have named any other. */
function atWhatsApp(message, name) {
  const content = message.message[name];
  if (!isPath(content?.directPath)) throw new Error(elsewhere);
  return { ...message, message: { [name]: { ...content, url: `https://${mediaHost}${content.directPath}` } } };
}

// Texts of others name addresses, and go to whoever reads the message.
function wordsOf(error) {
  if ([late, elsewhere].includes(error?.message) || error instanceof TooLarge) return error.message;
  const status = error?.output?.statusCode;
  return status === 404 || status === 410 ? 'WhatsApp has it no longer' : `it could not be fetched${Number.isInteger(status) ? ` (${status})` : ''}`;
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

function orAborted(work, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
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
    done(this.bytes > this.#most ? new TooLarge(this.#most) : null, chunk);
  }
}

class TooLarge extends Error {
  constructor(most) {
    super(`it is larger than ${Math.floor(most / 1048576)} MB`);
  }
}
