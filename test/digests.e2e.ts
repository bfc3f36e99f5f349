/** A digest comes once a day by real SMTP: what waits first, then what happened; none when there is nothing. */
import { caller } from '@hub/client';
import {
  channel,
  hub,
  mailServer,
  membership,
  network,
  person,
  until,
  type MailServer,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { DigestRoundsService } from '../src/modules/digests/digest-rounds.service.js';
import { DigestsJobs } from '../src/modules/digests/digests.jobs.js';

let here: TestHub;
let mail: MailServer;
let networkId: string;
let maria: SignedIn;

beforeAll(async () => {
  mail = await mailServer();
  here = await hub({ SMTP_URL: mail.url });
  networkId = await network(here.database);
  maria = await reader('Maria Holm');
});

afterAll(async () => {
  await here.close();
  await mail.close();
});

/** Somebody who has been here for long, keeps nothing quiet, and whose hour was a minute ago. */
async function reader(name: string, more: { digest?: 'daily' | 'off'; locale?: 'en' | 'sv' } = {}): Promise<SignedIn> {
  const { digest = 'off', locale = 'en' } = more;
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'project_coordinator', { networkId });
  const at = new Date(Date.now() - 60_000).toISOString().slice(11, 16);
  await here.database.query(
    `update people set created_at = now() - interval '9 days', time_zone = 'UTC', locale = $2 where id = $1`,
    [personId, locale],
  );
  await here.database.query(
    `insert into preferences (person_id, mail, digest, digest_at, quiet_from, quiet_until, quiet_days, quiet_holidays, changed_at)
    values ($1, '{"mention": "digest"}', $2, $3, '00:00', '00:00', '{}', false, now() - interval '9 days')`,
    [personId, digest, at],
  );
  return here.signIn(personId);
}

const look = () => here.app.nest.get(DigestRoundsService, { strict: false }).look();
const address = ({ personId }: SignedIn) => `${personId}@example.org`;
const rows = ({ personId }: SignedIn) =>
  here.database.query<{ state: string; reason: string | null; key: string }>(
    `select state, reason, dedupe_key as key from deliveries where kind = 'digest' and person_id = $1`,
    [personId],
  );
const settled = (who: SignedIn) =>
  until(
    () => rows(who),
    (seen) => seen.length === 1 && seen[0]?.state !== 'pending' && seen[0]?.state !== 'sending',
  );

async function write(channelId: string, topicTitle: string, body: string): Promise<void> {
  const call = caller({ origin: here.origin, headers: maria.headers });
  await call('message.send', { channelId, clientId: uuidv7(), topicTitle, body });
}

describe('a digest', () => {
  it('says what waits, then where was written, and nothing from sensitive channels', async () => {
    const amara = await reader('Amara Mwansa', { digest: 'daily', locale: 'sv' });
    const members = [amara.personId, maria.personId];
    const water = await channel(here.database, { networkId, members, slug: 'water' });
    const quietly = await channel(here.database, { networkId, members, slug: 'quietly' });
    await here.database.query('update channels set sensitive = true where id = $1', [quietly]);
    await write(water, 'Pump tests', `@[Amara](person:${amara.personId}) look`);
    await write(quietly, 'A hidden matter', 'Not for the post.');
    await until(
      () => here.database.query('select from notifications where person_id = $1', [amara.personId]),
      (seen) => seen.length > 0,
    );
    await Promise.all([look(), look()]);
    const letter = await mail.letterTo(address(amara));
    expect(await settled(amara)).toMatchObject([{ state: 'delivered' }]);
    const { text = '', subject } = letter;
    expect(text).not.toContain('hidden');
    expect(text).not.toContain('Not for the post');
    expect(text).toContain('quietly: 1 oläst meddelande');
    expect(text).toContain('water: 1 oläst meddelande i Pump tests');
    expect(subject).toBe('En sak väntar på dig');
    expect(text.indexOf('Väntar på dig')).toBeLessThan(text.indexOf('Har skrivits'));
    expect(letter.headers.get('list')).toBeDefined();

    await look();
    const [row] = await rows(amara);
    const day = row?.key.slice(-10) ?? '';
    await here.app.nest.get(DigestsJobs, { strict: false }).send({ personId: amara.personId, day });
    expect(mail.received.filter(({ recipient }) => recipient === address(amara))).toHaveLength(1);
  });

  it('does not come when there is nothing, and its row says so', async () => {
    const grace = await reader('Grace Auma', { digest: 'daily' });
    await look();
    expect(await settled(grace)).toMatchObject([{ state: 'suppressed', reason: 'nothing' }]);
    expect(mail.received.some(({ recipient }) => recipient === address(grace))).toBe(false);
  });

  it('is not caught up for whoever chose it after its hour, nor for whoever wants none', async () => {
    const late = await reader('Peter Otieno', { digest: 'daily' });
    await here.database.query('update preferences set changed_at = now() where person_id = $1', [late.personId]);
    const marker = await reader('Sofia Lindqvist', { digest: 'daily' });
    await look();
    await settled(marker);
    expect(await rows(late)).toEqual([]);
    expect(await rows(maria)).toEqual([]);
  });

  it('that may have left when something broke is not sent again', async () => {
    const anna = await reader('Anna Berg', { digest: 'daily' });
    const day = '2026-01-05';
    await here.database.query(
      `insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state)
      values ($1, $2, 'email', 'digest', $2, $3, 'sending')`,
      [uuidv7(), anna.personId, `email/digest/${anna.personId}/${day}`],
    );
    await here.app.nest.get(DigestsJobs, { strict: false }).send({ personId: anna.personId, day });
    expect(await rows(anna)).toMatchObject([{ state: 'failed', reason: 'unknown' }]);
  });
});
