/** The demonstration in a real database: whole, and as young after a year as on its first day. */
import { freshDatabase } from '@hub/testing';
import { expect, it } from '@jest/globals';
import { openHubDatabase } from '../src/app.js';
import { DemonstrationRefusal, loadDemonstration } from '../src/modules/demonstration/loader.js';

const facts = `
  select (select array_agg(slug || ' ' || (12 * extract(year from age($1::timestamptz::date, starts_on)) + extract(month from age($1::timestamptz::date, starts_on)) + 1)
      order by slug) from networks) as months,
    (select count(*) from partnerships)::int as partnerships, (select count(*) from people)::int as people,
    (select count(*) from messages)::int as messages,
    (select $1::timestamptz - max(sent_at) < interval '2 days' and max(sent_at) <= $1::timestamptz from messages) as fresh,
    (select count(*) from memberships where until_on > $1::timestamptz::date) as leaving`;

it('never ages in a folder that is kept', async () => {
  const { connection, drop } = await freshDatabase();
  const database = await openHubDatabase(connection);
  const now = new Date();
  const lastYear = new Date(now.getTime() - 400 * 86_400_000);
  await loadDemonstration(database, { now: lastYear });
  const [first] = await database.query(facts, [lastYear.toISOString()]);
  expect(first).toMatchObject({
    months: ['climate 8', 'equality 17', 'equitable-health 30', 'human-rights 44'],
    partnerships: 26,
    fresh: true,
  });
  await loadDemonstration(database, { now });
  await loadDemonstration(database, { now });
  expect((await database.query(facts, [now.toISOString()]))[0]).toEqual(first);
  await database.dataSource.destroy();
  await drop();
});

it("goes into no hub that is somebody's own", async () => {
  const { connection, drop } = await freshDatabase();
  const database = await openHubDatabase(connection);
  await database.query(
    `insert into people (id, name, initials, email, time_zone) values (gen_random_uuid(), 'A', 'A', 'a@example.org', 'UTC')`,
  );
  await expect(loadDemonstration(database, { now: new Date() })).rejects.toThrow(DemonstrationRefusal);
  await database.dataSource.destroy();
  await drop();
});
