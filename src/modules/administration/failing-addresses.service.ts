/** Whom of a network's people mail does not reach, for whoever looks after them: they are to be asked another way. */
import { Failure, type FailingAddress } from '@hub/contracts';
import { Database, instant } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { refusals } from '../mail/failing.fragments.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { looksAfter } from '../networks/networks.policy.js';

@Injectable()
export class FailingAddressesService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
  ) {}

  async list(actor: Actor, networkSlug: string): Promise<FailingAddress[]> {
    const network = await this.networks.visible(actor, networkSlug);
    if (!looksAfter(actor, network.id))
      throw new Failure('FORBIDDEN', 'Whoever looks after the network sees whom mail does not reach.');
    return this.database.query<FailingAddress>(failing, [network.id]);
  }
}

/** $1 network: the longest unreached first. */
const failing = `
  select json_build_object('id', p.id, 'name', p.name, 'initials', p.initials) as person, p.email, x.reason,
    ${instant('x.since')} as since, x.letters
  from people p cross join lateral ${refusals('p')} x
  where p.disabled_at is null
    and exists (select from current_memberships m where m.person_id = p.id and m.network_id = $1)
  order by x.since, p.name, p.id`;
