import fs from 'node:fs';
import { resolve, sep } from 'node:path';
import { invalid } from './errors.mjs';
import { bare, isChat, isGroup } from './jids.mjs';
import { download } from './media.mjs';
import { mediaOf, unwrap } from './content.mjs';
import { ownId } from './own-ids.mjs';

const kinds = ['image', 'video', 'audio', 'document', 'sticker'];
const states = ['composing', 'recording', 'paused', 'available', 'unavailable'];

/** The requests of the protocol. */
export function operations(wa, session) {
  const send = async (to, content, { clientId, quoted } = {}) => {
    const sock = session.ready;
    const messageId = ownId(clientId);
    const sent = await sock.sendMessage(to, content, { messageId, quoted: quotedOf(session, quoted) });
    if (!sent?.key?.id) throw new Error('WhatsApp gave no id');
    session.sent.set(sent.key.id, sent.message);
    session.seen.set(sent.key.id, sent);
    return { id: sent.key.id, timestamp: Number(sent.messageTimestamp ?? 0) };
  };

  return {
    start: params => {
      for (const name of ['authDir', 'spoolDir', 'mediaDir']) text(params, name);
      if (params.socketUrl !== undefined && !/^wss?:\/\//.test(params.socketUrl)) throw invalid('socketUrl must begin with ws:// or wss://');
      return session.start(params);
    },
    stop: () => session.close(),
    logout: () => session.logout(),
    pairingCode: async ({ phone }) => {
      if (!/^\d{7,15}$/.test(phone ?? '')) throw invalid('phone must be 7 to 15 digits');
      const code = await session.pairingCode(phone);
      return { code: code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code };
    },
    ping: () => ({ pong: true, idleMs: session.idleMs }),
    taken: ({ ids }) => {
      if (!Array.isArray(ids)) throw invalid('ids must be a list');
      session.inbox?.taken(ids.filter(id => typeof id === 'string'));
    },
    sendText: params => send(chat(params), { text: text(params, 'text'), mentions: mentions(params), linkPreview: null }, params),
    sendMedia: params => send(chat(params), mediaContent(session, params), params),
    react: async ({ key, emoji }) => {
      const { ready: sock } = session;
      const target = keyOf(session, key);
      const sent = await sock.sendMessage(target.remoteJid, { react: { text: typeof emoji === 'string' ? emoji : '', key: target } });
      return { id: sent?.key?.id };
    },
    edit: params => changeOwn(session, params, key => ({ text: text(params, 'text'), edit: key, linkPreview: null })),
    delete: params => changeOwn(session, params, key => ({ delete: key })),
    poll: params => {
      const { options } = params;
      if (!Array.isArray(options) || options.length < 2 || options.length > 12 || options.some(one => typeof one !== 'string')) throw invalid('options must be 2 to 12 texts');
      return send(chat(params), { poll: { name: text(params, 'name'), values: options, selectableCount: Math.min(Math.max(1, params.selectable ?? 1), options.length) } }, params);
    },
    read: async ({ keys }) => {
      const { ready: sock } = session;
      if (!Array.isArray(keys)) throw invalid('keys must be a list');
      await sock.readMessages(keys.slice(0, 100).map(key => keyOf(session, key)));
    },
    presence: async ({ to, state }) => {
      const { ready: sock } = session;
      if (!states.includes(state)) throw invalid(`state must be one of ${states.join(', ')}`);
      await sock.sendPresenceUpdate(state, to === undefined ? undefined : chat({ to }));
    },
    groupInfo: ({ jid }) => {
      if (!isGroup(jid)) throw invalid('jid must be that of a group');
      return session.ready && session.groups.info(jid);
    },
    groups: () => session.ready && session.groups.all(),
    lookup: async ({ phones }) => {
      const { ready: sock } = session;
      if (!Array.isArray(phones) || phones.length > 50 || phones.some(one => !/^\d{5,15}$/.test(one))) throw invalid('phones must be at most 50 numbers of digits');
      const found = (await sock.onWhatsApp(...phones)) ?? [];
      return phones.map(phone => {
        const one = found.find(entry => entry.jid?.startsWith(`${phone}@`));
        return { phone, jid: one?.jid, exists: Boolean(one?.exists) };
      });
    },
    download: async ({ messageId }) => {
      const { ready: sock } = session;
      const message = session.seen.get(messageId);
      const shown = unwrap(message?.message);
      const file = mediaOf(shown);
      if (!file) throw invalid('no file of that message is known any more');
      const found = await download(wa, message, shown, file, { folder: session.mediaDir, most: Infinity, sock, logger: wa.silent });
      if (found.error) throw new Error(found.error);
      return { path: found.path, mime: file.content.mimetype, bytes: found.bytes };
    },
  };
}

async function changeOwn(session, { key }, content) {
  const { ready: sock } = session;
  const own = { ...keyOf(session, key), fromMe: true };
  const sent = await sock.sendMessage(own.remoteJid, content(own));
  return { id: sent?.key?.id };
}

function text(params, name) {
  if (typeof params[name] !== 'string' || !params[name]) throw invalid(`${name} must be a text`);
  return params[name];
}

function chat({ to }) {
  if (typeof to !== 'string' || !isChat(to)) throw invalid('to must be the address of a person or a group');
  return bare(to);
}

function mentions(params) {
  return Array.isArray(params.mentions) ? params.mentions.filter(one => typeof one === 'string').slice(0, 100) : undefined;
}

/** Whose message it is and who wrote it is remembered here; the gateway only names it. */
function keyOf(session, key) {
  if (typeof key?.id !== 'string' || typeof key?.chat !== 'string') throw invalid('key must have id and chat');
  const known = session.seen.get(key.id)?.key;
  if (known) return { id: known.id, remoteJid: known.remoteJid, fromMe: Boolean(known.fromMe), participant: known.participant || undefined };
  if (isGroup(key.chat) && !key.fromMe && !key.participant) throw invalid('that message is not known any more');
  return { id: key.id, remoteJid: bare(key.chat), fromMe: Boolean(key.fromMe), participant: key.participant };
}

// Quoted is only what is at hand: the quote carries the content.
const quotedOf = (session, quoted) => (quoted?.key?.id ? session.seen.get(quoted.key.id) : undefined);

function mediaContent(session, params) {
  const { kind, mime, caption, fileName, ptt, gif } = params;
  if (!kinds.includes(kind)) throw invalid(`kind must be one of ${kinds.join(', ')}`);
  const path = resolve(text(params, 'path'));
  if (!path.startsWith(resolve(session.mediaDir) + sep)) throw invalid('path must lie in mediaDir');
  if (!fs.statSync(path, { throwIfNoEntry: false })?.isFile()) throw invalid('there is no such file');
  return {
    [kind]: { url: path },
    mimetype: kind === 'audio' && ptt ? 'audio/ogg; codecs=opus' : mime,
    caption: typeof caption === 'string' ? caption : undefined,
    mentions: mentions(params),
    ...(kind === 'document' ? { fileName: typeof fileName === 'string' ? fileName : 'file' } : {}),
    ...(ptt ? { ptt: true } : {}),
    ...(gif ? { gifPlayback: true } : {}),
  };
}
