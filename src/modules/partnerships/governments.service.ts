/** Local governments, which stand once however many partnerships they are in. */
import { Failure, type LocalGovernment as Shown, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { looksAfter } from '../networks/networks.policy.js';
import { slugOf } from '../networks/slug.policy.js';
import { LocalGovernment } from './local-government.entity.js';
import { wrong } from './partnership-access.service.js';
import { governments } from './partnerships.queries.js';

@Injectable()
export class GovernmentsService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, networkSlug: string | undefined): Promise<Shown[]> {
    await this.refuseOthers(actor, networkSlug);
    return this.database.query<Shown>(governments);
  }

  /** One of the same kind and country whose name differs in marks or capitals only is the same one. */
  async add(actor: Actor, { networkSlug, ...given }: Parsed<'government.add'>): Promise<Shown> {
    const networkId = await this.refuseOthers(actor, networkSlug);
    return this.database.transaction(async (tx) => {
      await tx.query('lock table local_governments in share row exclusive mode');
      const { kind, country } = given;
      const near = await tx.manager.findBy(LocalGovernment, { kind, country });
      if (near.some(({ name }) => folded(name) === folded(given.name))) throw wrong('name', 'taken');
      const added = { id: uuidv7(), ...given, source: 'real' as const };
      await tx.manager.insert(LocalGovernment, added);
      await this.audit.write(tx, {
        actor,
        networkId,
        action: 'government.add',
        subjectId: added.id,
        after: { kind, country },
      });
      return added;
    });
  }

  /** Administrators, and whoever looks after the network that is named. */
  private async refuseOthers(actor: Actor, networkSlug: string | undefined): Promise<string | null> {
    const network = networkSlug === undefined ? undefined : await this.networks.visible(actor, networkSlug);
    if (!isAdministrator(actor) && !(network && looksAfter(actor, network.id)))
      throw new Failure('FORBIDDEN', 'Local governments are kept by those who look after networks.');
    return network?.id ?? null;
  }
}

/** A name without any letter of an address is compared as it is. */
function folded(name: string): string {
  return slugOf(name, name.normalize('NFKC').toLowerCase().trim());
}
