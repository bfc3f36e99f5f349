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

/** Their days away that today is one of, where they are. */
export function awayToday({ timeZone, away }: Candidate, now: Date): Away | undefined {
  const today = todayIn(timeZone, now);
  return away.find(({ fromOn, untilOn }) => fromOn <= today && today <= untilOn);
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
  const known = new Map(candidates.map((one) => [one.id, one]));
  const isThere = (id: string | null | undefined): id is string => {
    const one = id && id !== askedBy ? known.get(id) : undefined;
    return one !== undefined && !awayToday(one, now);
  };
  const wanted = known.get(personId);
  const standIn = wanted && awayToday(wanted, now)?.standInId;
  return [personId, standIn, secondId].find(isThere) ?? null;
}
