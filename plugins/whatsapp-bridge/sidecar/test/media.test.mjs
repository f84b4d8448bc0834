import assert from 'node:assert';
import fs from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { test } from 'node:test';
import { guarded, isPath, within } from '../lib/fetching.mjs';
import { download } from '../lib/media.mjs';
import { direct, folder, linked } from './harness.mjs';

const file = more => ({ name: 'imageMessage', kind: 'image', content: { mimetype: 'image/png', directPath: '/v/x', ...more } });
const message = chat => direct('A1', 'x', { key: { remoteJid: chat } });

test('CH-21: a file is fetched from WhatsApp and from nowhere else, whatever the message says', async t => {
  let visits = 0;
  const inside = http.createServer((request, response) => response.end(String(++visits)));
  await new Promise(resolve => inside.listen(0, '127.0.0.1', resolve));
  t.after(() => inside.close());
  const place = `127.0.0.1:${inside.address().port}`;
  const { root, far, one } = await linked(t);
  fs.mkdirSync(join(root, 'media'));
  await far.say(
    direct('A1', { imageMessage: { url: `http://${place}/x` } }),
    direct('A2', { imageMessage: { url: `http://${place}/x`, directPath: '' } }),
    direct('A3', { imageMessage: { url: `https://${place}/x`, directPath: `@${place}/x` } }),
    direct('A4', { imageMessage: { url: `https://${place}/x`, directPath: '/v/x' }, stickerMessage: { url: `http://${place}/x` } }),
  );
  const told = id => one.event('message', data => data.key.id === id);
  for (const id of ['A1', 'A2', 'A3']) assert.deepEqual((await told(id)).media.error, 'it is not with WhatsApp');
  assert.ok((await told('A4')).media.path);
  assert.equal(visits, 0);
  assert.ok(!one.output.includes(place));
});

test('CH-21: nothing that could lead to another host is a path', () => {
  for (const path of ['/v/t62.7118-24/1_2.enc?ccb=11-4&oh=x&_nc_sid=5e03e0', '/x']) assert.ok(isPath(path), path);
  for (const path of [undefined, null, '', 5, 'x', '@127.0.0.1/', '.evil.example/', ':8080/', '//evil.example/', '/\\evil.example', '/a b', '/a\n', '/ä']) assert.ok(!isPath(path), String(path));
});

test('CH-21: what WhatsApp sends on to another host is not fetched there', async () => {
  const asked = [];
  const answers = [['https://mmg-fna.whatsapp.net/y', 302], ['http://127.0.0.1:8080/', 302]];
  const fetch = guarded(async url => {
    asked.push(url);
    const [location, status] = answers.shift();
    return new Response(null, { status, headers: { location } });
  });
  await assert.rejects(within(new AbortController(), () => fetch('https://mmg.whatsapp.net/x')), /not with WhatsApp/);
  assert.deepEqual(asked, ['https://mmg.whatsapp.net/x', 'https://mmg-fna.whatsapp.net/y']);
});

test('a file that breaks off in the middle is told so, and ends nothing else', async t => {
  const fetch = guarded(async () => new Response(new ReadableStream({
    start: controller => {
      controller.enqueue(new Uint8Array(9));
      setTimeout(() => controller.error(new Error('reset')), 20);
    },
  })));
  const wa = { downloadMediaMessage: async one => (await fetch(one.message.imageMessage.url)).body.pipe(new PassThrough()) };
  const told = await download(wa, message('1@s.whatsapp.net'), file(), { folder: folder(t), most: 1e6 });
  assert.deepEqual(told, { error: 'it could not be fetched' });
});

test('a text of the library, which names addresses, does not reach the chat', async t => {
  const wa = { downloadMediaMessage: async () => Promise.reject(Object.assign(new Error('Failed to fetch stream from https://mmg.whatsapp.net/v/x'), { output: { statusCode: 403 } })) };
  assert.deepEqual(await download(wa, message('2@s.whatsapp.net'), file(), { folder: folder(t), most: 1e6 }), { error: 'it could not be fetched (403)' });
});

test('after one file that does not come in time, nobody waits for the others of its chat, and the fetch is ended', async t => {
  const signals = [];
  const fetch = guarded((url, { signal }) => new Promise((resolve, reject) => {
    signals.push(signal);
    signal.addEventListener('abort', () => reject(signal.reason));
  }));
  const wa = { downloadMediaMessage: one => fetch(one.message.imageMessage.url) };
  const options = { folder: folder(t), most: 1e6, patience: 30 };
  for (let i = 0; i < 5; i++) assert.equal((await download(wa, message('3@s.whatsapp.net'), file(), options)).error, 'it did not come in time');
  assert.equal(signals.length, 1);
  assert.ok(signals[0].aborted);
  const quick = { downloadMediaMessage: async () => Readable.from([Buffer.from('a picture')]) };
  assert.equal((await download(quick, message('4@s.whatsapp.net'), file(), options)).bytes, 9);
});
