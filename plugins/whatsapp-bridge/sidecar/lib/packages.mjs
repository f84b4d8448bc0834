import fs from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const quiet = { level: 'silent', child: () => quiet, trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} };

/** The library, from the folder that it was installed into. */
export async function loadPackages(folder) {
  const home = join(folder, 'node_modules', 'baileys');
  const { version, main } = JSON.parse(fs.readFileSync(join(home, 'package.json'), 'utf8'));
  const library = await import(pathToFileURL(join(home, main ?? 'lib/index.js')).href);
  // Its own logger writes to standard output as well.
  const logger = join(home, 'lib', 'Utils', 'logger.js');
  if (fs.existsSync(logger)) (await import(pathToFileURL(logger).href)).default.level = 'silent';
  return { ...library, makeWASocket: library.makeWASocket ?? library.default, silent: quiet, version };
}
