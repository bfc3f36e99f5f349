/** The bands behind timelines: known ones come with a network's countries, others are added by whoever keeps a timeline. */
import { caller, type Call } from '@hub/client';
import type { Input, Role } from '@hub/contracts';
import { hub, membership, network, person, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

let here: TestHub;
let networkId: string;
let coordinator: Call;
const governments = { SE: uuidv7(), KE: uuidv7(), UG: uuidv7() };

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  coordinator = await somebody('project_coordinator', networkId);
  for (const [country, id] of Object.entries(governments))
    await here.database.query(
      `insert into local_governments (id, name, kind, country, time_zone, source)
      values ($1, $2, 'municipality', $2, 'UTC', 'fictional')`,
      [id, country],
    );
  await coordinator('partnership.create', {
    networkSlug: 'climate',
    partnershipId: uuidv7(),
    name: 'Granvika – Kisumu',
    status: 'inception',
    fromOn: '2026-04-01',
    parties: [
      { side: 'swedish', localGovernmentId: governments.SE },
      { side: 'international', localGovernmentId: governments.KE },
    ],
  });
});

afterAll(() => here.close());

async function somebody(role: Role, where: string | undefined): Promise<Call> {
  const personId = await person(here.database);
  await membership(here.database, personId, role, { ...(where !== undefined && { networkId: where }) });
  return caller({ origin: here.origin, headers: (await here.signIn(personId)).headers });
}

const election = (country: string): Input<'band.add'> => ({
  bandId: uuidv7(),
  kind: 'election',
  country,
  name: 'By-election',
  startsOn: '2028-05-04',
  endsOn: '2028-05-05',
});
const refused = (code: string, asked: Promise<unknown>, more: object = {}) =>
  expect(asked).rejects.toMatchObject({ code, ...more });
const countriesOf = async (call: Call) => {
  const { bands } = await call('band.list', {});
  return [...new Set(bands.map(({ country }) => country))].sort((a, b) => a.localeCompare(b));
};

describe('the bands behind timelines', () => {
  it('come with a partnership, for its countries and the years of its network', async () => {
    const { bands, may } = await coordinator('band.list', {});
    expect(may).toEqual({ change: true });
    expect(await countriesOf(coordinator)).toEqual(['KE', 'SE']);
    expect(bands).toContainEqual(
      expect.objectContaining({ kind: 'election', country: 'KE', startsOn: '2027-08-10', endsOn: '2027-08-10' }),
    );
    expect(bands.every(({ startsOn, endsOn }) => endsOn >= '2026-04-01' && startsOn <= '2030-04-01')).toBe(true);
    expect(bands).toEqual((await coordinator('timeline.read', { networkSlug: 'climate' })).bands);
  });

  it('are added once for an id and taken away, by whoever keeps the timeline of a network there', async () => {
    const added = election('KE');
    await coordinator('band.add', added);
    await coordinator('band.add', { ...added, name: 'Another' });
    const mine = async () => (await coordinator('band.list', {})).bands.filter(({ id }) => id === added.bandId);
    expect(await mine()).toMatchObject([{ names: { en: 'By-election' }, startsOn: '2028-05-04' }]);
    const expert = await somebody('expert', networkId);
    expect((await expert('band.list', {})).may).toEqual({ change: false });
    await refused('FORBIDDEN', expert('band.add', election('KE')));
    await refused('FORBIDDEN', expert('band.remove', { bandId: added.bandId }));
    await coordinator('band.remove', { bandId: added.bandId });
    await coordinator('band.remove', { bandId: added.bandId });
    expect(await mine()).toEqual([]);
    await refused('FORBIDDEN', expert('band.restore', { bandId: added.bandId }));
    await coordinator('band.restore', { bandId: added.bandId });
    expect(await mine()).toMatchObject([{ names: { en: 'By-election' }, startsOn: '2028-05-04' }]);
    const trail = await here.database.query(
      `select action, before, after from audit_entries where subject_id = $1 order by at`,
      [added.bandId],
    );
    expect(trail).toMatchObject([
      { action: 'band.add', after: { country: 'KE', startsOn: '2028-05-04' } },
      { action: 'band.remove', before: { country: 'KE' } },
      { action: 'band.restore', after: { country: 'KE' } },
    ]);
    expect(JSON.stringify(trail)).not.toContain('By-election');
  });

  it('that were taken away do not come back with the next partnership', async () => {
    const { bands } = await coordinator('band.list', {});
    const known = bands.find(({ country, kind }) => country === 'SE' && kind === 'election');
    await coordinator('band.remove', { bandId: known?.id ?? '' });
    await coordinator('partnership.create', {
      networkSlug: 'climate',
      partnershipId: uuidv7(),
      name: 'Granvika – Homa Bay',
      status: 'inception',
      fromOn: '2026-04-01',
      parties: [
        { side: 'swedish', localGovernmentId: governments.SE },
        { side: 'international', localGovernmentId: governments.KE },
      ],
    });
    const { bands: after } = await coordinator('band.list', {});
    expect(after).toEqual(bands.filter(({ id }) => id !== known?.id));
  });

  it('of a country that only others work in are nobody else’s', async () => {
    const elsewhere = await network(here.database, 'elsewhere');
    const stranger = await somebody('project_coordinator', elsewhere);
    expect((await stranger('band.list', {})).bands).toEqual([]);
    const [{ id: bandId } = { id: '' }] = (await coordinator('band.list', {})).bands;
    await refused('NOT_FOUND', stranger('band.remove', { bandId }));
    await refused('FORBIDDEN', stranger('band.add', election('KE')));
    await refused('FORBIDDEN', coordinator('band.add', election('UG')));
    const admin = await somebody('administrator', undefined);
    const details = { fields: [{ path: 'country', problem: 'not_a_choice' }] };
    await refused('INVALID', admin('band.add', election('UG')), { details });
    await admin('band.add', election('SE'));
  });
});
