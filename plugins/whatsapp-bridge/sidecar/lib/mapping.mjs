import { contextOf, editOf, kindOf, mediaOf, textOf, unwrap } from './content.mjs';
import { bare, isChat, isGroup, isLid, phoneOf, same } from './jids.mjs';
import { isOwnId } from './own-ids.mjs';

const longestName = 256;
const cut = text => text?.slice(0, longestName) || undefined;

/** Whether anybody may want to hear of a message. Our own do not come back, but those that we write to ourselves by hand do come. */
export function isWanted(message, me) {
  const { key } = message;
  if (!key?.id || !isChat(key.remoteJid)) return false;
  if (key.fromMe && (!isSelf(key, me) || isOwnId(key.id))) return false;
  const content = unwrap(message.message);
  if (!content) return false;
  return Boolean(content.reactionMessage || editOf(content) || mediaOf(content) || textOf(content));
}

export const isSelf = (key, me) => Boolean(key.fromMe) && (same(key.remoteJid, me?.id) || same(key.remoteJid, me?.lid) || same(key.remoteJidAlt, me?.id));

/**
 * What the gateway is told of a message.
 * @param about what is known beside the message: me, phoneOf(lid), group(jid), download(message, media)
 */
export async function mapMessage(message, about) {
  const content = unwrap(message.message);
  const envelope = await envelopeOf(message, about);
  if (content.reactionMessage) {
    const { key, text } = content.reactionMessage;
    return { event: 'reaction', data: { ...envelope, target: targetOf(key, message.key, about.me), emoji: text || null } };
  }
  const edit = editOf(content);
  const shown = edit ? edit.message : content;
  if (edit) {
    envelope.key = { ...envelope.key, id: edit.id };
    envelope.edited = true;
  }
  const context = contextOf(shown);
  return {
    event: 'message',
    data: {
      ...envelope,
      kind: kindOf(shown),
      text: textOf(shown),
      mentions: (context?.mentionedJid ?? []).slice(0, 100).map(bare).filter(jid => jid?.length <= longestName),
      quoted: await quotedOf(context, message.key, about),
      media: await fileOf(message, shown, edit, about),
    },
  };
}

async function envelopeOf(message, about) {
  const { key } = message;
  const self = isSelf(key, about.me);
  const writer = self ? about.me.id : isGroup(key.remoteJid) ? (key.participant ?? message.participant) : key.remoteJid;
  const other = isGroup(key.remoteJid) ? key.participantAlt : key.remoteJidAlt;
  return {
    key: {
      id: key.id,
      chat: bare(key.remoteJid),
      chatAlt: bare(key.remoteJidAlt),
      fromMe: Boolean(key.fromMe),
      participant: bare(key.participant) || undefined,
      participantAlt: bare(key.participantAlt) || undefined,
    },
    chatType: isGroup(key.remoteJid) ? 'group' : 'direct',
    self: self || undefined,
    sender: {
      jid: bare(writer),
      lid: [writer, other].map(bare).find(isLid),
      phone: await numberOf([writer, self ? undefined : other], about),
      name: cut(message.pushName),
    },
    timestamp: Number(message.messageTimestamp ?? 0),
    group: isGroup(key.remoteJid) ? await about.group(key.remoteJid) : undefined,
  };
}

async function numberOf(jids, about) {
  for (const jid of jids) {
    if (phoneOf(jid)) return phoneOf(jid);
  }
  for (const jid of jids.filter(isLid)) {
    const phone = phoneOf(await about.phoneOf(bare(jid)));
    if (phone) return phone;
  }
  return undefined;
}

async function quotedOf(context, key, about) {
  if (!context?.stanzaId) return undefined;
  const writer = context.participant;
  return {
    id: context.stanzaId,
    sender: bare(writer),
    phone: await numberOf([writer], about),
    text: textOf(unwrap(context.quotedMessage)).slice(0, 4000),
    fromMe: isOwnId(context.stanzaId) || same(writer, about.me?.id) || same(writer, about.me?.lid),
  };
}

// The key that a reaction carries is told from its author's side: what is theirs there is ours here.
function targetOf(key, envelope, me) {
  const writer = key.participant ?? (key.fromMe ? envelope.participant : undefined);
  const fromMe = isOwnId(key.id) || (key.participant ? same(key.participant, me?.id) || same(key.participant, me?.lid) : !isGroup(envelope.remoteJid) && !key.fromMe);
  return { id: key.id, chat: bare(envelope.remoteJid), fromMe, participant: fromMe ? undefined : bare(writer) };
}

async function fileOf(message, shown, edit, about) {
  const file = edit ? null : mediaOf(shown);
  if (!file) return undefined;
  const note = { mime: cut(file.content.mimetype?.split(';')[0].trim()), fileName: cut(file.content.fileName), ptt: Boolean(file.content.ptt) };
  return { ...note, ...(await about.download(message, file)) };
}
