import { describe, expect, it } from '@jest/globals';
import { entriesOf } from './entries';
import { milestoneLike, networkLike, rowLike, visitLike } from './example';

describe('the list', () => {
  const today = '2026-11-30';
  const network = networkLike({
    milestones: [milestoneLike({ id: 'n', partnershipId: null, plannedOn: '2026-12-02' })],
    rows: [
      rowLike({
        milestones: [
          milestoneLike({ id: 'late', plannedOn: '2026-10-01', late: true }),
          milestoneLike({ id: 'today', plannedOn: today }),
          milestoneLike({ id: 'next year', plannedOn: '2027-02-01' }),
          milestoneLike({ id: 'done', plannedOn: '2026-04-01', actualOn: '2026-05-20', state: 'done' }),
          milestoneLike({ id: 'done early', plannedOn: '2026-03-01', state: 'done' }),
        ],
        visits: [visitLike({ id: 'under way', startsOn: '2026-10-28', endsOn: '2026-12-01' })],
      }),
    ],
  });
  const { late, coming, past } = entriesOf([network], today);

  it('has what is late first, then every month that comes, then what has been', () => {
    expect(late.map(({ id }) => id)).toEqual(['late']);
    expect(coming.map(({ month, entries }) => [month, entries.map(({ id }) => id)])).toEqual([
      ['2026-11', ['under way', 'today']],
      ['2026-12', ['n']],
      ['2027-02', ['next year']],
    ]);
    expect(past.map(({ id }) => id)).toEqual(['done', 'done early']);
  });

  it('tells whose each is', () => {
    expect(coming[1]?.entries[0]?.row).toBeNull();
    expect(late[0]?.row?.partnership.name).toBe('Falun–Kolomyia');
  });
});
