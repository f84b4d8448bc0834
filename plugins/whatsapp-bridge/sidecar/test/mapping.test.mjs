import assert from 'node:assert';
import { test } from 'node:test';
import { textOf, unwrap } from '../lib/content.mjs';
import { isWanted, mapMessage } from '../lib/mapping.mjs';
import { isOwnId, ownId } from '../lib/own-ids.mjs';
import { direct } from './harness.mjs';

const me = { id: '15550009999:3@s.whatsapp.net', lid: '999:3@lid' };
const about = {
  me,
  phoneOf: async lid => (lid === '777@lid' ? '15550001001@s.whatsapp.net' : undefined),
  group: async jid => ({ jid, subject: 'Team', size: 5 }),
  download: async () => ({ path: '/media/x.jpg', bytes: 9 }),
};
const map = async message => (await mapMessage(message, about)).data;

test('a plain text keeps who, where, when and what', async () => {
  const data = await map(direct('A1', 'hello'));
  assert.deepEqual(data.sender, { jid: '15550001001@s.whatsapp.net', lid: undefined, phone: '15550001001', name: 'Alice' });
  assert.deepEqual([data.key.id, data.key.chat, data.chatType, data.kind, data.text], ['A1', '15550001001@s.whatsapp.net', 'direct', 'text', 'hello']);
});

test('wrappers are taken off, however many', () => {
  const inner = { imageMessage: { caption: 'look' } };
  assert.equal(textOf(unwrap({ ephemeralMessage: { message: { viewOnceMessageV2: { message: inner } } } })), 'look');
  assert.equal(textOf(unwrap({ documentWithCaptionMessage: { message: { documentMessage: { caption: 'read' } } } })), 'read');
  let deep = inner;
  for (let i = 0; i < 50; i++) deep = { ephemeralMessage: { message: deep } };
  assert.equal(textOf(unwrap(deep)), '');
});

test('what has no text of its own is put in words', () => {
  assert.equal(textOf({ locationMessage: { degreesLatitude: 1.5, degreesLongitude: 2, name: 'Cafe' } }), '[location: Cafe, 1.5, 2]');
  assert.equal(textOf({ contactMessage: { displayName: 'Bob', vcard: 'BEGIN:VCARD\nTEL;waid=1:+1 555\nEND:VCARD' } }), '[contact: Bob, +1 555]');
  assert.equal(textOf({ pollCreationMessageV3: { name: 'When?', options: [{ optionName: 'now' }, { optionName: 'later' }] } }), '[poll: When? now / later]');
  assert.equal(textOf({ listResponseMessage: { title: 'One' } }), 'One');
});

test('a hidden address becomes the number that is known for it, by the other address or by the stored one', async () => {
  const alt = await map(direct('A1', 'x', { key: { remoteJid: '888:2@lid', remoteJidAlt: '15550002002@s.whatsapp.net' } }));
  assert.deepEqual([alt.sender.phone, alt.sender.lid, alt.key.chat], ['15550002002', '888@lid', '888@lid']);
  assert.equal((await map(direct('A1', 'x', { key: { remoteJid: '777@lid' } }))).sender.phone, '15550001001');
  assert.equal((await map(direct('A1', 'x', { key: { remoteJid: '666@lid' } }))).sender.phone, undefined);
});

test('in groups the writer is the participant, and the group is named', async () => {
  const data = await map(direct('A1', { extendedTextMessage: { text: '@999 hi', contextInfo: { mentionedJid: ['999:3@lid'] } } }, { key: { remoteJid: '1203-1@g.us', participant: '777:4@lid' } }));
  assert.deepEqual([data.chatType, data.sender.phone, data.key.participant], ['group', '15550001001', '777@lid']);
  assert.deepEqual([data.group, data.mentions], [{ jid: '1203-1@g.us', subject: 'Team', size: 5 }, ['999@lid']]);
});

test('a quote says whose message it is', async () => {
  const quote = (stanzaId, participant) => direct('A2', { extendedTextMessage: { text: 'yes', contextInfo: { stanzaId, participant, quotedMessage: { conversation: 'really?' } } } });
  assert.deepEqual((await map(quote('Q', '999:1@lid'))).quoted, { id: 'Q', sender: '999@lid', phone: undefined, text: 'really?', fromMe: true });
  assert.equal((await map(quote('Q', '15550001001@s.whatsapp.net'))).quoted.fromMe, false);
  assert.equal((await map(quote(ownId('k'), undefined))).quoted.fromMe, true);
});

test('a change names the message that it changes', async () => {
  const data = await map(direct('A3', { protocolMessage: { type: 14, key: { id: 'A1' }, editedMessage: { conversation: 'better' } } }));
  assert.deepEqual([data.key.id, data.edited, data.text], ['A1', true, 'better']);
});

test('a reaction tells whose message it is about, from our side', async () => {
  const react = (key, envelope) => mapMessage(direct('A4', { reactionMessage: { text: '👍', key } }, { key: envelope }), about);
  const mine = await react({ id: ownId('k'), remoteJid: 'x', fromMe: false });
  assert.deepEqual([mine.event, mine.data.emoji, mine.data.target.fromMe], ['reaction', '👍', true]);
  const group = { remoteJid: '1203@g.us', participant: '15550001001@s.whatsapp.net' };
  assert.equal((await react({ id: 'B', participant: '15550002002@s.whatsapp.net' }, group)).data.target.fromMe, false);
  assert.equal((await react({ id: 'B', participant: '999:3@lid' }, group)).data.target.fromMe, true);
  assert.equal((await react({ id: 'B', fromMe: true })).data.target.fromMe, false);
});

test('a file is told with what became of it', async () => {
  const data = await map(direct('A5', { audioMessage: { mimetype: 'audio/ogg; codecs=opus', ptt: true } }));
  assert.deepEqual([data.kind, data.media], ['audio', { mime: 'audio/ogg', fileName: undefined, ptt: true, path: '/media/x.jpg', bytes: 9 }]);
});

test('only what somebody wrote to us is wanted, and what we write to ourselves by hand', () => {
  const wanted = (message, key = {}) => isWanted(direct('A6', message, { key }), me);
  assert.ok(wanted('x'));
  assert.ok(!wanted('x', { fromMe: true }));
  assert.ok(wanted('x', { fromMe: true, remoteJid: '15550009999@s.whatsapp.net' }));
  assert.ok(wanted('x', { fromMe: true, remoteJid: '999@lid' }));
  assert.ok(!wanted('x', { fromMe: true, remoteJid: '999@lid', id: ownId('k') }));
  for (const remoteJid of ['status@broadcast', '123@broadcast', '1@newsletter', '1@call', undefined, 5]) assert.ok(!wanted('x', { remoteJid }));
  for (const empty of [{}, { protocolMessage: { type: 0, key: { id: 'A' } } }, { senderKeyDistributionMessage: {} }, { conversation: '' }]) assert.ok(!wanted(empty));
});

test('ids of ours are known, and the same for the same key', () => {
  assert.equal(ownId('k'), ownId('k'));
  assert.notEqual(ownId(), ownId());
  assert.match(ownId('k'), /^[0-9A-F]{22}$/);
  assert.ok(isOwnId(ownId('k')) && !isOwnId('3EB0FFFF') && !isOwnId(undefined));
});

test('whatever a message looks like, it is told or refused, and nothing hangs', async () => {
  let seed = 7;
  const random = most => (seed = (seed * 48271) % 2147483647) % most;
  const odd = [null, undefined, 0, -1, '', 'x', [], {}, true, { contextInfo: null }, { contextInfo: { stanzaId: 5, mentionedJid: [null] } }];
  for (let i = 0; i < 3000; i++) {
    const message = direct('A7', { extendedTextMessage: { text: 't', contextInfo: { stanzaId: 'S', participant: '1@lid', quotedMessage: { conversation: 'q' }, mentionedJid: ['1@lid'] } } });
    const places = [message, message.key, message.message, message.message.extendedTextMessage, message.message.extendedTextMessage.contextInfo];
    for (let j = 0; j <= random(3); j++) {
      const place = places[random(places.length)];
      const names = Object.keys(place);
      place[names[random(names.length)]] = odd[random(odd.length)];
    }
    try {
      if (isWanted(message, me)) await map(message);
    } catch (error) {
      assert.ok(error instanceof TypeError, error);
    }
  }
});
