import { describe, expect, it } from '@jest/globals';
import type { HubEvent, Mark } from '@hub/contracts';
import { labelOf, marksIn, nameOf, standingOf, withEvent } from './marks';

const id = '01890000-0000-7000-8000-000000000001';
const network = { id, slug: 'climate', name: 'Climate' };
const partnership = { id, slug: 'pitea-kitwe', name: 'Piteå – Kitwe' };
const milestone = {
  id,
  itemId: id,
  partnershipId: id,
  plannedOn: '2026-05-04',
  forecastOn: null,
  actualOn: null,
  state: 'on_track' as const,
  late: false,
  version: 3,
};
const report: Mark = { kind: 'milestone', network, partnership, names: { en: 'Report', sv: 'Rapport' }, milestone };
const visit: Mark = {
  kind: 'visit',
  network,
  partnership,
  visit: {
    id,
    partnershipId: id,
    hostSide: 'swedish',
    host: null,
    startsOn: '2026-09-01',
    endsOn: '2026-09-04',
    plannedOn: '2026-09-01',
    state: 'postponed',
    hasLessons: false,
    version: 1,
  },
};
const t = (key: string) => key;
const formats = { date: (day: string) => day };

describe('a mark in a message', () => {
  it('is called in the language of its reader, and written with whose it is', () => {
    expect(nameOf(report, 'sv', t)).toBe('Rapport');
    expect(nameOf({ ...report, names: { en: 'Report' } }, 'sv', t)).toBe('Report');
    expect(labelOf(report, 'en', t, formats)).toBe('Report – Piteå – Kitwe');
    expect(labelOf({ ...report, partnership: null }, 'en', t, formats)).toBe('Report');
    expect(labelOf(visit, 'en', t, formats)).toBe('mark.visit_swedish, 2026-09-01 – Piteå – Kitwe');
  });

  it('says late where it is late, else how it stands', () => {
    expect(standingOf(report).key).toBe('mark.on_track');
    expect(standingOf({ ...report, milestone: { ...milestone, late: true } })).toEqual({
      key: 'mark.late',
      tone: 'bad',
    });
    expect(standingOf(visit)).toEqual({ key: 'mark.visit_postponed', tone: 'warn' });
  });

  it('follows what is told of it, and never goes back', () => {
    const told = (version: number): HubEvent => ({
      kind: 'milestone.changed',
      channelId: id,
      seq: 1,
      networkId: id,
      milestone: { ...milestone, state: 'done', actualOn: '2026-05-01', version },
    });
    expect(withEvent(report, told(4))).toMatchObject({ milestone: { state: 'done', version: 4 } });
    expect(withEvent(report, told(2))).toBe(report);
    expect(withEvent(visit, told(9))).toBe(visit);
  });

  it('is found in a body by its token', () => {
    expect(marksIn(`<#milestone:${id}> and <#visit:x>`)).toEqual([id]);
  });
});
