/** A digest comes once a day by real SMTP: what waits first, then what happened; none when there is nothing. */
import { caller } from '@hub/client';
import {
  channel,
  hub,
  mailServer,
  membership,
  network,
  partnership,
  person,
  until,
  type MailServer,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { MailboxService } from '../src/modules/mail/mailbox.service.js';
import { DigestRoundsService } from '../src/modules/digests/digest-rounds.service.js';
import { DigestsJobs } from '../src/modules/digests/digests.jobs.js';
import { DigestRulesService } from '../src/modules/preferences/digest-rules.service.js';

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

/** Whether one would be sent now. */
const due = async ({ personId }: SignedIn) =>
  (await here.app.nest.get(DigestRulesService, { strict: false }).due(new Date())).some(({ personIds }) =>
    personIds.includes(personId),
  );
const look = () => here.app.nest.get(DigestRoundsService, { strict: false }).look();
const carry = (readers: { personId: string }[], day: string) =>
  here.app.nest
    .get(DigestsJobs, { strict: false })
    .send({ digests: readers.map(({ personId }) => ({ personId, day })) });
/** A row as a look writes it, which is due in an hour: nobody but the test carries it out. */
const begun = (
  { personId }: { personId: string },
  day: string,
  more: { hours?: number; due?: string; state?: string } = {},
) =>
  here.database.query(
    `insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, created_at, due_at)
    values ($1, $2, 'email', 'digest', $2, $3, $4, now() - make_interval(hours => $5), now() + $6::interval)`,
    [
      uuidv7(),
      personId,
      `email/digest/${personId}/${day}`,
      more.state ?? 'pending',
      more.hours ?? 0,
      more.due ?? '1 hour',
    ],
  );
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

/** In their partnership a milestone and a visit of the next two weeks; and what is not theirs, too far or done. */
async function ahead(personId: string): Promise<void> {
  const pairId = await partnership(here.database, networkId);
  const otherId = await partnership(here.database, networkId, 'malmo-lusaka');
  await membership(here.database, personId, 'politician', { networkId, partnershipId: pairId, side: 'swedish' });
  const planned = [
    { name: 'Lägesrapport', of: pairId, days: 5, state: 'not_started' },
    { name: 'Too far', of: pairId, days: 16, state: 'not_started' },
    { name: 'Done', of: pairId, days: 4, state: 'done' },
    { name: 'Somebody else', of: otherId, days: 6, state: 'not_started' },
  ];
  for (const [number, { name, of, days, state }] of planned.entries()) {
    const itemId = uuidv7();
    await here.database.query(
      `insert into plan_items (id, network_id, number, kind, scope, names, month, planned_on, owner_role)
      values ($1, $2, $3, 'report', 'partnership', $4, 1, current_date + $5::int, 'project_manager')`,
      [itemId, networkId, number + 1, JSON.stringify({ sv: name }), days],
    );
    await here.database.query(
      `insert into milestones (id, item_id, network_id, partnership_id, planned_on, state, actual_on)
      values ($1, $2, $3, $4, current_date + $5::int, $6, case when $6 = 'done' then current_date end)`,
      [uuidv7(), itemId, networkId, of, days, state],
    );
  }
  await here.database.query(
    `insert into visits (id, network_id, partnership_id, host_side, planned_on, starts_on, ends_on, state, purpose, checklist)
    values ($1, $2, $3, 'swedish', current_date, current_date + 9, current_date + 11, 'planned', 'To see.', '{}')`,
    [uuidv7(), networkId, pairId],
  );
}

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
    await write(water, 'Pump tests', `<@${amara.personId}> look`);
    await write(quietly, 'A hidden matter', `Not for the post, <@${amara.personId}>.`);
    const loud = await channel(here.database, { networkId, members, slug: 'loud' });
    const muting = 'update channel_members set muted_at = now() where channel_id = $1 and person_id = $2';
    await here.database.query(muting, [loud, amara.personId]);
    await write(loud, 'A muted matter', '<@channel> look');
    await until(
      () =>
        here.database.query(`select from deliveries where person_id = $1 and kind = 'mention' and medium = 'hub'`, [
          amara.personId,
        ]),
      (seen) => seen.length === 3,
    );
    await ahead(amara.personId);
    await Promise.all([look(), look()]);
    const letter = await mail.letterTo(address(amara));
    expect(await settled(amara)).toMatchObject([{ state: 'delivered' }]);
    const { text = '', subject } = letter;
    expect(text).not.toContain('hidden');
    expect(text).not.toContain('Not for the post');
    expect(text).toContain('quietly: 1 oläst meddelande');
    expect(text).toContain('water: 1 oläst meddelande i Pump tests');
    expect(text).not.toMatch(/loud|muted/);
    expect(subject).toBe('2 saker väntar på dig');
    expect(text.indexOf('Väntar på dig')).toBeLessThan(text.indexOf('Har skrivits'));
    expect(text.indexOf('Har skrivits')).toBeLessThan(text.indexOf('På gång'));
    expect(text.slice(text.indexOf('På gång'))).toMatch(/Lägesrapport \(.*utbytesbesök, /s);
    expect(text).not.toMatch(/Too far|Somebody else|Done/);

    await look();
    const [row] = await rows(amara);
    const day = row?.key.slice(-10) ?? '';
    await carry([amara], day);
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

  it('is promised again when the job was lost, and not a day too late', async () => {
    const lost = await reader('Lost Job');
    const old = await reader('Old Job');
    await begun(lost, '2026-01-05', { due: '-1 minute' });
    await begun(old, '2026-01-05', { hours: 13 });
    await here.database.query(`update preferences set digest = 'daily', changed_at = now() where person_id = $1`, [
      lost.personId,
    ]);
    await look();
    expect(await settled(lost)).toMatchObject([{ state: 'suppressed', reason: 'nothing' }]);
    expect(await rows(old)).toMatchObject([{ state: 'suppressed', reason: 'too_late' }]);
  });

  it('is stopped with one click of the mail program, and turned on again in the settings', async () => {
    const rose = await reader('Rose Achieng', { digest: 'daily' });
    const written = await channel(here.database, { networkId, members: [rose.personId, maria.personId] });
    await write(written, 'Wells', 'They run.');
    await look();
    const { headers } = await mail.letterTo(address(rose));
    const list = headers.get('list') as { unsubscribe: { url: string } };
    const { pathname } = new URL(list.unsubscribe.url);
    const click = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await fetch(`${here.origin}${pathname}`, click)).status).toBe(200);
    const call = caller({ origin: here.origin, headers: rose.headers });
    const {
      timeZone: _,
      country: __,
      nextHoliday: ___,
      networks,
      channels,
      ...chosen
    } = await call('preference.read', {});
    expect([chosen.digest, networks.length, channels.length]).toEqual(['off', 1, 0]);
    expect(await due(rose)).toBe(false);
    await call('preference.change', { ...chosen, digest: 'daily' });
    expect(await due(rose)).toBe(true);
  });

  it('that may have left when its worker went down is unknown when its lease is over, and not sent again', async () => {
    const anna = await reader('Anna Berg');
    const day = '2026-01-05';
    await begun(anna, day, { state: 'sending' });
    await carry([anna], day);
    expect(await rows(anna)).toMatchObject([{ state: 'sending' }]);
    await here.database.query(`update deliveries set due_at = now() where person_id = $1`, [anna.personId]);
    expect(await settled(anna)).toMatchObject([{ state: 'failed', reason: 'unknown' }]);
    expect(mail.received.some(({ recipient }) => recipient === address(anna))).toBe(false);
  });

  it('that cannot be written holds nobody up, and stands with the letters that failed when that was tried a few times', async () => {
    const broken = await reader('Kofi Badu');
    const fine = await reader('Ebba Ek');
    const members = [broken.personId, fine.personId, maria.personId];
    const wells = await channel(here.database, { networkId, members });
    await write(wells, 'Wells', `<@${broken.personId}>, <@${fine.personId}>`);
    await until(
      () => here.database.query('select from notifications where person_id = any($1)', [members]),
      (seen) => seen.length === 2,
    );
    await here.database.query(`update preferences set digest = 'daily', changed_at = now() where person_id = any($1)`, [
      members.slice(0, 2),
    ]);
    await here.database.query(`update people set time_zone = 'Nowhere/Land' where id = $1`, [broken.personId]);
    const day = '2026-01-05';
    await Promise.all([begun(broken, day), begun(fine, day)]);
    await carry([broken, fine], day);
    expect(await settled(fine)).toMatchObject([{ state: 'delivered' }]);
    for (const attempt of [1, 2, 3, 4]) {
      const [row] = await here.database.query<{ waits: number }>(
        `select state, reason, attempt, extract(epoch from due_at - now())::int as waits from deliveries where kind = 'digest' and person_id = $1`,
        [broken.personId],
      );
      expect(row).toMatchObject({ state: 'pending', reason: 'unwritable', attempt });
      expect(row?.waits).toBeGreaterThan(0);
      await carry([broken], day);
    }
    expect(await rows(broken)).toMatchObject([{ state: 'failed', reason: 'unwritable' }]);
    expect(await here.app.nest.get(MailboxService, { strict: false }).failed()).toContainEqual(
      expect.objectContaining({
        kind: 'digest',
        reason: 'unwritable',
        recipient: expect.stringContaining('Kofi Badu'),
      }),
    );
  });

  it('waits in the ledger while two rounds are under way, however many are due', async () => {
    const many = await Promise.all(Array.from({ length: 130 }, (_, n) => person(here.database, `Reader ${n}`)));
    const state = () =>
      here.database.query<{ state: string; count: number }>(
        `select state, count(*)::int from deliveries where kind = 'digest' and person_id = any($1) group by state`,
        [many],
      );
    // Two rounds that nobody carries out.
    const held = await here.database.query<{ id: number }>(
      `insert into outbox (topic, payload, queued_at) select 'digest.due', '{"digests": []}', now() from generate_series(1, 2) returning id`,
    );
    await Promise.all(many.map((personId) => begun({ personId }, '2026-01-05', { due: '-1 minute' })));
    await look();
    expect(await here.database.query(`select from deliveries where kind = 'digest' and due_at < now()`)).toHaveLength(
      many.length,
    );
    await here.database.query('delete from outbox where id = any($1)', [held.map(({ id }) => id)]);
    await look();
    await until(state, (seen) => seen.length === 1 && seen[0]?.state === 'suppressed' && seen[0].count === many.length);
  });
});
