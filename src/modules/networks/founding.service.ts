/** Making a network in one step: its frame, the channels and the milestone plan of its template, and its first partnerships. */
import { Failure, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../administration/audit.service.js';
import { RoomsService } from '../channels/rooms.service.js';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { FormingService } from '../partnerships/forming.service.js';
import { PlanningService } from '../timeline/planning.service.js';
import { Network, Theme } from './network.entity.js';
import { insertNetwork, networkSlugsLike } from './networks.queries.js';
import { firstFree, slugOf } from './slug.policy.js';
import { commonRooms, networkMonths, type Room } from './template.policy.js';

type Founded = Parsed<'network.create'>;
type First = NonNullable<Founded['partnerships']>[number];

@Injectable()
export class FoundingService {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsService,
    private readonly forming: FormingService,
    private readonly planning: PlanningService,
    private readonly audit: AuditService,
  ) {}

  /** Once for its id: whoever asks again is told where it is. */
  async create(actor: Actor, input: Founded): Promise<{ networkSlug: string }> {
    if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'Networks are made by administrators.');
    const theme = await this.database.manager.findOneBy(Theme, { id: input.themeId });
    if (!theme) throw wrong('themeId', 'not_a_choice');
    return this.database.transaction(async (tx) => {
      // Of two who make networks of one name, the second sees the slug of the first.
      await tx.query('lock table networks in share row exclusive mode');
      const before = await tx.manager.findOneBy(Network, { id: input.networkId });
      if (before) return { networkSlug: before.slug };
      const slug = await slugFor(tx, input);
      await this.insert(tx, slug, input);
      const rooms = [...commonRooms, ...input.channels.map(ownRoom)];
      await this.rooms.open(tx, rooms, {
        networkId: input.networkId,
        partnershipId: null,
        createdBy: actor.personId,
      });
      await this.planning.found(tx, { id: input.networkId, startsOn: input.startsOn, theme: theme.slug });
      const { partnerships = [] } = input;
      for (const [n, first] of partnerships.entries()) await this.form(tx, actor, { ...input, n, first });
      await this.audit.write(tx, {
        actor,
        networkId: input.networkId,
        action: 'network.create',
        subjectId: input.networkId,
        after: { slug, themeId: input.themeId, startsOn: input.startsOn, channels: rooms.length },
      });
      return { networkSlug: slug };
    });
  }

  /** In its inception from the first day of the network, or from today where that lies ahead. */
  private async form(
    tx: Transaction,
    actor: Actor,
    { networkId, startsOn, n, first }: Founded & { n: number; first: First },
  ): Promise<void> {
    const [from] = await tx.query<{ on: string }>('select least($1::date, current_date) as on', [startsOn]);
    const formed = { ...first, partnershipId: uuidv7(), status: 'inception' as const, fromOn: from?.on ?? startsOn };
    try {
      await this.forming.form(tx, actor, networkId, formed);
    } catch (error) {
      throw error instanceof Failure ? within(`partnerships.${n}`, error) : error;
    }
  }

  private async insert(tx: Transaction, slug: string, network: Founded): Promise<void> {
    const { networkId, name, themeId, region, purpose, round, startsOn, endsOn = null } = network;
    await tx.query(insertNetwork, [
      networkId,
      slug,
      name,
      themeId,
      region,
      purpose,
      round,
      startsOn,
      endsOn,
      networkMonths,
    ]);
  }
}

/** A slug that was asked for is given or refused; one made from the name gives way. */
async function slugFor(tx: Transaction, { slug, name }: Founded): Promise<string> {
  const base = slug ?? slugOf(name, 'network');
  const rows = await tx.query<{ slug: string }>(networkSlugsLike, [base]);
  const taken = new Set(rows.map((row) => row.slug));
  if (slug !== undefined && taken.has(slug)) throw wrong('slug', 'taken');
  return firstFree(base, taken);
}

function ownRoom({ name, purpose, sensitive = false }: Founded['channels'][number]): Room {
  return { slug: slugOf(name, 'channel'), kind: 'thematic', name, purpose, sensitive };
}

function wrong(path: string, problem: 'taken' | 'not_a_choice'): Failure {
  return new Failure('INVALID', `The ${path} cannot be used.`, { fields: [{ path, problem }] });
}

function within(path: string, { code, message, details }: Failure): Failure {
  const fields = details.fields?.map((field) => ({ ...field, path: `${path}.${field.path}` }));
  return new Failure(code, message, { ...details, ...(fields && { fields }) });
}
