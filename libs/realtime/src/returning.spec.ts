/** Whoever comes back is asked for nothing that this node told them. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeAll, pair } from '../../testing/src/live-nodes.js';
import { until } from '../../testing/src/until.js';
import { personRoom } from './rooms.js';

afterEach(closeAll);

describe('whoever comes back', () => {
  const at = (seq: number, subjectId?: string) => ({ channelId: 'c', seq, subjectId });

  it('missed nothing only where they hear the channel and stand exactly at its end', async () => {
    const { rows, a } = await pair();
    await a.online('lars');
    const missed = (place: ReturnType<typeof at>, person = 'lars') =>
      a.live.returning.uncertain(person, [place]).length > 0;
    await until(() => missed(at(2)), (uncertain) => !uncertain); // prettier-ignore
    expect([missed(at(1)), missed(at(3)), missed(at(2), 'amara'), missed({ ...at(2), channelId: 'd' })]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([a.live.returning.toldTo('lars'), a.live.returning.toldTo('amara')]).toEqual([0, undefined]);
    a.emit(rows.said());
    expect([missed(at(2)), missed(at(3))]).toEqual([true, false]);
    a.live.leave('lars', 'c');
    expect(missed(at(3))).toBe(true);
  });

  it('is of another history where the last event was about something else, or nobody knows about what', async () => {
    const { rows, a } = await pair();
    await a.online('lars');
    const uncertain = (place: ReturnType<typeof at>) => a.live.returning.uncertain('lars', [place]).length > 0;
    await until(() => uncertain(at(2)), (yes) => !yes); // prettier-ignore
    expect(uncertain(at(2, 'lars'))).toBe(true);
    a.live.returning.learn(at(1, 'lars'));
    expect(uncertain(at(2, 'lars'))).toBe(true);
    a.live.returning.learn(at(2, 'lars'));
    expect([uncertain(at(2, 'lars')), uncertain(at(2, 'grace'))]).toEqual([false, true]);
    a.emit(rows.left('amara'));
    expect([uncertain(at(3, 'amara')), uncertain(at(3, 'lars'))]).toEqual([false, true]);
  });

  it('is told what concerns them and happened while they were let in', async () => {
    const { rows, a } = await pair({ sweepMs: 60_000 });
    const own = { kind: 'channel.muted', userSeq: 1, channelId: 'c', muted: true } as const;
    a.live.servedBy('person', async (_, after) => (after < 1 ? [own] : []));
    let release: () => void = () => undefined;
    rows.held = new Promise((resolve) => (release = resolve));
    const lars = a.connect('lars');
    await until(() => rows.waiting, (count) => count === 1); // prettier-ignore
    a.live.emit(personRoom('lars'), [own]);
    release();
    await until(() => lars.told, (told) => told.length === 1); // prettier-ignore
    expect(lars.told).toEqual([own]);
    expect(a.live.returning.toldTo('lars')).toBe(1);
  });
});
