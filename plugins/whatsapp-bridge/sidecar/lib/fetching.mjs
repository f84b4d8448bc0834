import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';

/** Where the files of messages are. The library would go wherever a message says, and whoever writes to the account writes that. */
export const mediaHost = 'mmg.whatsapp.net';

const mostHops = 3;
const downloads = new AsyncLocalStorage();

/** Runs the download of a file: what it fetches comes from WhatsApp, wherever it is sent on to, and ends when the controller says so. */
export const within = (ending, work) => downloads.run(ending, work);

/** The path of a file on WhatsApp's own host; everything that could lead to another one is refused. */
export const isPath = path => typeof path === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(path);

export function guarded(fetch) {
  return async (input, init) => {
    const ending = downloads.getStore();
    if (!ending) return fetch(input, init);
    let url = new URL(String(input?.url ?? input));
    for (let hop = 0; hop <= mostHops; hop++) {
      if (url.protocol !== 'https:' || url.port || !/^([a-z0-9-]+\.)+whatsapp\.net$/.test(url.hostname)) throw new Error('the file is not with WhatsApp');
      const response = await fetch(url.href, { ...init, redirect: 'manual', signal: ending.signal });
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (!next) return kept(response, ending);
      await response.body?.cancel();
      url = new URL(next, url);
    }
    throw new Error('the file is sent from one place to another');
  };
}

// The library pipes it on and does not listen: when it broke off in the middle nobody would end what waits for the rest, and the error
// would be one that ends the process.
function kept(response, ending) {
  if (!response.ok || !response.body) return response;
  const body = Readable.fromWeb(response.body);
  body.on('error', error => ending.abort(error));
  return { ok: true, status: response.status, headers: response.headers, body };
}

globalThis.fetch = guarded(globalThis.fetch);
