import { createHash, randomBytes } from 'node:crypto';

// Ids of messages are hex in capitals and begin like those of WhatsApp Web. By ours we know what comes back to us, after a restart too.
const mark = '3EB0C1A0';

/** The id of a message of ours; the same for the same key of the gateway. */
export function ownId(clientId) {
  const bytes = typeof clientId === 'string' && clientId ? createHash('sha256').update(clientId).digest() : randomBytes(7);
  return mark + bytes.subarray(0, 7).toString('hex').toUpperCase();
}

export const isOwnId = id => typeof id === 'string' && id.startsWith(mark);
