import assert from 'node:assert';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const here = import.meta.dirname;

/** A folder of a test's own, with the stand-in for the library. */
export function folder(t) {
  const root = fs.mkdtempSync(join(os.tmpdir(), 'wa-bridge-'));
  t.after(() => fs.rmSync(root, { recursive: true, force: true }));
  fs.cpSync(join(here, 'fake-baileys'), join(root, 'node_modules', 'baileys'), { recursive: true });
  return root;
}

/** The other end of the stand-in's socket. */
export async function farEnd(t) {
  const far = { calls: [], answers: {}, sockets: [] };
  const server = net.createServer(socket => {
    far.sockets.push(socket);
    socket.on('error', () => {});
    let rest = '';
    socket.on('data', data => {
      rest += data;
      for (let end; (end = rest.indexOf('\n')) >= 0; rest = rest.slice(end + 1)) {
        const { number, call, args } = JSON.parse(rest.slice(0, end));
        far.calls.push({ call, args });
        const answer = far.answers[call];
        if (answer !== 'silence') socket.write(JSON.stringify(answer?.error ? { number, ...answer } : { number, result: answer ?? null }) + '\n');
      }
    });
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    far.sockets.forEach(socket => socket.destroy());
    server.close();
  });
  far.url = `ws://127.0.0.1:${server.address().port}`;
  far.tell = async line => {
    await until(() => far.sockets.length > 0);
    far.sockets.at(-1).write(JSON.stringify(line) + '\n');
  };
  far.open = () => far.tell({ emit: 'connection.update', data: { connection: 'open' } });
  far.link = () => far.tell({ creds: { me: { id: '15550009999:3@s.whatsapp.net', lid: '999:3@lid', name: 'Claw' } } });
  far.say = (...messages) => far.tell({ emit: 'messages.upsert', data: { type: 'notify', messages } });
  return far;
}

/** The bridge as a process, with everything it writes kept. */
export function bridge(t, root, far) {
  const child = spawn(process.execPath, [join(here, '..', 'wa-bridge.mjs'), '--packages', root], { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
  const self = { child, lines: [], errors: '', output: '' };
  let number = 0;
  let rest = '';
  child.stdout.on('data', data => {
    self.output += data;
    rest += data;
    for (let end; (end = rest.indexOf('\n')) >= 0; rest = rest.slice(end + 1)) self.lines.push(JSON.parse(rest.slice(0, end)));
  });
  child.stderr.on('data', data => (self.errors += data));
  child.stdin.on('error', () => {});
  self.ended = new Promise(resolve => child.on('exit', (code, signal) => resolve({ code, signal })));
  t.after(() => child.kill('SIGKILL'));
  self.event = (name, matches = () => true) => until(() => self.lines.find(line => line.event === name && matches(line.data))?.data, () => `${name}\n${self.output}\n${self.errors}`);
  self.events = name => self.lines.filter(line => line.event === name).map(line => line.data);
  self.ask = async (op, params = {}) => {
    const id = ++number;
    child.stdin.write(JSON.stringify({ id, op, params }) + '\n');
    return until(() => self.lines.find(line => line.id === id), () => `${op}\n${self.output}\n${self.errors}`);
  };
  self.start = () => self.ask('start', {
    authDir: join(root, 'auth'), spoolDir: join(root, 'spool'), mediaDir: join(root, 'media'), maxMediaBytes: 1e6, browser: ['openclaw', 'cli', '1'], socketUrl: far.url,
  });
  return self;
}

/** A bridge whose account is linked and connected. */
export async function linked(t) {
  const [root, far] = [folder(t), await farEnd(t)];
  fs.mkdirSync(join(root, 'auth'), { recursive: true });
  fs.writeFileSync(join(root, 'auth', 'creds.json'), JSON.stringify({ me: { id: '15550009999:3@s.whatsapp.net', lid: '999:3@lid' } }));
  const one = bridge(t, root, far);
  await one.start();
  await far.open();
  await one.event('connection', data => data.state === 'open');
  return { root, far, one };
}

export async function until(look, what = () => '') {
  for (const began = Date.now(); Date.now() - began < 15000; await delay(10)) {
    const found = look();
    if (found) return found;
  }
  assert.fail(`it did not happen: ${what()}`);
}

export const direct = (id, content, more = {}) => ({
  key: { remoteJid: '15550001001@s.whatsapp.net', id, fromMe: false, ...more.key }, messageTimestamp: Math.floor(Date.now() / 1000), pushName: 'Alice', message: typeof content === 'string' ? { conversation: content } : content,
});
