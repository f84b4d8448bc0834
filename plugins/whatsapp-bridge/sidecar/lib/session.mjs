import { setTimeout as delay } from 'node:timers/promises';
import { clearAuth, loadAuth } from './auth.mjs';
import { Bounded } from './bounded.mjs';
import { notLinked, short, unavailable } from './errors.mjs';
import { Groups } from './groups.mjs';
import { Inbox } from './inbox.mjs';
import { bare } from './jids.mjs';
import { takeLock } from './lock.mjs';
import { isWanted } from './mapping.mjs';
import { download, sweep } from './media.mjs';
import { Spool } from './spool.mjs';
import { log } from './stdout.mjs';

const offlineMs = 20 * 60 * 1000;
const beforeOpenMs = 60 * 1000;
const contactMs = 60 * 1000;
const lastWordsMs = 100;
const readyMs = 1000;

/** The connection to WhatsApp and what is remembered of it. */
export class Session {
  #wa;
  #emit;
  #params;
  #auth;
  #release;
  #sock;
  #open = false;
  #openedAt = 0;
  #waiting;
  #lastFrame = 0;
  #lastContact = 0;
  generation = 0;
  /** What was sent, for phones that ask for it again; and what came, for quotes, receipts and reactions. */
  sent = new Bounded(500);
  seen = new Bounded(2000);

  constructor(wa, emit) {
    this.#wa = wa;
    this.#emit = emit;
    this.groups = new Groups(() => this.#sock, emit);
  }

  get me() {
    return this.#auth?.creds.me;
  }

  get idleMs() {
    return this.#open ? Date.now() - this.#lastFrame : undefined;
  }

  /** The socket, for requests that need the account and a connection. */
  get ready() {
    if (!this.#auth?.isLinked()) throw notLinked();
    if (!this.#open) throw unavailable('there is no connection to WhatsApp at this moment');
    return this.#sock;
  }

  get mediaDir() {
    return this.#params?.mediaDir;
  }

  async start(params) {
    await this.close();
    this.#params = params;
    this.#release ??= await takeLock(params.authDir);
    this.#auth ??= await loadAuth(this.#wa, params.authDir);
    if (!this.inbox) {
      sweep(params.mediaDir);
      this.spool = new Spool(params.spoolDir);
      this.#lastContact = this.spool.lastContact;
      this.inbox = new Inbox(this.#wa, this.spool, this.#emit, this.#about());
    }
    this.generation++;
    if (this.inbox.isFull) this.#waiting = setInterval(() => this.#connectWhenReady(), readyMs);
    else this.#connect();
    return { generation: this.generation };
  }

  /** Hangs up without logging out. */
  async close() {
    const sock = this.#sock;
    this.#sock = undefined;
    clearInterval(this.#waiting);
    if (!sock) return;
    this.#touch(true);
    this.#open = false;
    sock.ev.removeAllListeners?.('connection.update');
    await Promise.resolve(sock.end(undefined)).catch(() => {});
    // WhatsApp was told already that it was received what is handed over now.
    await delay(lastWordsMs);
    await this.#auth?.settled();
  }

  async logout() {
    const sock = this.#sock;
    clearInterval(this.#waiting);
    this.#sock = undefined;
    this.#open = false;
    await Promise.race([Promise.resolve(sock?.logout()).catch(() => {}), new Promise(resolve => setTimeout(resolve, 5000))]);
    await this.#auth?.settled();
    this.#auth = undefined;
    await clearAuth(this.#params.authDir);
    this.#emit('creds', { linked: false });
    this.#emit('connection', { state: 'close', generation: this.generation, statusCode: 401, reason: 'logged out', loggedOut: true });
  }

  async pairingCode(phone) {
    if (!this.#sock) throw unavailable('there is no connection to WhatsApp at this moment');
    if (this.#auth.isLinked()) throw unavailable('the account is linked already');
    return this.#sock.requestPairingCode(phone);
  }

  async end() {
    await this.close();
    this.inbox?.flush();
    this.#release?.();
  }

  /** What is known beside a message. */
  #about() {
    const session = this;
    return {
      get me() {
        return session.me;
      },
      phoneOf: lid => this.#sock?.signalRepository?.lidMapping?.getPNForLID(lid)?.catch(() => undefined),
      group: jid => this.groups.note(jid),
      download: (message, file) =>
        download(this.#wa, message, file, { folder: this.#params.mediaDir, most: this.#params.maxMediaBytes, sock: this.#sock, logger: this.#wa.silent }),
    };
  }

  // What WhatsApp has is safe there until there is a place for it.
  #connectWhenReady() {
    if (this.inbox.isFull) return;
    clearInterval(this.#waiting);
    this.#connect();
  }

  #connect() {
    const [wa, params, generation, auth] = [this.#wa, this.#params, this.generation, this.#auth];
    const sock = wa.makeWASocket({
      auth: { creds: this.#auth.creds, keys: wa.makeCacheableSignalKeyStore(this.#auth.keys, wa.silent) },
      logger: wa.silent,
      ...(params.socketUrl ? { waWebSocketUrl: params.socketUrl } : {}),
      ...(Array.isArray(params.version) ? { version: params.version } : {}),
      browser: params.browser,
      connectTimeoutMs: params.connectTimeoutMs ?? 60000,
      keepAliveIntervalMs: params.keepAliveIntervalMs ?? 25000,
      defaultQueryTimeoutMs: params.queryTimeoutMs ?? 60000,
      markOnlineOnConnect: false,
      syncFullHistory: false,
      emitOwnEvents: false,
      generateHighQualityLinkPreview: false,
      getMessage: async key => this.sent.get(key.id),
      cachedGroupMetadata: async jid => this.groups.cached(jid),
    });
    this.#sock = sock;
    // Where messages come first: before they are held back with others of their kind. Also those that come when it was hung up already: WhatsApp
    // will not send them again, and the gateway knows those that it has.
    const emit = sock.ev.emit;
    sock.ev.emit = (name, data) => {
      if (name === 'messages.upsert' && this.#auth === auth) this.#received(data);
      return emit.call(sock.ev, name, data);
    };
    sock.ev.on('creds.update', () => void this.#credsChanged());
    sock.ev.on('connection.update', update => void this.#connectionChanged(update, sock, generation).catch(error => log(`connection: ${error?.name}`)));
    sock.ev.on('messages.update', updates => this.#statusChanged(updates));
    this.groups.follow(sock);
    sock.ws?.on('frame', () => this.#touch());
  }

  async #credsChanged() {
    const auth = this.#auth;
    if (!auth) return;
    await auth.saveCreds();
    const linked = auth.isLinked();
    if (linked !== this.wasLinked) this.#emit('creds', { linked, me: linked ? this.#noteOfMe() : undefined });
    this.wasLinked = linked;
  }

  async #connectionChanged({ connection, lastDisconnect, qr }, sock, generation) {
    if (this.#sock !== sock) return;
    if (qr) this.#emit('qr', { qr, generation });
    if (connection === 'connecting') this.#emit('connection', { state: 'connecting', generation });
    if (connection === 'open') {
      this.#open = true;
      this.#openedAt = Date.now();
      this.#touch(true);
      this.#emit('connection', { state: 'open', generation, me: this.#noteOfMe() });
      this.inbox.pump();
    }
    if (connection === 'close') {
      this.#open = false;
      this.#sock = undefined;
      // The next connection reads what this one was told.
      await this.#auth?.settled();
      const error = lastDisconnect?.error;
      const statusCode = error?.output?.statusCode;
      this.#emit('connection', { state: 'close', generation, statusCode, reason: short(error?.message), loggedOut: statusCode === 401, restartRequired: statusCode === 515 });
    }
  }

  #received({ messages, type }) {
    for (const message of messages) {
      if (!message?.key?.id || !isWanted(message, this.me)) continue;
      this.seen.set(message.key.id, message);
      if (type !== 'notify' && !this.#isRecent(message)) continue;
      this.inbox.receive(message, type);
    }
    if (this.inbox.isFull) {
      log('messages cannot be written down, or too many wait for the gateway; hanging up until that is over');
      void this.#sock?.end(new Error('the spool takes no more messages: is the disk full?'));
    }
  }

  // What was written while we were not connected; older things are history.
  #isRecent(message) {
    const at = Number(message.messageTimestamp ?? 0) * 1000;
    const since = Math.max(this.#lastContact, Date.now() - offlineMs);
    return at >= since || (this.#openedAt > 0 && at >= this.#openedAt - beforeOpenMs);
  }

  #statusChanged(updates) {
    for (const { key, update } of updates ?? []) {
      if (key?.fromMe && update?.status !== undefined) this.#emit('receipt', { key: { id: key.id, chat: bare(key.remoteJid) }, status: update.status });
    }
  }

  #noteOfMe() {
    return { jid: this.me?.id, lid: this.me?.lid, name: this.me?.name };
  }

  #touch(now = false) {
    this.#lastFrame = Date.now();
    if (!this.spool || (!now && this.#lastFrame - this.spoolTouched < contactMs)) return;
    this.spoolTouched = this.#lastFrame;
    try {
      if (this.#open) this.spool.lastContact = this.#lastFrame;
    } catch (error) {
      log(`the moment of the last contact could not be written down: ${error?.code ?? error?.name}`);
    }
  }
}

