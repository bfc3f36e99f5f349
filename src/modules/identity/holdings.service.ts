/** Roles that come and go with something else, such as a seat. */
import type { Role, Side } from '@hub/contracts';
import type { Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Membership } from './membership.entity.js';

export interface Held {
  personId: string;
  role: Role;
  networkId: string;
  partnershipId: string;
  side: Side;
}

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

  /** Answers the membership they have without an end, or one that begins on the day. */
  async holding(tx: Transaction, held: Held, fromOn: string): Promise<string> {
    const known = await tx.manager.findOneBy(Membership, {
      ...held,
      fromOn: LessThanOrEqual(fromOn),
      untilOn: IsNull(),
    });
    if (known) return known.id;
    const id = uuidv7();
    await tx.manager.insert(Membership, { id, ...held, fromOn, untilOn: null });
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
