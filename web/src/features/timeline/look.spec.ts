import { describe, expect, it } from '@jest/globals';
import { lookOf } from './look';

describe('how a timeline is looked at', () => {
  it('is as the address says, else as before, else as it fits', () => {
    expect(lookOf({}, {}, false).view).toBe('picture');
    expect(lookOf({}, {}, true).view).toBe('list');
    expect(lookOf({}, { view: 'table' }, true).view).toBe('table');
    expect(lookOf({ view: 'picture' }, { view: 'table' }, true).view).toBe('picture');
    expect(lookOf({ view: 'upside down', zoom: '9' }, { view: 'sideways' }, false)).toMatchObject({
      view: 'picture',
      zoom: 'all',
    });
    expect(lookOf({ bands: 'off' }, {}, false).bands).toBe(false);
  });

  it('is filtered by the address alone, as far as it makes sense', () => {
    const { filter } = lookOf({ state: 'late', goal: '16', country: 'KE', kind: 'report' }, { state: 'done' }, false);
    expect(filter).toEqual({ state: 'late', goal: 16, country: 'KE', kind: 'report' });
    for (const goal of ['0', '18', 'x', ''])
      expect(lookOf({ goal, state: 'well' }, {}, false).filter).toEqual({
        kind: undefined,
        state: undefined,
        country: undefined,
        goal: undefined,
      });
  });
});
