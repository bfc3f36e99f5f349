/** Exchange visits as everybody who works in the network reads them, and as the network's events tell them. */
import {
  Failure,
  lessonsDueOn,
  type ChannelEvent,
  type NetworkStatus,
  type PartnershipStatus,
  type VisitCard,
  type VisitPage,
} from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { worksInNetwork, type Actor } from '../identity/actor.js';
import { JournalService, type ChannelRow } from '../journal/journal.service.js';
import { mayChangeIn } from '../timeline/timeline.policy.js';
import { cardsById, cardsOfNetworks, visitPage } from './visits.queries.js';

/** What decides who changes a visit. */
export interface WhereVisited {
  inNetwork: { id: string; status: NetworkStatus };
  inPartnership: { id: string; status: PartnershipStatus };
}

type Loaded = Omit<VisitPage, 'lessonsDueOn' | 'may'> & WhereVisited;

@Injectable()
export class VisitsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
  ) {}

  onModuleInit(): void {
    this.journal.showsChannels(['visit.changed'], (channelId, rows) => this.show(channelId, rows));
  }

  /** For networks that the caller has authorised. */
  cards(networkIds: readonly string[], from: Database | Transaction = this.database): Promise<VisitCard[]> {
    return from.query<VisitCard>(cardsOfNetworks, [networkIds]);
  }

  async page(actor: Actor, visitId: string): Promise<VisitPage> {
    const [loaded] = await this.database.query<Loaded>(visitPage, [visitId, actor.personId]);
    // Absent and hidden answer the same.
    if (!loaded || !worksInNetwork(actor, loaded.inNetwork.id))
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    const may = { change: mayChangeIn(actor, loaded.inNetwork, loaded.inPartnership) };
    return { ...loaded, lessonsDueOn: lessonsDueOn(loaded.visit), may };
  }

  private async show(channelId: string, rows: ChannelRow[]): Promise<ChannelEvent[]> {
    const ids = [...new Set(rows.map(({ subjectId }) => subjectId))];
    const cards = await this.database.query<VisitCard & { networkId: string }>(cardsById, [ids]);
    const byId = new Map(cards.map((card) => [card.id, card]));
    return rows.flatMap(({ seq, subjectId }): ChannelEvent[] => {
      const found = byId.get(subjectId);
      if (!found) return [];
      const { networkId, ...visit } = found;
      return [{ kind: 'visit.changed', channelId, seq, networkId, visit }];
    });
  }
}
