import type { CalendarBand } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { axisOf } from './axis';
import { bandsShown, stripesOf } from './bands';
import { networkLike } from './example';

const network = networkLike();
const axis = axisOf([network], 'calendar');
const band = (part: Partial<CalendarBand>): CalendarBand => ({
  id: 'band',
  kind: 'election',
  country: 'SE',
  names: { en: 'General election' },
  startsOn: '2026-09-13',
  endsOn: '2026-09-13',
  ...part,
});

describe('the bands behind a row', () => {
  it('are those of its countries, within the picture', () => {
    expect(stripesOf([band({ country: 'KE' })], ['SE'], axis, network)).toBe('none');
    expect(stripesOf([band({ startsOn: '2025-12-24', endsOn: '2025-12-31' })], ['SE'], axis, network)).toBe('none');
    expect(stripesOf([band({})], ['SE'], axis, network)).toMatch(/^linear-gradient\(to right, transparent 17\.\d+%/);
  });

  it('are one stripe where they meet, and a background for each kind', () => {
    const days = [
      band({ kind: 'holiday', startsOn: '2026-07-01', endsOn: '2026-07-20' }),
      band({ kind: 'holiday', startsOn: '2026-07-15', endsOn: '2026-07-31' }),
      band({}),
    ];
    const image = stripesOf(days, ['SE'], axis, network);
    expect(image.match(/linear-gradient/g)).toHaveLength(2);
    expect(image.match(/var\(--band-holiday\)/g)).toHaveLength(1);
  });

  it('are listed by kind and by day', () => {
    const days = [
      band({ id: 'b', startsOn: '2028-09-13', endsOn: '2028-09-13' }),
      band({ id: 'a' }),
      band({ id: 'c', kind: 'budget_year', startsOn: '2027-01-01', endsOn: '2027-12-31' }),
      band({ id: 'd', country: 'UA' }),
    ];
    const shown = bandsShown(days, new Set(['SE']), axis, [network]);
    expect(shown.map(({ kind, bands }) => [kind, bands.map(({ id }) => id)])).toEqual([
      ['election', ['a', 'b']],
      ['budget_year', ['c']],
    ]);
  });
});
