/** Whose digest is due, by everybody's own rule. */
import type { PreferencesChange } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { unchosen } from './choices.policy.js';
import { dueDigest, type DigestDue } from './digest-times.policy.js';
import { keeperOf, rulesKept, type Keeper } from './preferences.queries.js';
import { quietOf } from './preferences.service.js';
import { wakingTime } from './waking.policy.js';

interface Kept extends Pick<Keeper, 'timeZone' | 'country' | 'own'> {
  personIds: string[];
}

export interface DigestsDue extends DigestDue {
  personIds: string[];
}

@Injectable()
export class DigestRulesService {
  constructor(private readonly database: Database) {}

  /** What is to be sent at this moment. People who live by the same rule are reckoned once. */
  async due(now: Date): Promise<DigestsDue[]> {
    const found: DigestsDue[] = [];
    for (const { personIds, ...keeper } of await this.database.query<Kept>(rulesKept)) {
      const due = dueDigest(now, await ruleOf(keeper));
      if (due) found.push({ ...due, personIds });
    }
    return found;
  }

  /** Whether a digest may come to somebody now, as they have chosen by now. */
  async allows(personId: string, now: Date): Promise<boolean> {
    const [keeper] = await this.database.query<Keeper>(keeperOf, [personId]);
    const { digest } = keeper?.own ?? unchosen;
    if (!keeper || digest === 'off') return false;
    return wakingTime(now, await quietOf(keeper, keeper.own ?? unchosen)).reason === null;
  }
}

async function ruleOf(keeper: Omit<Kept, 'personIds'>) {
  const own: PreferencesChange = keeper.own ?? unchosen;
  const { digest, digestAt, digestWeekday } = own;
  return { digest, at: digestAt, weekday: digestWeekday, quiet: await quietOf(keeper, own) };
}
