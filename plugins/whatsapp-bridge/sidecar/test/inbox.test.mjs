import assert from 'node:assert';
import fs from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bridge, direct, linked, until } from './harness.mjs';

const from = number => ({ key: { remoteJid: `${number}@s.whatsapp.net` } });
const many = (number, count) => Array.from({ length: count }, (_, i) => direct(`${number}-${i}`, `text ${i}`, from(number)));

test('whoever writes much leaves places to the others, also after a restart, and order is kept in each chat', async t => {
  const { root, far, one } = await linked(t);
  await far.say(...many('15550001001', 100), direct('B1', 'me too', from('15550002002')));
  await one.event('message', data => data.text === 'me too');
  await until(() => one.events('message').length >= 5);
  await one.ask('ping');
  assert.equal(one.events('message').length, 5);
  one.child.kill('SIGKILL');
  await one.ended;
  const two = bridge(t, root, far);
  await two.start();
  await until(() => far.sockets.length === 2);
  await far.open();
  await two.event('message', data => data.text === 'me too');
  for (let done = 0; done < 101; ) {
    await until(() => two.events('message').length > done);
    const ids = two.events('message').slice(done).map(data => data.spool);
    done += ids.length;
    await two.ask('taken', { ids });
  }
  assert.deepEqual(two.events('message').filter(data => data.text !== 'me too').map(data => data.text), Array.from({ length: 100 }, (_, i) => `text ${i}`));
});

test('what the disk does not take is kept and told later, and WhatsApp keeps the rest', async t => {
  const { root, far, one } = await linked(t);
  const spool = join(root, 'spool');
  fs.renameSync(spool, `${spool}-away`);
  fs.writeFileSync(spool, '');
  await far.say(direct('A1', 'first'), direct('A2', 'second'));
  const close = await one.event('connection', data => data.state === 'close');
  assert.match(close.reason, /disk/);
  await one.start();
  await one.ask('ping');
  assert.deepEqual([far.sockets.length, one.events('message').length], [1, 0]);
  fs.rmSync(spool);
  fs.renameSync(`${spool}-away`, spool);
  await until(() => far.sockets.length === 2 && one.events('message').length === 2);
  assert.deepEqual(one.events('message').map(data => data.text), ['first', 'second']);
});

for (const [name, hangUp] of [['an orderly end', one => one.child.stdin.end()], ['a stop', one => one.ask('stop')]]) {
  test(`what the library hands over while ${name} is under way is written down`, async t => {
    const { root, far, one } = await linked(t);
    await far.tell({ last: { type: 'notify', messages: [direct('A1', 'just now')] } });
    await far.say(direct('A0', 'before'));
    await one.event('message');
    await hangUp(one);
    await until(() => fs.readdirSync(join(root, 'spool')).filter(file => /^\d/.test(file)).length === 2);
  });
}

test('half a character does not make a line unreadable', async t => {
  const { far, one } = await linked(t);
  const quoted = { stanzaId: 'Q', participant: '1@s.whatsapp.net', quotedMessage: { conversation: `${'x'.repeat(3999)}😀` } };
  await far.say({ ...direct('A1', { extendedTextMessage: { text: 'half \ud83d', contextInfo: quoted } }), pushName: `${'n'.repeat(255)}😀` });
  const data = await one.event('message');
  assert.ok([data.text, data.quoted.text, data.sender.name].every(text => text.isWellFormed()));
  assert.ok(!/\\ud[89a-f]/i.test(one.output));
});

test('a message that no line can hold is cut, or set aside, and holds no place', async t => {
  const { root, far, one } = await linked(t);
  const long = '\u0001'.repeat(300000);
  await far.say({ ...direct('A1', long), pushName: long });
  const cut = await one.event('message');
  assert.deepEqual([cut.text.length, cut.sender.name.length], [100000, 256]);
  await far.say(...Array.from({ length: 6 }, (_, i) => direct(`${i}${long}`, 'x')), direct('A2', 'after'));
  await one.ask('taken', { ids: [cut.spool] });
  await one.event('message', data => data.text === 'after');
  assert.equal(fs.readdirSync(join(root, 'spool')).filter(file => file.endsWith('.aside')).length, 6);
});
