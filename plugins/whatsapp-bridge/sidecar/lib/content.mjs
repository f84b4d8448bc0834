// What a message holds, in the words of the protocol. Wrappers are taken off first.

const wrappers = [
  'ephemeralMessage', 'viewOnceMessage', 'viewOnceMessageV2', 'viewOnceMessageV2Extension', 'documentWithCaptionMessage', 'editedMessage',
  'groupMentionedMessage', 'botInvokeMessage', 'lottieStickerMessage', 'associatedChildMessage', 'groupStatusMessage',
];
const media = { imageMessage: 'image', videoMessage: 'video', ptvMessage: 'video', audioMessage: 'audio', documentMessage: 'document', stickerMessage: 'sticker' };
const deepest = 6;

export function unwrap(message) {
  for (let depth = 0; message && depth < deepest; depth++) {
    const wrapper = wrappers.find(name => message[name]?.message);
    if (!wrapper) break;
    message = message[wrapper].message;
  }
  return message ?? undefined;
}

/** The newer content of a message that was changed, and which one that is. */
export function editOf(message) {
  const protocol = message?.protocolMessage;
  return protocol?.editedMessage && protocol.key?.id ? { id: protocol.key.id, message: unwrap(protocol.editedMessage) } : null;
}

export function mediaOf(message) {
  for (const [name, kind] of Object.entries(media)) {
    if (message?.[name]) return { name, kind, content: message[name] };
  }
  return null;
}

export function contextOf(message) {
  for (const value of Object.values(message ?? {})) {
    if (value && typeof value === 'object' && value.contextInfo) return value.contextInfo;
  }
  return undefined;
}

export function textOf(message) {
  if (!message) return '';
  const button = message.buttonsResponseMessage?.selectedDisplayText ?? message.templateButtonReplyMessage?.selectedDisplayText;
  return (
    message.conversation
    || message.extendedTextMessage?.text
    || mediaOf(message)?.content.caption
    || button
    || message.listResponseMessage?.title
    || placeOf(message.locationMessage ?? message.liveLocationMessage)
    || contactsOf(message)
    || pollOf(message.pollCreationMessage ?? message.pollCreationMessageV2 ?? message.pollCreationMessageV3)
    || ''
  );
}

export function kindOf(message) {
  const file = mediaOf(message);
  if (file) return file.kind;
  if (message?.locationMessage || message?.liveLocationMessage) return 'location';
  if (message?.contactMessage || message?.contactsArrayMessage) return 'contact';
  if (message?.pollCreationMessage || message?.pollCreationMessageV2 || message?.pollCreationMessageV3) return 'poll';
  return 'text';
}

function placeOf(place) {
  if (!place) return '';
  const what = [place.name, place.address].filter(Boolean).join(', ');
  return `[location: ${what ? `${what}, ` : ''}${place.degreesLatitude}, ${place.degreesLongitude}]`;
}

function contactsOf(message) {
  const list = message.contactsArrayMessage?.contacts ?? (message.contactMessage ? [message.contactMessage] : []);
  return list.slice(0, 20).map(contact => {
    const numbers = [...String(contact.vcard ?? '').matchAll(/^(?:item\d+\.)?TEL[^:]*:(.+)$/gim)].map(match => match[1].trim());
    return `[contact: ${[contact.displayName, ...numbers].filter(Boolean).join(', ')}]`;
  }).join('\n');
}

function pollOf(poll) {
  return poll ? `[poll: ${poll.name} ${(poll.options ?? []).map(option => option.optionName).join(' / ')}]` : '';
}
