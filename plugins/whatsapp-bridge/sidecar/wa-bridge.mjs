import { log, writeLine } from './lib/stdout.mjs';
import { loadPackages } from './lib/packages.mjs';
import { operations } from './lib/operations.mjs';
import { Requests } from './lib/requests.mjs';
import { Session } from './lib/session.mjs';

process.umask(0o077);
const endPatienceMs = 4500;
const emit = (event, data) => writeLine({ event, data });

function fail(what, error) {
  emit('fatal', { message: `${what}: ${error?.code ?? error?.name ?? 'Error'}` });
  log(`${what}: ${error?.message}`);
  process.exit(1);
}

process.on('uncaughtException', error => fail('unexpected', error));
// Requests that nobody waits for any more end so when a connection is lost.
process.on('unhandledRejection', error => log(`a request came to nothing: ${error?.message}`));
process.stdout.on('error', () => process.exit(0));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, end);

const at = process.argv.indexOf('--packages');
const wa = await loadPackages(at > 0 ? process.argv[at + 1] : import.meta.dirname).catch(error => fail('the packages of the bridge cannot be loaded', error));
const session = new Session(wa, emit);
const requests = new Requests(operations(wa, session), writeLine);

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(0), endPatienceMs).unref();
  await session.end().catch(() => {});
  process.exit(0);
}

process.stdin.on('data', chunk => requests.feed(chunk));
process.stdin.on('end', end);
process.stdin.on('error', end);
emit('hello', { protocol: 1, node: process.version, baileys: wa.version, pid: process.pid });
