/** `npm run hub`: what an operator does from the command line, while the hub runs and while it does not. */
import { mailServer, tokenIn, until, type MailServer } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');
let folder: string;
let mail: MailServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samverka-commands-'));
  // As root the database runs under another account, which must be let in.
  chmodSync(folder, 0o755);
  mail = await mailServer();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await mail.close();
});

function run(file: string, args: string[], environment: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const own = { HUB_DATA: join(folder, 'data'), HUB_DEMONSTRATION: 'false', PORT: '0', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [file, ...args], {
    cwd: project,
    env: { PATH, HOME, ...own, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  );
  return { child, ended, said: () => said };
}
const hub = (...args: string[]) => run('src/start.mjs', ['hub', ...args], { SMTP_URL: mail.url }).ended;

describe('the first administrator', () => {
  it('is invited to a hub that does not run, comes in by the printed link, and then invites others', async () => {
    const invited = await hub('invite-admin', 'eva@example.org', 'Eva', 'Lind');
    expect(invited).toMatchObject({ code: 0 });
    const link = /http:\/\/localhost:\d+\/invitation#[\w-]{43}/.exec(invited.said)?.[0] ?? '';
    const started = run('dist/src/main.js', [], { SMTP_URL: mail.url });
    const origin = /http:\/\/localhost:\d+/;
    const url = origin.exec(await until(started.said, (text) => origin.test(text)))?.[0] ?? '';
    const post = async (path: string, body: object) =>
      fetch(`${url}/api${path}`, {
        method: 'POST',
        headers: { origin: url, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const letter = await mail.letterTo('eva@example.org');
    expect(letter.text).toContain('You are invited to Samverka, as Administrator.');
    expect(tokenIn(letter)).not.toBe(tokenIn({ text: link }));

    const second = await hub('invite-admin', 'nils@example.org');
    expect(second).toMatchObject({ code: 0 });
    await mail.letterTo('nils@example.org');

    const accepted = await post('/invitation/acceptance', {
      token: tokenIn({ text: link }),
      name: 'Eva Lind',
      title: '',
      timeZone: 'Europe/Stockholm',
      locale: 'sv',
    });
    expect(accepted.status).toBe(200);
    expect(await accepted.json()).toMatchObject({
      person: { memberships: [{ role: 'administrator', network: null }] },
    });
    expect(await hub('invite-admin', 'EVA@example.org')).toMatchObject({
      code: 1,
      said: 'EVA@example.org is an administrator already.\n',
    });
    started.child.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ code: 0 });
  }, 90_000);
});

describe('a command', () => {
  it.each([
    [[], /npm run hub -- invite-admin <e-mail>/],
    [['toString'], /Say what to do/],
    [['invite-admin'], /"" is not an e-mail address/],
    [['invite-admin', 'eva'], /"eva" is not an e-mail address/],
    [['failed-jobs', 'now'], /Say retry or nothing/],
  ])(
    'asked wrongly is answered with a sentence: %j',
    async (args, sentence) => {
      const { code, said } = await hub(...args);
      expect(code).toBe(1);
      expect(said).toMatch(sentence);
      expect(said).not.toMatch(/^ {4}at /m);
    },
    30_000,
  );

  it('lets somebody begin anew who lost every passkey, and says so in the trail', async () => {
    expect(await hub('forget-passkeys', 'eva@example.org')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Forgot 0 passkeys of eva@example.org'),
    });
    expect(await hub('forget-passkeys', 'nobody@example.org')).toMatchObject({ code: 1 });
  }, 30_000);

  it('lists what the queue gave up', async () => {
    expect(await hub('failed-jobs', 'retry')).toMatchObject({ code: 0, said: expect.stringContaining('Nothing') });
  }, 30_000);
});
