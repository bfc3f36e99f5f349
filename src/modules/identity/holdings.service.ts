/** Roles that come and go with something else: a seat that is taken, an invitation that is accepted. */
import type { Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Membership } from './membership.entity.js';
import { lockPerson, sameRole, widen } from './memberships.queries.js';
import type { HeldRole } from './roles.policy.js';

export type Held = HeldRole & { personId: string };

@Injectable()
export class HoldingsService {
  /** Whether somebody has any role in the network today. */
  async isIn(tx: Transaction, personId: string, networkId: string): Promise<boolean> {
    const found = await tx.query('select from current_memberships where person_id = $1 and network_id = $2 limit 1', [
      personId,
      networkId,
    ]);
    return found.length > 0;
  }

  /**
   * A role is held once at a time: one that they have in some of these days is widened to all of them. Nobody else gives
   * this person a role until the transaction ends. Answers the membership.
   */
  async hold(
    tx: Transaction,
    { personId, role, networkId, partnershipId, side }: Held,
    { fromOn, untilOn }: { fromOn: string; untilOn: string | null },
  ): Promise<string> {
    await tx.query(lockPerson, [personId]);
    const place = [personId, role, networkId, partnershipId, side];
    const [known] = await tx.query<{ id: string }>(sameRole, [...place, fromOn, untilOn]);
    if (known) {
      await tx.query(widen, [known.id, fromOn, untilOn]);
      return known.id;
    }
    const id = uuidv7();
    await tx.manager.insert(Membership, { id, personId, role, networkId, partnershipId, side, fromOn, untilOn });
    return id;
  }

  /** One that ends earlier already stays as it is. */
  async end(tx: Transaction, id: string, untilOn: string): Promise<void> {
    await tx.query('update memberships set until_on = $2 where id = $1 and (until_on is null or until_on > $2::date)', [
      id,
      untilOn,
    ]);
  }
}
