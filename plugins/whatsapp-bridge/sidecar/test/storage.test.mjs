import assert from 'node:assert';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clearAuth, loadAuth } from '../lib/auth.mjs';
import { Bounded } from '../lib/bounded.mjs';
import { takeLock } from '../lib/lock.mjs';
import { Spool } from '../lib/spool.mjs';
import { folder } from './harness.mjs';

const wa = {
  BufferJSON: { replacer: (key, value) => value, reviver: (key, value) => value },
  initAuthCreds: () => ({ fresh: true }),
  proto: { Message: { AppStateSyncKeyData: { fromObject: value => ({ ...value, made: true }) } } },
};

test('credentials are written whole, readable by their owner alone, and the last good ones are kept', async t => {
  const home = join(folder(t), 'auth');
  process.umask(0o077);
  const auth = await loadAuth(wa, home);
  assert.ok(auth.creds.fresh && !auth.isLinked());
  Object.assign(auth.creds, { me: { id: '1@s.whatsapp.net' } });
  await auth.saveCreds();
  auth.creds.count = 1;
  await Promise.all([auth.saveCreds(), auth.saveCreds(), auth.keys.set({ session: { 'a:1/b': { x: 1 } } })]);
  assert.deepEqual(fs.readdirSync(home).sort(), ['creds.json', 'creds.json.bak', 'session-a-1__b.json']);
  for (const name of fs.readdirSync(home)) assert.equal(fs.statSync(join(home, name)).mode & 0o777, 0o600);
  assert.equal(fs.statSync(home).mode & 0o777, 0o700);
  assert.deepEqual(await auth.keys.get('session', ['a:1/b', 'none']), { 'a:1/b': { x: 1 }, none: null });
  await auth.keys.set({ session: { 'a:1/b': null } });
  assert.deepEqual(await auth.keys.get('session', ['a:1/b']), { 'a:1/b': null });
});

test('credentials that are broken or missing come from the kept ones', async t => {
  for (const spoil of [path => fs.rmSync(path), path => fs.writeFileSync(path, '{"me":'), path => fs.writeFileSync(path, '')]) {
    const home = join(folder(t), 'auth');
    const first = await loadAuth(wa, home);
    first.creds.me = { id: '1@s.whatsapp.net' };
    await first.saveCreds();
    await first.saveCreds();
    spoil(join(home, 'creds.json'));
    assert.ok((await loadAuth(wa, home)).isLinked());
    assert.ok(JSON.parse(fs.readFileSync(join(home, 'creds.json'), 'utf8')).me);
  }
});

test('broken credentials never replace the kept ones', async t => {
  const home = join(folder(t), 'auth');
  const auth = await loadAuth(wa, home);
  auth.creds.me = { id: '1@s.whatsapp.net' };
  await auth.saveCreds();
  await auth.saveCreds();
  fs.writeFileSync(join(home, 'creds.json'), 'half');
  await auth.saveCreds();
  assert.ok(JSON.parse(fs.readFileSync(join(home, 'creds.json.bak'), 'utf8')).me);
});

test('an account that is forgotten leaves nothing but what is not ours', async t => {
  const home = join(folder(t), 'auth');
  const auth = await loadAuth(wa, home);
  await auth.saveCreds();
  fs.writeFileSync(join(home, 'notes.txt'), 'mine');
  await clearAuth(home);
  assert.deepEqual(fs.readdirSync(home), ['notes.txt']);
});

test('the spool keeps order over a restart, and forgets what was taken', t => {
  const home = join(folder(t), 'spool');
  const first = new Spool(home);
  const names = [1, 2, 3].map(number => first.put({ number }));
  fs.writeFileSync(join(home, `${names[0]}.9-9.tmp`), 'half');
  const second = new Spool(home);
  assert.deepEqual(second.names.map(name => second.read(name).number), [1, 2, 3]);
  assert.ok(second.take(names[1]) && !second.take(names[1]) && !second.take('../../etc/passwd'));
  assert.deepEqual(new Spool(home).names, [names[0], names[2]]);
  second.lastContact = 5;
  assert.equal(new Spool(home).lastContact, 5);
  assert.ok(!fs.readdirSync(home).some(name => name.endsWith('.tmp')));
});

test('credentials belong to one process, and those of a dead one to whoever comes', async t => {
  const home = folder(t);
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'wa-bridge'], { stdio: 'ignore' });
  t.after(() => other.kill('SIGKILL'));
  fs.writeFileSync(join(home, 'bridge.lock'), String(other.pid));
  await assert.rejects(takeLock(home, 200), { code: 'LOCKED' });
  other.kill('SIGKILL');
  await new Promise(resolve => other.on('exit', resolve));
  const release = await takeLock(home, 200);
  assert.equal(fs.readFileSync(join(home, 'bridge.lock'), 'utf8'), String(process.pid));
  release();
  assert.ok(!fs.existsSync(join(home, 'bridge.lock')));
  fs.writeFileSync(join(home, 'bridge.lock'), '1');
  (await takeLock(home, 200))();
});

test('what is remembered is bounded', () => {
  const map = new Bounded(2);
  for (const key of ['a', 'b', 'c']) map.set(key, key);
  assert.deepEqual([map.get('a'), map.get('c'), map.size], [undefined, 'c', 2]);
  const old = new Bounded(2, -1);
  old.set('a', 1);
  assert.equal(old.get('a'), undefined);
});
