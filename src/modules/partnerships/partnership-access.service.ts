/** The way to a partnership that is about to be changed, for an actor who may. */
import { Failure, type FieldProblem, type NetworkStatus, type PartnershipStatus } from '@hub/contracts';
import type { Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { worksInNetwork, type Actor } from '../identity/actor.js';
import { isClosed, looksAfter } from '../networks/networks.policy.js';
import { holdBySlug, isAhead, partnershipToChange } from './partnerships.queries.js';

/** Held as it is until the transaction ends. */
export interface PartnershipToChange {
  id: string;
  slug: string;
  name: string;
  formerNames: string[];
  associate: boolean;
  networkId: string;
  networkStatus: NetworkStatus;
  /** The latest. */
  status: PartnershipStatus;
}

@Injectable()
export class PartnershipAccessService {
  /** Absent and hidden answer the same. `may` decides about whoever sees it. */
  async toChange(
    tx: Transaction,
    actor: Actor,
    slug: string,
    may: (partnership: PartnershipToChange) => boolean = ({ networkId }) => looksAfter(actor, networkId),
  ): Promise<PartnershipToChange> {
    await tx.query(holdBySlug, [slug]);
    const [partnership] = await tx.query<PartnershipToChange>(partnershipToChange, [slug]);
    if (!partnership || !worksInNetwork(actor, partnership.networkId))
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    if (!may(partnership)) throw new Failure('FORBIDDEN', 'Others look after this partnership.');
    if (isClosed(partnership.networkStatus)) throw new Failure('FORBIDDEN', 'The network is closed.');
    return partnership;
  }
}

export async function refuseAhead(tx: Transaction, path: string, day: string): Promise<void> {
  const [today] = await tx.query<{ ahead: boolean }>(isAhead, [day]);
  if (today?.ahead) throw wrong(path, 'too_late');
}

export function wrong(path: string, problem: FieldProblem): Failure {
  return new Failure('INVALID', `This cannot be the ${path}.`, { fields: [{ path, problem }] });
}
