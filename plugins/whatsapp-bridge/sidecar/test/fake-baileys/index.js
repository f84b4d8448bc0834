// Stands for the library in tests: no WhatsApp behind it, but a test at the other end of a socket, which has it emit events and sees what
// is asked of it. Like the real one it prints what nobody may see.
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import { Readable } from 'node:stream';

const secret = 'PRIVATE-KEY-MATERIAL';
const leak = () => {
  console.log(secret);
  console.error(secret);
  console.dir({ secret });
  process.stdout.write(`${secret}\n`);
  fs.writeSync(1, `${secret}\n`);
  fs.write(1, `${secret}\n`, () => {});
};
leak();

export const BufferJSON = { replacer: (key, value) => value, reviver: (key, value) => value };
export const initAuthCreds = () => ({ noiseKey: secret });
export const makeCacheableSignalKeyStore = keys => keys;
export const proto = {
  Message: { AppStateSyncKeyData: { fromObject: value => value } },
  WebMessageInfo: {
    encode: message => ({ finish: () => Buffer.from(JSON.stringify(message)) }),
    decode: bytes => JSON.parse(bytes.toString()),
  },
};
// Goes where the message says, unless it is told otherwise, as the real one does.
export const downloadMediaMessage = async (message, type, options) => {
  leak();
  const { url, directPath } = Object.values(message.message)[0];
  const place = directPath ? `https://${options.host ?? new URL(url).host}${directPath}` : url;
  if (new URL(place).host !== 'mmg.whatsapp.net') await fetch(place);
  return Readable.from([Buffer.from('a picture')]);
};

export function makeWASocket(config) {
  leak();
  const ev = new EventEmitter();
  const ws = new EventEmitter();
  const { port } = new URL(config.waWebSocketUrl);
  const far = net.connect(port, '127.0.0.1');
  let number = 0;
  const answers = new Map();
  const ask = (call, ...args) => new Promise((resolve, reject) => {
    answers.set(++number, { resolve, reject });
    far.write(JSON.stringify({ number, call, args }) + '\n');
  });
  const last = [];
  let rest = '';
  far.on('data', data => {
    rest += data;
    for (let end; (end = rest.indexOf('\n')) >= 0; rest = rest.slice(end + 1)) {
      const line = JSON.parse(rest.slice(0, end));
      if (line.creds) Object.assign(config.auth.creds, line.creds), ev.emit('creds.update', line.creds);
      else if (line.last) last.push(line.last);
      else if (line.close) ev.emit('connection.update', { connection: 'close', lastDisconnect: { error: Object.assign(new Error(line.close.reason), { output: { statusCode: line.close.status } }) } });
      else if (line.emit) leak(), ws.emit('frame'), ev.emit(line.emit, line.data);
      else if (line.error) answers.get(line.number).reject(Object.assign(new Error(line.error), { output: { statusCode: line.status } }));
      else answers.get(line.number).resolve(line.result);
    }
  });
  far.on('error', error => ev.emit('connection.update', { connection: 'close', lastDisconnect: { error: Object.assign(error, { output: { statusCode: 408 } }) } }));
  process.nextTick(() => ev.emit('connection.update', { connection: 'connecting' }));
  return {
    ev,
    ws,
    signalRepository: { lidMapping: { getPNForLID: async lid => (lid === '777@lid' ? '15550001001@s.whatsapp.net' : null) } },
    // What it was about to hand over comes after it was hung up; WhatsApp believes it received.
    end: error => {
      far.destroy();
      setTimeout(() => last.forEach(one => ev.emit('messages.upsert', one)), 20);
      ev.emit('connection.update', { connection: 'close', lastDisconnect: { error: error && Object.assign(error, { output: { statusCode: 428 } }) } });
    },
    logout: () => ask('logout').finally(() => far.destroy()),
    requestPairingCode: phone => ask('requestPairingCode', phone),
    sendMessage: async (to, content, options) => {
      const result = await ask('sendMessage', to, content, { messageId: options?.messageId, quoted: options?.quoted?.key?.id });
      return { key: { id: options?.messageId ?? 'X', remoteJid: to, fromMe: true }, message: { conversation: content.text }, ...result };
    },
    readMessages: keys => ask('readMessages', keys),
    sendPresenceUpdate: (...args) => ask('sendPresenceUpdate', ...args),
    groupMetadata: jid => ask('groupMetadata', jid),
    groupFetchAllParticipating: () => ask('groupFetchAllParticipating'),
    onWhatsApp: (...phones) => ask('onWhatsApp', ...phones),
  };
}
