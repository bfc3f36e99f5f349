/** To whom a question goes: by the rules of its network, past those who are away. Pure. */
import { todayIn } from './target.policy.js';

export interface Away {
  fromOn: string;
  untilOn: string;
  standInId: string | null;
}

/** Somebody to whom questions of a network may be given. */
export interface Candidate {
  id: string;
  timeZone: string;
  away: readonly Away[];
}

export interface Rule {
  tagId: string | null;
  personId: string;
  secondId: string | null;
}

/** The one that counts: of the first tag in the order of the rules, else the one that takes the rest. */
export function ruleFor<R extends Rule>(rules: readonly R[], tagIds: readonly string[]): R | undefined {
  return (
    rules.find(({ tagId }) => tagId !== null && tagIds.includes(tagId)) ?? rules.find(({ tagId }) => tagId === null)
  );
}

/** By whom the questions of a network are answered. */
export interface Answering {
  rules: readonly Rule[];
  /** To whom they may be given. */
  candidates: readonly Candidate[];
  /** Who is asked beside somebody who has not answered in time, the first first. */
  seconds: readonly string[];
}

/** Their days away that today is one of, where they are. */
export function awayToday({ timeZone, away }: Candidate, now: Date): Away | undefined {
  const today = todayIn(timeZone, now);
  return away.find(({ fromOn, untilOn }) => fromOn <= today && today <= untilOn);
}

function findThere(
  candidates: readonly Candidate[],
  now: Date,
  ids: readonly (string | null | undefined)[],
): string | null {
  const known = new Map(candidates.map((one) => [one.id, one]));
  const isThere = (id: string | null | undefined): id is string => {
    const one = id ? known.get(id) : undefined;
    return one !== undefined && !awayToday(one, now);
  };
  return ids.find(isThere) ?? null;
}

interface Wanted {
  personId: string;
  secondId: string | null;
}

/** Whom it is given to: them, whoever stands in for them, or the second; null where none of them is there, or asks it. */
export function whoAnswers(
  { personId, secondId }: Wanted,
  candidates: readonly Candidate[],
  { askedBy, now }: { askedBy: string; now: Date },
): string | null {
  const wanted = candidates.find(({ id }) => id === personId);
  const standIn = wanted && awayToday(wanted, now)?.standInId;
  const others = [personId, standIn, secondId].filter((id) => id !== askedBy);
  return findThere(candidates, now, others);
}

interface Given {
  askedBy: string;
  responsibleId: string;
  tagIds: readonly string[];
}

/** Whether another must answer it: whoever is answerable is away today, or may not answer here any more. */
export function isGone({ responsibleId }: Given, { candidates }: Answering, now: Date): boolean {
  return findThere(candidates, now, [responsibleId]) === null;
}

/** Who answers instead of whoever is gone; null for the queue. */
export function replacementFor(
  { askedBy, responsibleId, tagIds }: Given,
  { rules, candidates }: Answering,
  now: Date,
): string | null {
  const rule = ruleFor(rules, tagIds);
  const personId = candidates.some(({ id }) => id === responsibleId)
    ? responsibleId
    : (rule?.personId ?? responsibleId);
  return whoAnswers({ personId, secondId: rule?.secondId ?? null }, candidates, { askedBy, now });
}

/** Who is asked beside them: the second of the rule, else another who answers in the network, is there, did not ask it nor give it away. */
export function secondFor(
  { askedBy, responsibleId, tagIds, unwilling }: Given & { unwilling: readonly string[] },
  { rules, candidates, seconds }: Answering,
  now: Date,
): string | null {
  const not = new Set([askedBy, responsibleId, ...unwilling]);
  const second = ruleFor(rules, tagIds)?.secondId ?? null;
  return findThere(
    candidates,
    now,
    [second, ...seconds].filter((id) => id === null || !not.has(id)),
  );
}
