import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";

/** A device as the official client expects its host to keep one: a key pair, and the tokens it was given. */
export class Device {
  tokens = new Map();

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const raw = rawKey(publicKey);
    this.identity = {
      deviceId: createHash("sha256").update(raw).digest("hex"),
      publicKeyPem: publicKey.export({ type: "spki", format: "pem" }),
      privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }),
    };
  }

  /** Options under which the client is this device. */
  get options() {
    return {
      deviceIdentity: this.identity,
      hostDeps: {
        signDevicePayload: (pem, payload) => sign(null, Buffer.from(payload, "utf8"), createPrivateKey(pem)).toString("base64url"),
        publicKeyRawBase64UrlFromPem: (pem) => rawKey(createPublicKey(pem)).toString("base64url"),
        loadDeviceAuthToken: ({ deviceId, role }) => this.tokens.get(`${deviceId} ${role}`) ?? null,
        storeDeviceAuthToken: ({ deviceId, role, token, scopes }) =>
          this.tokens.set(`${deviceId} ${role}`, { token, role, scopes, updatedAtMs: Date.now() }),
        clearDeviceAuthToken: ({ deviceId, role }) => this.tokens.delete(`${deviceId} ${role}`),
      },
    };
  }

  /** The proof that clients of protocol 3 send. */
  prove({ client, role, scopes, token, nonce }) {
    const signedAt = Date.now();
    const { deviceId, privateKeyPem, publicKeyPem } = this.identity;
    const payload = ["v2", deviceId, client.id, client.mode, role, scopes.join(","), signedAt, token ?? "", nonce].join("|");
    return {
      id: deviceId,
      publicKey: rawKey(createPublicKey(publicKeyPem)).toString("base64url"),
      signature: sign(null, Buffer.from(payload, "utf8"), createPrivateKey(privateKeyPem)).toString("base64url"),
      signedAt,
      nonce,
    };
  }

  token(role = "operator") {
    return this.tokens.get(`${this.identity.deviceId} ${role}`)?.token;
  }
}

function rawKey(publicKey) {
  return publicKey.export({ type: "spki", format: "der" }).subarray(-32);
}
