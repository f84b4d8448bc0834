/** A failure with the code that the gateway understands. */
export class BridgeError extends Error {
  constructor(code, message, statusCode) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
  }
}

export const invalid = message => new BridgeError('INVALID_REQUEST', message);
export const notLinked = () => new BridgeError('NOT_LINKED', 'the account is not linked');
export const unavailable = message => new BridgeError('UNAVAILABLE', message);

/** How a failed request is told. What is not surely undone is UNKNOWN, and the gateway repeats nothing for it. */
export function describe(error) {
  if (error instanceof BridgeError) {
    return { code: error.code, message: error.message, retryable: error.code === 'UNAVAILABLE', statusCode: error.statusCode };
  }
  const statusCode = error?.output?.statusCode ?? error?.statusCode;
  const message = short(error?.message);
  // 428 is thrown before a byte was written, 429 by the server in place of doing it.
  if (statusCode === 428 || statusCode === 429) return { code: 'UNAVAILABLE', message, retryable: true, statusCode };
  if ([400, 403, 404, 406].includes(statusCode)) return { code: 'INVALID_REQUEST', message, retryable: false, statusCode };
  return { code: 'UNKNOWN', message, retryable: false, statusCode };
}

export function short(text) {
  return typeof text === 'string' && text ? text.slice(0, 300) : 'no reason given';
}
