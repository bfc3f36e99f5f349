/** That a mandate is nowhere an input: broadcasts in two hubs that differ in nothing else have the same effects. */
import { hub, nobodySleeps, until, type TestHub } from '@hub/testing';
import { describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { correction, field, sent, somebody, toldOf, type Field, type Someone } from './broadcast-field.js';

describe('a mandate', () => {
  /** Two hubs that differ in nothing but who is of the majority. */
  async function effects(first: 'majority' | 'opposition', second: 'majority' | 'opposition'): Promise<unknown> {
    const there = await hub();
    try {
      const health = await field(there, 'health');
      const politicians = [health.majority, health.opposition, ...(await otherCouncil(there, health))];
      const mandates = [first, second, second, first];
      for (const [n, politician] of politicians.entries()) await sit(there, politician.personId, mandates[n] ?? 'none');
      await nobodySleeps(there.database);
      const broadcastId = await sent(health.coordinator, health.networkId);
      await until(
        () => toldOf(there, broadcastId),
        (seen) => seen.length === 9,
      );
      const told = (sql: string) => there.database.query<object>(sql, [broadcastId]);
      const settled = `select from deliveries where subject_id = $1 and medium = 'email' and settled_at is not null`;
      await until(
        () => told(settled),
        (seen) => seen.length === 9,
      );
      await health.coordinator.call('broadcast.correct', correction(broadcastId, 1, true));
      await until(
        () => told(`select from deliveries where subject_id = $1 and medium = 'hub'`),
        (seen) => seen.length === 18,
      );
      // A correction is mailed at once: all of them have left, or none has.
      await until(
        () => told(settled),
        (seen) => seen.length === 18,
      );
      const pages = await Promise.all(
        politicians.map(async (who) => {
          const page = await who.call('broadcast.read', { broadcastId });
          const { title, body, language, mine, acknowledge, acknowledgedAt, counts, may, version } = page;
          return { title, body, language, mine, acknowledge, acknowledgedAt, counts, may, version };
        }),
      );
      const moments = await told(`
        select p.name, n.kind, n.count, n.fold_key is not null as folded,
          n.created_at = max(n.created_at) over () as "atOnce"
        from notifications n join people p on p.id = n.person_id where n.broadcast_id = $1 order by p.name`);
      const ledger = await told(`
        select p.name, d.medium, d.kind, d.state, d.reason, split_part(d.dedupe_key, '/', 4) as version,
          count(*)::int as times
        from deliveries d join people p on p.id = d.person_id where d.subject_id = $1
        group by 1, 2, 3, 4, 5, 6 order by 1, 2, 6`);
      const recipients = await told(`
        select p.name, r.acknowledged_version, r.reminders from broadcast_recipients r
        join people p on p.id = r.person_id where r.broadcast_id = $1 order by p.name`);
      const events = await told(`
        select p.name, e.kind, count(*)::int as times from user_events e join people p on p.id = e.person_id
        where $1::uuid is not null and e.kind in ('broadcast.changed', 'notification.created') group by 1, 2 order by 1, 2`);
      return JSON.parse(JSON.stringify({ pages, moments, ledger, recipients, events }).replaceAll(broadcastId, 'id'));
    } finally {
      await there.close();
    }
  }

  async function otherCouncil(there: TestHub, { networkId, pairs }: Field): Promise<Someone[]> {
    const place = { networkId, partnershipId: pairs.norrvika, side: 'international' as const };
    return [
      await somebody(there, 'Third One', 'politician', place),
      await somebody(there, 'Fourth One', 'politician', place),
    ];
  }

  async function sit(there: TestHub, personId: string, mandate: string): Promise<void> {
    const [seatId, holderId] = [uuidv7(), uuidv7()];
    await there.database.query(
      `insert into seats (id, steering_group_id, side, role, mandate, from_on)
      select $1, g.id, m.side, 'politician', $3, current_date
      from memberships m join steering_groups g on g.partnership_id = m.partnership_id where m.person_id = $2`,
      [seatId, personId, mandate],
    );
    await there.database.query(
      `insert into seat_holders (id, seat_id, membership_id, from_on)
      select $1, $2, id, current_date from memberships where person_id = $3`,
      [holderId, seatId, personId],
    );
  }

  it('is no input: swapped between two politicians of two councils, every effect is the same, at the same moment', async () => {
    const [as, swapped] = [await effects('majority', 'opposition'), await effects('opposition', 'majority')];
    expect(JSON.stringify(swapped)).toBe(JSON.stringify(as));
    expect((as as { moments: { atOnce: boolean }[] }).moments.every(({ atOnce }) => atOnce)).toBe(true);
  });
});
