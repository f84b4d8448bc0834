import assert from 'node:assert';
import fs from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bridge, direct, farEnd, folder, linked, until } from './harness.mjs';

test('nothing but the protocol reaches standard output, whatever libraries print', async t => {
  const { far, one } = await linked(t);
  await far.say(direct('A1', { imageMessage: { mimetype: 'image/jpeg', caption: 'look', directPath: '/v/x' } }));
  await one.event('message');
  assert.ok(one.lines.every(line => line.event || line.id));
  assert.doesNotMatch(one.output + one.errors, /PRIVATE-KEY/);
});

test('linking: a code to scan, credentials on disk before the connection ends, and open the second time', async t => {
  const [root, far] = [folder(t), await farEnd(t)];
  const one = bridge(t, root, far);
  assert.deepEqual({ ...(await one.event('hello')), pid: 0 }, { protocol: 1, node: process.version, baileys: '0.0.0-fake', pid: 0 });
  assert.equal((await one.start()).result.generation, 1);
  await far.tell({ emit: 'connection.update', data: { qr: 'scan me' } });
  assert.deepEqual(await one.event('qr'), { qr: 'scan me', generation: 1 });
  far.answers.requestPairingCode = 'ABCD2345';
  assert.equal((await one.ask('pairingCode', { phone: '15550009999' })).result.code, 'ABCD-2345');
  assert.equal((await one.ask('sendText', { to: '1@s.whatsapp.net', text: 'x' })).error.code, 'NOT_LINKED');
  await far.link();
  await far.tell({ close: { status: 515, reason: 'restart required' } });
  const close = await one.event('connection', data => data.state === 'close');
  assert.ok(close.restartRequired && JSON.parse(fs.readFileSync(join(root, 'auth', 'creds.json'), 'utf8')).me.id);
  assert.equal((await one.event('creds')).linked, true);
  assert.equal((await one.start()).result.generation, 2);
  await until(() => far.sockets.length === 2);
  await far.open();
  assert.equal((await one.event('connection', data => data.state === 'open')).me.name, 'Claw');
});

test('a message is on disk before it is told, and told again until it is taken', async t => {
  const { root, far, one } = await linked(t);
  await far.say(direct('A1', 'first'), direct('A2', 'second'), direct('A3', 'third', { key: { remoteJid: '15550002002@s.whatsapp.net' } }));
  await until(() => one.events('message').length === 3);
  const [first] = one.events('message');
  assert.ok(fs.existsSync(join(root, 'spool', first.spool)));
  await one.ask('taken', { ids: [first.spool] });
  one.child.kill('SIGKILL');
  await one.ended;
  const two = bridge(t, root, far);
  await two.start();
  await until(() => far.sockets.length === 2);
  await far.open();
  await until(() => two.events('message').length === 2);
  assert.deepEqual(two.events('message').map(message => message.text), ['second', 'third']);
  await two.ask('taken', { ids: two.events('message').map(message => message.spool) });
  assert.deepEqual(fs.readdirSync(join(root, 'spool')).filter(name => name !== 'last-contact'), []);
});

test('no more than a window is told at once', async t => {
  const { far, one } = await linked(t);
  const chat = number => ({ key: { remoteJid: `1555000${1000 + (number % 20)}@s.whatsapp.net` } });
  await far.say(...Array.from({ length: 100 }, (_, number) => direct(`A${number}`, `text ${number}`, chat(number))));
  await until(() => one.events('message').length === 64);
  await one.ask('ping');
  assert.equal(one.events('message').length, 64);
  await one.ask('taken', { ids: one.events('message').map(message => message.spool) });
  await until(() => one.events('message').length === 100);
  assert.equal(new Set(one.events('message').map(message => message.text)).size, 100);
});

test('a file is fetched under a name of ours and goes when its message was taken', async t => {
  const { root, far, one } = await linked(t);
  fs.mkdirSync(join(root, 'media'), { recursive: true });
  await far.say(direct('A1', { documentMessage: { mimetype: 'application/pdf', fileName: '../../x', fileLength: 9, directPath: '/v/x' } }), direct('A2', { imageMessage: { fileLength: 2e6 } }));
  await until(() => one.events('message').length === 2);
  const [document, picture] = one.events('message').sort((a, b) => a.key.id.localeCompare(b.key.id));
  assert.equal(fs.readFileSync(document.media.path, 'utf8'), 'a picture');
  assert.match(document.media.path, /media\/in-[0-9a-f]{32}\.pdf$/);
  assert.match(picture.media.error, /larger/);
  await one.ask('taken', { ids: [document.spool] });
  assert.ok(!fs.existsSync(document.media.path));
});

test('what was written while we were away is told, older things are not', async t => {
  const { far, one } = await linked(t);
  const old = { ...direct('OLD', 'old'), messageTimestamp: Math.floor(Date.now() / 1000) - 3600 };
  await far.tell({ emit: 'messages.upsert', data: { type: 'append', messages: [old, direct('NEW', 'new')] } });
  await far.say(direct('LAST', 'last'));
  await until(() => one.events('message').length === 2);
  assert.deepEqual(one.events('message').map(message => message.key.id), ['NEW', 'LAST']);
});

test('requests reach the library, and a message of ours is known when it comes back', async t => {
  const { root, far, one } = await linked(t);
  await far.say(direct('A1', 'question', { key: { remoteJid: '1203@g.us', participant: '15550001001@s.whatsapp.net' } }));
  far.answers.groupMetadata = { id: '1203@g.us', subject: 'Team', participants: [{ id: '1@lid', phoneNumber: '15550001001@s.whatsapp.net' }] };
  await one.event('message');
  const sent = (await one.ask('sendText', { to: '1203@g.us', text: 'answer', clientId: 'k', quoted: { key: { id: 'A1', chat: '1203@g.us' } } })).result;
  const call = far.calls.find(entry => entry.call === 'sendMessage');
  assert.deepEqual([call.args[0], call.args[1].text, call.args[1].linkPreview, call.args[2]], ['1203@g.us', 'answer', null, { messageId: sent.id, quoted: 'A1' }]);
  await one.ask('react', { key: { id: 'A1', chat: '1203@g.us' }, emoji: '👀' });
  assert.equal(far.calls.at(-1).args[1].react.key.participant, '15550001001@s.whatsapp.net');
  await one.ask('edit', { key: { id: sent.id, chat: '1203@g.us' }, text: 'better' });
  assert.equal(far.calls.at(-1).args[1].edit.fromMe, true);
  await one.ask('read', { keys: [{ id: 'A1', chat: '1203@g.us' }] });
  assert.equal(far.calls.at(-1).args[0][0].participant, '15550001001@s.whatsapp.net');
  await one.ask('presence', { to: '1203@g.us', state: 'composing' });
  assert.deepEqual(far.calls.at(-1).args, ['composing', '1203@g.us']);
  fs.mkdirSync(join(root, 'media'), { recursive: true });
  fs.writeFileSync(join(root, 'media', 'out-1'), 'bytes');
  await one.ask('sendMedia', { to: '1203@g.us', kind: 'image', path: join(root, 'media', 'out-1'), mime: 'image/png', caption: 'see' });
  assert.equal(far.calls.at(-1).args[1].image.url, join(root, 'media', 'out-1'));
  assert.deepEqual((await one.ask('groupInfo', { jid: '1203@g.us' })).result.participants[0], { jid: '1@lid', lid: '1@lid', phone: '15550001001' });
});

test('what cannot be done says why, with a word that tells whether it was done', async t => {
  const { root, far, one } = await linked(t);
  const code = async (op, params) => (await one.ask(op, params)).error.code;
  for (const [op, params] of [
    ['nonsense', {}], ['constructor', {}], ['sendText', { to: 'x', text: 'x' }], ['sendText', { to: '1@s.whatsapp.net' }], ['sendText', []],
    ['sendMedia', { to: '1@s.whatsapp.net', kind: 'image', path: '/etc/passwd', mime: 'x' }], ['sendMedia', { to: '1@s.whatsapp.net', kind: 'image', path: join(root, 'media', '..', 'auth', 'creds.json'), mime: 'x' }],
    ['poll', { to: '1@s.whatsapp.net', name: 'x', options: ['one'] }], ['react', { key: { id: 'unknown', chat: '1203@g.us' } }], ['start', { authDir: 5 }], ['lookup', { phones: ['x'] }],
  ]) assert.equal(await code(op, params), 'INVALID_REQUEST', `${op} ${JSON.stringify(params)}`);
  for (const [status, expected] of [[408, 'UNKNOWN'], [500, 'UNKNOWN'], [undefined, 'UNKNOWN'], [428, 'UNAVAILABLE'], [429, 'UNAVAILABLE'], [400, 'INVALID_REQUEST']]) {
    far.answers.sendMessage = { error: 'failed', status };
    assert.equal(await code('sendText', { to: '1@s.whatsapp.net', text: 'x' }), expected);
  }
  await far.tell({ close: { status: 408, reason: 'lost' } });
  await one.event('connection', data => data.state === 'close');
  assert.equal(await code('sendText', { to: '1@s.whatsapp.net', text: 'x' }), 'UNAVAILABLE');
});

test('lines that are no requests are passed over, and those that are too long', async t => {
  const [root, far] = [folder(t), await farEnd(t)];
  const one = bridge(t, root, far);
  await one.event('hello');
  one.child.stdin.write('nonsense\n{"id":"x"}\n[]\nnull\n\n');
  one.child.stdin.write('x'.repeat(3 * 1024 * 1024) + '\n');
  assert.ok((await one.ask('ping')).result.pong);
});

test('it ends in order when its input does, and gives the credentials back', async t => {
  const { root, one } = await linked(t);
  assert.ok(fs.existsSync(join(root, 'auth', 'bridge.lock')));
  one.child.stdin.end();
  assert.deepEqual(await one.ended, { code: 0, signal: null });
  assert.ok(!fs.existsSync(join(root, 'auth', 'bridge.lock')));
});

test('a logout tells WhatsApp and forgets the account', async t => {
  const { root, far, one } = await linked(t);
  assert.ok((await one.ask('logout')).ok);
  assert.ok((await one.event('connection', data => data.state === 'close')).loggedOut);
  assert.ok(far.calls.some(entry => entry.call === 'logout'));
  assert.deepEqual(fs.readdirSync(join(root, 'auth')), ['bridge.lock']);
});

test('without the packages it says so and ends', async t => {
  const one = bridge(t, join(folder(t), 'nowhere'), { url: '' });
  assert.equal((await one.ended).code, 1);
  assert.match(one.events('fatal')[0].message, /packages of the bridge cannot be loaded/);
});
