/** Renaming and extending a network, closing it and opening it again. */
import { Failure, type NetworkStatus, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import { RoomsService } from '../channels/rooms.service.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { NetworkAccessService } from './network-access.service.js';
import { Network, NetworkClosing } from './network.entity.js';
import { isClosed } from './networks.policy.js';

type Given = Omit<Parsed<'network.change'>, 'networkSlug'>;
type Closed = Exclude<Parsed<'network.close'>['to'], 'open'>;

@Injectable()
export class ChangingService {
  constructor(
    private readonly database: Database,
    private readonly access: NetworkAccessService,
    private readonly rooms: RoomsService,
    private readonly audit: AuditService,
  ) {}

  async change(actor: Actor, { networkSlug, ...given }: Parsed<'network.change'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { id } = await this.access.lookedAfter(actor, networkSlug, tx);
      const network = await tx.manager.findOneByOrFail(Network, { id });
      const { endsOn, name } = given;
      if (endsOn !== undefined && endsOn < network.endsOn)
        throw new Failure('INVALID', 'A network is only ever extended.', {
          fields: [{ path: 'endsOn', problem: 'too_early' }],
        });
      const fields = (Object.keys(given) as (keyof Given)[]).filter((field) => given[field] !== network[field]);
      if (fields.length === 0) return;
      const extended = fields.includes('endsOn') && (await hasBegun(tx, network));
      await tx.manager.update(
        Network,
        { id },
        {
          ...given,
          ...(fields.includes('name') && { formerNames: formerNames(network, name) }),
          ...(extended && { status: 'extended' }),
        },
      );
      const dates = (of: { endsOn: string | undefined; status: NetworkStatus }) =>
        fields.includes('endsOn') ? { endsOn: of.endsOn, status: of.status } : {};
      await this.audit.write(tx, {
        actor,
        networkId: id,
        action: 'network.change',
        subjectId: id,
        before: dates(network),
        after: { fields, ...dates({ endsOn, status: extended ? 'extended' : network.status }) },
      });
    });
  }

  /** Whatever people closed themselves stays closed when the network is opened again. */
  async close(actor: Actor, { networkSlug, to, reason = '' }: Parsed<'network.close'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { id, status } = await this.access.visible(actor, networkSlug, tx);
      if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'Networks are closed by administrators.');
      const after = to === 'open' ? await this.reopen(tx, id, status) : await this.end(tx, { id, status, to, reason });
      if (after === status) return;
      await this.audit.write(tx, {
        actor,
        networkId: id,
        action: to === 'open' ? 'network.reopen' : 'network.close',
        subjectId: id,
        reason,
        before: { status },
        after: { status: after },
      });
    });
  }

  private async end(
    tx: Transaction,
    { id, status, to, reason }: { id: string; status: NetworkStatus; to: Closed; reason: string },
  ): Promise<NetworkStatus> {
    if (status === to) return status;
    const statusBefore = isClosed(status) ? await endClosing(tx, id) : status;
    await tx.manager.insert(NetworkClosing, { id: uuidv7(), networkId: id, status: to, statusBefore, reason });
    await tx.manager.update(Network, { id }, { status: to });
    await this.rooms.close(tx, { networkId: id });
    return to;
  }

  private async reopen(tx: Transaction, id: string, status: NetworkStatus): Promise<NetworkStatus> {
    if (!isClosed(status)) return status;
    const statusBefore = await endClosing(tx, id);
    await tx.manager.update(Network, { id }, { status: statusBefore });
    await this.rooms.reopen(tx, { networkId: id });
    return statusBefore;
  }
}

/** What the network was before. One that was closed before closings were kept is under way again. */
async function endClosing(tx: Transaction, networkId: string): Promise<NetworkStatus> {
  const [closing] = await tx.query<{ statusBefore: NetworkStatus }>(
    `update network_closings set reopened_at = now() where network_id = $1 and reopened_at is null
    returning status_before as "statusBefore"`,
    [networkId],
  );
  return closing?.statusBefore ?? 'active';
}

async function hasBegun(tx: Transaction, { startsOn }: Network): Promise<boolean> {
  const [today] = await tx.query<{ begun: boolean }>('select $1::date <= current_date as begun', [startsOn]);
  return today?.begun ?? false;
}

/** The latest last; a name that is taken up again is former no more. */
function formerNames({ name, formerNames: known }: Network, next: string | undefined): string[] {
  return [...known.filter((former) => former !== next && former !== name), name];
}
