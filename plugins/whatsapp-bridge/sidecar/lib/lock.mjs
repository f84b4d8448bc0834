import fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { BridgeError } from './errors.mjs';

const name = 'bridge.lock';

/** Takes the credentials for this process: two connections with one identity throw each other out. */
export async function takeLock(folder, patienceMs = 8000) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  for (const began = Date.now(); ; await delay(150)) {
    if (tryTake(path)) return () => release(path);
    const holder = holderOf(path);
    if (holder === process.pid) return () => release(path);
    if (!holder || !isBridge(holder)) fs.rmSync(path, { force: true });
    else if (Date.now() - began > patienceMs) throw new BridgeError('LOCKED', `another bridge (process ${holder}) uses these credentials`);
  }
}

function tryTake(path) {
  try {
    fs.writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path) {
  try {
    const pid = Number(fs.readFileSync(path, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

// The number of a process that ended is given to others.
function isBridge(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('wa-bridge');
  } catch {
    return true;
  }
}

function release(path) {
  if (holderOf(path) === process.pid) fs.rmSync(path, { force: true });
}
