import { Bounded } from './bounded.mjs';
import { bare, isLid, phoneOf } from './jids.mjs';

const patienceMs = 5000;

/** Groups and who is in them, asked for once in five minutes. */
export class Groups {
  #sock;
  #emit;
  #known = new Bounded(500, 5 * 60 * 1000);

  constructor(sock, emit) {
    this.#sock = sock;
    this.#emit = emit;
  }

  cached(jid) {
    return this.#known.get(jid);
  }

  follow(sock) {
    sock.ev.on('groups.update', updates => {
      for (const { id, subject } of updates) {
        this.#known.delete(id);
        if (subject) this.#emit('group', { jid: id, change: 'subject', subject });
      }
    });
    sock.ev.on('group-participants.update', ({ id, action }) => {
      this.#known.delete(id);
      this.#emit('group', { jid: id, change: 'participants', action });
    });
  }

  /** What a message says of its group; less where WhatsApp does not say it in time. */
  async note(jid) {
    const found = await this.#find(jid);
    return found ? { jid, subject: found.subject, size: found.participants?.length } : { jid };
  }

  async info(jid) {
    const found = await this.#sock().groupMetadata(jid);
    this.#known.set(jid, found);
    return describe(found);
  }

  async all() {
    const found = Object.values(await this.#sock().groupFetchAllParticipating());
    for (const group of found) this.#known.set(group.id, group);
    return found.slice(0, 1000).map(group => ({ ...describe(group), participants: describe(group).participants.slice(0, found.length > 50 ? 20 : 300) }));
  }

  async #find(jid) {
    const known = this.#known.get(jid);
    const sock = this.#sock();
    if (known || !sock) return known;
    let timer;
    const late = new Promise(resolve => (timer = setTimeout(resolve, patienceMs)));
    const found = await Promise.race([sock.groupMetadata(jid).catch(() => undefined), late]);
    clearTimeout(timer);
    if (found) this.#known.set(jid, found);
    return found;
  }
}

function describe(group) {
  return {
    jid: group.id,
    subject: group.subject,
    owner: bare(group.ownerPn ?? group.owner),
    participants: (group.participants ?? []).map(one => ({
      jid: bare(one.id),
      lid: bare(one.lid) ?? (isLid(one.id) ? bare(one.id) : undefined),
      phone: phoneOf(one.phoneNumber) ?? phoneOf(one.id),
      name: one.name ?? one.notify,
      admin: one.admin ?? undefined,
    })),
  };
}
