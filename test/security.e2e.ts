/** What every answer carries and refuses, on a hub that people reach by https: the items of docs/security.md that are seen from outside. */
import { hub, person, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';

let here: TestHub;
beforeAll(async () => {
  here = await hub({ PUBLIC_URL: 'https://hub.example.org' });
});
afterAll(() => here.close());

const paths = ['/', '/help', '/api/session', '/api/nowhere', '/healthz', '/assets/none.js', '/api/docs'];
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${here.origin}${path}`, { headers });

/** By hand, since `fetch` sends no TRACE. */
function statusOf(method: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${here.origin}/api/session`, { method }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('every answer', () => {
  it.each(paths)('%s is for https, for our own pages, and no other content than it says', async (path) => {
    const { headers } = await get(path, { origin: 'https://elsewhere.example' });
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000; includeSubDomains/);
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('content-type')).toMatch(/charset=utf-8|^image/i);
  });
});

describe('a request', () => {
  it('by a method that nobody offers is refused', async () => {
    expect(await statusOf('TRACE')).toBe(403);
    expect(await statusOf('PUT')).toBe(403);
  });

  it('for what lies beside the pages finds no file, at most the start page', async () => {
    const start = await (await get('/')).text();
    const beside = ['/.git/config', '/.env', '/package.json', '/assets/', '/assets/../../package.json', '/%2e%2e/x.js'];
    for (const path of beside) {
      const answer = await get(path);
      expect([path, answer.status === 404 || (await answer.text()) === start]).toEqual([path, true]);
    }
  });

  it('that writes from another page is refused before anything is looked at', async () => {
    const { headers } = await here.signIn(await person(here.database));
    const secure = { cookie: headers.cookie.replace('hub=', '__Host-hub=') };
    const end = (origin: string) =>
      fetch(`${here.origin}/api/session`, { method: 'DELETE', headers: { ...secure, origin } });
    expect((await end('https://elsewhere.example')).status).toBe(403);
    const ended = await end('https://hub.example.org');
    expect(ended.status).toBe(200);
    expect(ended.headers.get('set-cookie')).toMatch(/^__Host-hub=;.*Path=\/;.*HttpOnly;.*Secure;.*SameSite=Lax/);
    expect((await get('/api/profile', secure)).status).toBe(401);
  });
});
