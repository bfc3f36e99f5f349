/** A passkey in software, as honest or as dishonest as a test wants it. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

export interface Ceremony {
  /** What the page says it is; the hub must compare. */
  origin: string;
  rpId?: string;
  /** The device checked finger, face or PIN. */
  verified?: boolean;
  counter?: number;
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer) =>
  Buffer.concat([
    value.length < 256 ? Buffer.from([0x58, value.length]) : Buffer.from([0x59, value.length >> 8, value.length & 255]),
    value,
  ]);

export class Authenticator {
  readonly id = randomBytes(24).toString('base64url');
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 1;

  /** The answer to `passkey.options`. */
  make(challenge: string, ceremony: Ceremony) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const id = Buffer.from(this.id, 'base64url');
    const key = Buffer.concat([
      Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
    const authData = Buffer.concat([this.data(ceremony, 0x40), credential]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ]).toString('base64url');
    const clientDataJSON = clientData('webauthn.create', challenge, ceremony).toString('base64url');
    return this.answer({ clientDataJSON, attestationObject, transports: ['internal'] });
  }

  /** The answer to `passkey.challenge`. */
  use(challenge: string, ceremony: Ceremony) {
    const client = clientData('webauthn.get', challenge, ceremony);
    const data = this.data(ceremony, 0);
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.keys.privateKey);
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private answer(response: Record<string, unknown>) {
    return { id: this.id, rawId: this.id, type: 'public-key' as const, response, clientExtensionResults: {} };
  }

  private data({ rpId = 'localhost', verified = true, counter = this.counter++ }: Ceremony, more: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([0x01 | (verified ? 0x04 : 0) | more]), count]);
  }
}

function clientData(type: string, challenge: string, { origin }: Ceremony): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
