/** An OpenID provider that says whatever a test wants, signed with whatever key. Its pages do not exist: a test comes back by itself. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

export class LyingProvider {
  readonly issuer: string;
  /** What the next answer says, beside or instead of what is right. */
  claims: Record<string, unknown> = {};
  /** The next answer is signed with a key that was never published. */
  forged = false;
  /** What was asked for in exchange for a code, last. */
  exchanged: URLSearchParams | undefined;
  private readonly published = keyPair();
  private readonly other = keyPair();

  private constructor(private readonly server: Server) {
    this.issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<LyingProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const provider = new LyingProvider(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (text) => (body += text));
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(provider.answer(request.url ?? '', new URLSearchParams(body))));
      });
    });
    return provider;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(path: string, body: URLSearchParams): object {
    const { issuer } = this;
    if (path === '/jwks')
      return {
        keys: [{ ...this.published.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
      };
    if (path === '/token') {
      this.exchanged = body;
      const key = this.forged ? this.other.privateKey : this.published.privateKey;
      return { access_token: 'nothing', token_type: 'bearer', id_token: this.idToken(key) };
    }
    return {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  private idToken(key: KeyObject): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: 'samverka', sub: 'anna', iat: now, exp: now + 60, ...this.claims };
    const signed = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
  }
}
