import fs from 'node:fs/promises';
import { join } from 'node:path';
import { readJson, replace } from './files.mjs';

const credsName = 'creds.json';
const ours = /\.(json|bak|tmp)$/;

/**
 * The credentials and keys of one account, a file each. Files are replaced, never written over, and of the credentials the last good
 * ones are kept.
 */
export async function loadAuth(wa, folder) {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const queues = new Map();
  const pathOf = name => join(folder, name.replace(/\//g, '__').replace(/:/g, '-'));

  const enqueue = (path, work) => {
    const next = (queues.get(path) ?? Promise.resolve()).catch(() => {}).then(work);
    queues.set(path, next);
    next.catch(() => {}).finally(() => queues.get(path) === next && queues.delete(path));
    return next;
  };
  const read = async name => {
    const path = pathOf(name);
    await queues.get(path)?.catch(() => {});
    return readJson(path, wa.BufferJSON.reviver);
  };
  const write = (name, value) => {
    const [path, text] = [pathOf(name), JSON.stringify(value, wa.BufferJSON.replacer)];
    return enqueue(path, () => replace(path, text));
  };
  const remove = name => {
    const path = pathOf(name);
    return enqueue(path, () => fs.rm(path, { force: true }));
  };

  const creds = (await loadCreds(wa, folder)) ?? wa.initAuthCreds();
  const saveCreds = () => {
    const [path, text] = [join(folder, credsName), JSON.stringify(creds, wa.BufferJSON.replacer)];
    return enqueue(path, async () => {
      const known = await fs.readFile(path, 'utf8').catch(() => null);
      if (known !== null && isWhole(known)) await replace(`${path}.bak`, known, { sync: true });
      await replace(path, text, { sync: true });
    });
  };

  return {
    creds,
    saveCreds,
    isLinked: () => Boolean(creds.me?.id),
    /** Waits until everything that was begun is on disk. */
    settled: async () => {
      while (queues.size) await Promise.allSettled([...queues.values()]);
    },
    keys: {
      get: async (type, ids) => {
        const found = {};
        await Promise.all(ids.map(async id => {
          const value = await read(`${type}-${id}.json`);
          found[id] = type === 'app-state-sync-key' && value ? wa.proto.Message.AppStateSyncKeyData.fromObject(value) : value;
        }));
        return found;
      },
      set: async data => {
        const work = [];
        for (const [type, entries] of Object.entries(data)) {
          for (const [id, value] of Object.entries(entries)) {
            work.push(value ? write(`${type}-${id}.json`, value) : remove(`${type}-${id}.json`));
          }
        }
        await Promise.all(work);
      },
    },
  };
}

/** Forgets the account. */
export async function clearAuth(folder) {
  for (const name of await fs.readdir(folder).catch(() => [])) {
    if (ours.test(name)) await fs.rm(join(folder, name), { force: true });
  }
}

async function loadCreds(wa, folder) {
  const path = join(folder, credsName);
  const creds = await readJson(path, wa.BufferJSON.reviver);
  if (creds) return creds;
  const kept = await fs.readFile(`${path}.bak`, 'utf8').catch(() => null);
  if (kept === null || !isWhole(kept)) return null;
  await replace(path, kept, { sync: true });
  return JSON.parse(kept, wa.BufferJSON.reviver);
}

function isWhole(text) {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
