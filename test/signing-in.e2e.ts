/** Signing in by a letter: a real mail server gets it, and what it carries works once, for ten minutes. */
import { caller } from '@hub/client';
import { Failure, type Input } from '@hub/contracts';
import { hub, mailServer, person, tokenIn, until, type MailServer, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';

let here: TestHub;
let mail: MailServer;

beforeAll(async () => {
  mail = await mailServer();
  here = await hub({ SMTP_URL: mail.url });
});
afterAll(async () => {
  await here.close();
  await mail.close();
});

/** A new person; their address is that of `person()`. */
const somebody = async () => {
  const id = await person(here.database);
  return { id, address: `${id}@example.org` };
};
const stranger = () => caller({ origin: here.origin, headers: { origin: here.origin } });
const ask = (address: string) => stranger()('entrance.ask', { address });
const codeIn = ({ text }: { text?: string | undefined }) => /\d{4} \d{4}/.exec(text ?? '')?.[0] ?? '';

/** The answer to a try, whole: status, body and whether a cookie came. */
async function enter(input: Input<'entrance.enter'>) {
  const response = await fetch(`${here.origin}/api/sign-in/session`, {
    method: 'POST',
    headers: { origin: here.origin, 'content-type': 'application/json', 'user-agent': 'Firefox/140.0 Windows NT' },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.text(), cookie: response.headers.get('set-cookie') };
}

/** Every person comes from an address of their own. */
const forgetTries = () => here.database.query('delete from tries');

describe('a letter to sign in by', () => {
  it('brings a code that works where it was asked for, once, and then neither code nor link', async () => {
    const { id, address } = await somebody();
    const { signInId } = await ask(address.toUpperCase());
    const letter = await mail.letterTo(address);
    expect(letter.subject).toBe(`${codeIn(letter)} is your code for Samverka`);
    expect(letter.html).toContain(codeIn(letter));
    expect(letter.html).toContain(`/enter#${tokenIn(letter)}`);
    expect(letter.headers.get('auto-submitted')).toBe('auto-generated');
    const entered = await enter({ signInId, code: codeIn(letter) });
    expect(entered.status).toBe(200);
    expect(entered.cookie).toMatch(/^hub=[\w-]{43}; .*HttpOnly.*SameSite=Lax/);
    expect(JSON.parse(entered.body)).toMatchObject({ person: { id }, letters: true });
    const [session] = await here.database.query('select how, browser from sessions where person_id = $1', [id]);
    expect(session).toEqual({ how: 'code', browser: 'Firefox' });
    expect((await enter({ signInId, code: codeIn(letter) })).body).toContain('wrong_code');
    expect((await enter({ token: tokenIn(letter) })).status).toBe(404);
  });

  it('brings a link that works on any device, once', async () => {
    const { id, address } = await somebody();
    await ask(address);
    const token = tokenIn(await mail.letterTo(address));
    const tries = await Promise.all([1, 2, 3].map(() => enter({ token })));
    expect(tries.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404]);
    expect(JSON.parse(tries.find(({ status }) => status === 200)?.body ?? '')).toMatchObject({ person: { id } });
  });

  it('is worth nothing after ten minutes, for somebody disabled meanwhile, or with another sign-in', async () => {
    const [late, disabled, one, other] = [await somebody(), await somebody(), await somebody(), await somebody()];
    const asked = await Promise.all([late, disabled, one, other].map(({ address }) => ask(address)));
    const letters = await Promise.all([late, disabled, one, other].map(({ address }) => mail.letterTo(address)));
    await here.database.query(`update sign_ins set expires_at = now() where person_id = $1`, [late.id]);
    await here.database.query(`update people set disabled_at = now() where id = $1`, [disabled.id]);
    for (const n of [0, 1]) {
      const letter = letters[n] as (typeof letters)[0];
      expect((await enter({ signInId: asked[n]?.signInId ?? '', code: codeIn(letter) })).status).toBe(400);
      expect((await enter({ token: tokenIn(letter) })).status).toBe(404);
    }
    const foreign = { signInId: asked[3]?.signInId ?? '', code: codeIn(letters[2] as (typeof letters)[0]) };
    expect((await enter(foreign)).status).toBe(400);
    expect((await enter({ token: 'A'.repeat(43) })).status).toBe(404);
  });

  it('ends with the fifth wrong code, however many are tried at once', async () => {
    await forgetTries();
    const { address } = await somebody();
    const { signInId } = await ask(address);
    const code = codeIn(await mail.letterTo(address));
    const wrong = code === '0000 0000' ? '0000 0001' : '0000 0000';
    await Promise.all(Array.from({ length: 12 }, () => enter({ signInId, code: wrong })));
    expect((await enter({ signInId, code })).body).toContain('wrong_code');
    const [{ wrong: counted } = { wrong: 0 }] = await here.database.query<{ wrong: number }>(
      'select wrong_codes as wrong from sign_ins where id = $1',
      [signInId],
    );
    expect(counted).toBe(5);
  });

  it('leaves nothing in the database that somebody could come in by', async () => {
    const { address } = await somebody();
    await ask(address);
    const letter = await mail.letterTo(address);
    const dump = await here.database.query<{ row: string }>(
      'select row_to_json(s)::text as row from sign_ins s union all select row_to_json(o)::text from outbox o union all select row_to_json(d)::text from deliveries d',
    );
    const text = dump.map(({ row }) => row).join('\n');
    for (const secret of [codeIn(letter), codeIn(letter).replace(' ', ''), tokenIn(letter), address])
      expect(text).not.toContain(secret);
  });
});

describe('whoever the hub does not know', () => {
  it('gets the same answers, as fast, and no letter', async () => {
    await forgetTries();
    const known = await somebody();
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const shapes = new Set<string>();
    for (let n = 0; n < 16; n++) {
      await forgetTries();
      for (const who of n % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const address = who === 'known' ? known.address : `nobody-${n}@example.org`;
        const began = performance.now();
        const answer = await ask(address);
        times[who].push(performance.now() - began);
        shapes.add(Object.keys(answer).join());
        // A letter is written after its answer, and would fall into the time of the next one.
        const letters = times.known.length;
        await until(
          () => here.database.query(`select from outbox where topic = 'sign_in.asked'`),
          (rows) =>
            rows.length === 0 &&
            mail.received.filter(({ recipient }) => recipient === address).length === (who === 'known' ? letters : 0),
        );
      }
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
    expect(shapes).toEqual(new Set(['signInId']));
    expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(Math.max(5, median(times.known) / 2));
    const { signInId } = await ask('nobody@example.org');
    const tried = await enter({ signInId, code: '1234 5678' });
    expect(tried).toEqual(await enter({ signInId: randomUUID(), code: '1234 5678' }));
    await until(
      () => here.database.query(`select from outbox where topic = 'sign_in.asked'`),
      (rows) => rows.length === 0,
    );
    expect(mail.received.filter(({ recipient }) => recipient.startsWith('nobody'))).toEqual([]);
  });

  it('is not heard too often, from one place or for one address', async () => {
    await forgetTries();
    const { address } = await somebody();
    for (let n = 0; n < 5; n++) await ask(address);
    const refused = await ask(address).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'LIMITED' });
    expect((refused as Failure).details.seconds).toBeGreaterThan(600);
    const many = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => ask(`many-${n}@example.org`)));
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(54);
    await forgetTries();
  });

  it('cannot ask or enter from the page of another site', async () => {
    for (const [path, body] of [
      ['/api/sign-in', { address: 'a@example.org' }],
      ['/api/sign-in/session', { token: 'A'.repeat(43) }],
      ['/api/invitation/acceptance', { token: 'A'.repeat(43) }],
    ] as const) {
      const response = await fetch(`${here.origin}${path}`, {
        method: 'POST',
        headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(403);
    }
  });

  it('is told what is wrong with what they wrote', async () => {
    for (const address of ['', 'nobody', 'a@b', 'a b@example.org', `${'a'.repeat(300)}@example.org`])
      expect(await ask(address).catch((error: unknown) => error)).toMatchObject({ code: 'INVALID' });
  });
});

describe('a letter and its mail server', () => {
  it('waits for a server that is away, and leaves once', async () => {
    const { port } = new URL(mail.url);
    await mail.close();
    const { address } = await somebody();
    const { signInId } = await ask(address);
    const attempts = () =>
      here.database.query<{ attempt: number }>('select attempt from deliveries where subject_id = $1', [signInId]);
    await until(attempts, ([row]) => (row?.attempt ?? 0) > 0);
    mail = await mailServer(Number(port));
    const letter = await mail.letterTo(address);
    expect((await enter({ signInId, code: codeIn(letter) })).status).toBe(200);
    expect(mail.received.filter(({ recipient }) => recipient === address)).toHaveLength(1);
  });

  it('is given up when the server will not have the address, and the ledger says so', async () => {
    const id = await person(here.database);
    await here.database.query('update people set email = $2 where id = $1', [id, `refused-${id}@example.org`]);
    const { signInId } = await ask(`refused-${id}@example.org`);
    const ledger = () =>
      here.database.query<{ state: string; reason: string }>(
        'select state, reason from deliveries where subject_id = $1',
        [signInId],
      );
    const [row] = await until(ledger, ([one]) => one?.state === 'failed');
    expect(row?.reason).toBe('smtp_550');
  });
});
