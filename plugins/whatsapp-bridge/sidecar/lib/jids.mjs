export const bare = jid => (typeof jid === 'string' ? jid.replace(/:\d+@/, '@') : undefined);
export const isGroup = jid => typeof jid === 'string' && jid.endsWith('@g.us');
export const isLid = jid => typeof jid === 'string' && jid.endsWith('@lid');
export const isPerson = jid => typeof jid === 'string' && (jid.endsWith('@s.whatsapp.net') || jid.endsWith('@c.us'));
export const phoneOf = jid => (isPerson(jid) ? /^(\d+)@/.exec(bare(jid))?.[1] : undefined);
export const same = (one, other) => Boolean(one) && bare(one) === bare(other);

/** Chats that nobody is answered in: statuses, broadcasts, newsletters, calls. */
export const isChat = jid => isGroup(jid) || isPerson(jid) || isLid(jid);
