/** What is next for somebody: in the partnerships they work in, and in their networks. */
import { gives, type NextDate, type NextVisit, type TimelineNext } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { hasRight, isAdministrator, networksSeen, worksInNetwork, type Actor } from '../identity/actor.js';
import { clockIn, todayOf } from '../timeline/timeline.policy.js';
import {
  datesOfPartnerships,
  goingOn,
  heldWithoutLessons,
  nextOfNetworks,
  nextVisitOf,
  nextVisitsIn,
  watched,
  zones,
} from './next.queries.js';

const mostLate = 3;
const mostLessons = 2;

type Watch = NonNullable<TimelineNext['networks'][number]['watch']>;
type OfNetwork<T> = T & { networkId: string };

@Injectable()
export class NextService {
  constructor(private readonly database: Database) {}

  async read(actor: Actor): Promise<TimelineNext> {
    const mine = isAdministrator(actor) ? null : networksSeen(actor);
    const networks = await this.database.query<{ id: string; slug: string; name: string }>(goingOn, [mine]);
    const ids = networks.map(({ id }) => id);
    const inPartnerships = actor.memberships.filter(({ networkId }) => networkId !== null && ids.includes(networkId));
    const own = inPartnerships.flatMap(({ partnershipId }) => partnershipId ?? []);
    const planned = inPartnerships.flatMap(({ partnershipId, role }) =>
      gives(role, 'own_timeline') && partnershipId !== null ? partnershipId : [],
    );
    const forAll = ids.filter((id) => worksInNetwork(actor, id) && !worksInPartnershipOf(actor, id));
    const kept = ids.filter((id) => hasRight(actor, 'timeline', id));
    const clocks = await this.clocks(new Date());
    const [dates, [visit], lessons, nexts, visits, watches] = await Promise.all([
      this.database.query<NextDate & { count: number }>(datesOfPartnerships, [own, mostLate, clocks]),
      this.database.query<NextVisit>(nextVisitOf, [own]),
      this.database.query<NextVisit>(heldWithoutLessons, [planned, mostLessons]),
      this.database.query<OfNetwork<NextDate>>(nextOfNetworks, [ids, clocks]),
      this.database.query<OfNetwork<NextVisit>>(nextVisitsIn, [forAll]),
      this.database.query<OfNetwork<Watch>>(watched, [kept, clocks]),
    ]);
    const of = <T>(rows: OfNetwork<T>[], id: string): T | null =>
      rows.find(({ networkId }) => networkId === id) ?? null;
    const late = dates.filter((date) => date.late);
    return {
      today: todayOf(new Date()),
      late,
      lateCount: late[0]?.count ?? 0,
      deadline: dates.find((date) => !date.late) ?? null,
      visit: visit ?? null,
      lessons,
      networks: networks.map(({ id, slug, name }) => ({
        network: { slug, name },
        next: of(nexts, id),
        visit: of(visits, id),
        watch: of(watches, id),
      })),
    };
  }

  private async clocks(now: Date): Promise<string> {
    const found = await this.database.query<{ zone: string }>(zones);
    return JSON.stringify(Object.fromEntries(found.map(({ zone }) => [zone, clockIn(zone, now)])));
  }
}

function worksInPartnershipOf({ memberships }: Actor, networkId: string): boolean {
  return memberships.some(
    (one) => one.networkId === networkId && one.partnershipId !== null && gives(one.role, 'people'),
  );
}
