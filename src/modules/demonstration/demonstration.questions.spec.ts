import { gives, type ClosedAs, type Role } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { readData } from './demonstration.data.js';
import type { Persona } from './demonstration.people.js';
import type { Asked } from './demonstration.questions.js';
import { demonstration } from './loader.js';

const data = readData();
const now = new Date('2026-11-24T09:12:00Z');
const { questions, tables } = demonstration(data, now);
const count = (is: (one: Asked) => boolean) => questions.filter(is).length;
const dayMs = 86_400_000;

function rolesOn({ memberships }: Persona, network: string, at: Date): Role[] {
  const day = at.toISOString().slice(0, 10);
  return memberships.flatMap((one) =>
    one.network === network && one.fromOn <= day && (one.untilOn === null || day < one.untilOn) ? [one.role] : [],
  );
}

describe('questions of the demonstration', () => {
  it('are ten or more of each network, in every state', () => {
    expect(data.networks.map(({ slug }) => count(({ written }) => written.network === slug))).toEqual([10, 10, 10, 14]);
    const endorsed = (one: Asked) => one.state === 'accepted' && one.steps.some((step) => step.do === 'endorsed');
    expect(count(endorsed)).toBe(13);
    expect(count(({ state, answers }) => state === 'answered' && answers.length === 1)).toBe(10);
    expect(count(({ state, answers }) => state === 'answered' && answers.length === 2)).toBe(6);
    const waits = ({ state }: Asked) => state === 'open' || state === 'routed';
    const age = ({ steps: [first] }: Asked) => (now.getTime() - (first?.at.getTime() ?? 0)) / dayMs;
    expect(count((one) => waits(one) && age(one) > 10)).toBe(5);
    expect(count((one) => waits(one) && age(one) <= 10)).toBe(5);
    const closed = (as: ClosedAs) =>
      count(({ steps }) => steps.some((one) => one.do === 'closed' && one.step?.as === as));
    expect([closed('duplicate'), closed('withdrawn'), closed('no_answer')]).toEqual([3, 1, 1]);
    expect(count(({ paused }) => paused)).toBe(2);
    expect(count(({ written }) => written.summary !== '' && written.language !== 'en')).toBe(5);
    expect(count(({ note }) => note !== null)).toBe(7);
    expect(count(({ note }) => note !== null && Date.parse(note.reviewOn) <= now.getTime())).toBe(1);
    expect(count(({ responsible }) => responsible?.memberships[0].role === 'guest_expert')).toBe(4);
  });

  it('are asked, answered, given and accepted by those who may', () => {
    const wrong = questions.flatMap((one) => {
      const { network, key } = one.written;
      return one.steps.flatMap(({ do: done, by, to, at }) => {
        const roles = by ? rolesOn(by, network, at) : [];
        const works = roles.some((role) => gives(role, 'people'));
        const answers = roles.some((role) => gives(role, 'answer_questions') || role === 'guest_expert');
        const received = to ? rolesOn(to, network, at) : [];
        const fits = !to || received.some((role) => gives(role, 'answer_questions') || role === 'guest_expert');
        const may = {
          asked: works,
          answered: (works || by === one.responsible) && by !== one.asker,
          closed: answers || by === one.asker,
          accepted: by === one.asker,
          endorsed: answers && one.answers.every(({ author }) => author !== by),
        }[done as 'asked'];
        return fits && (may ?? (by === null || answers)) && at <= now ? [] : [`${key} ${done} ${by?.key} ${to?.key}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('happen in order, and whoever has them too is of another partnership', () => {
    for (const { steps, sharers, written } of questions) {
      const times = steps.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      for (const sharer of sharers) expect(sharer.memberships[0].partnership).not.toBe(written.partnership);
    }
  });

  it('come from messages of their network that were said before, and so do answers', () => {
    const made = questions.flatMap(({ message, steps: [first], answers, written }) => [
      ...(message ? [{ message, at: first?.at ?? now, network: written.network }] : []),
      ...answers.flatMap((one) =>
        one.message ? [{ message: one.message, at: one.at, network: written.network }] : [],
      ),
    ]);
    expect(made).toHaveLength(7);
    for (const { message, at, network } of made) {
      expect(message.sentAt.getTime()).toBeLessThan(at.getTime());
      expect([message.channel.network, message.channel.between]).toEqual([network, null]);
    }
  });

  it('let no real pair wait', () => {
    const real = new Set(data.partnerships.flatMap(({ slug, source }) => (source === 'real' ? [slug] : [])));
    const late = questions.filter(
      ({ written, targetAt, state }) =>
        real.has(`${written.partnership}`) && (state === 'open' || (targetAt !== null && targetAt <= now)),
    );
    expect(late).toEqual([]);
  });

  it('have tags and rules that there are', () => {
    const rows = new Map(tables.conversations);
    expect(rows.get('question_rules')).toHaveLength(data.questions.rules.length);
    const slugs = new Set(data.questions.tags.map(({ slug }) => slug));
    const asked = data.questions.questions.flatMap(({ tags }) => tags);
    expect(asked.filter((tag) => !slugs.has(tag))).toEqual([]);
  });
});
