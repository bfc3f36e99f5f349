/** The bands behind timelines: what is known of a network's countries comes with them, the rest is added by hand. */
import { Failure, gives, type BandList, type CalendarBand, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../administration/audit.service.js';
import { isAdministrator, networksSeen, type Actor } from '../identity/actor.js';
import { addBand, bandsOf, bandToChange, bringBands, countriesOf, markBand, timeOfNetwork } from './bands.queries.js';
import { knownBands } from './known-bands.policy.js';

@Injectable()
export class BandsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  /** Those of these countries, by their first day. */
  of(countries: readonly string[]): Promise<CalendarBand[]> {
    return this.database.query<CalendarBand>(bandsOf, [countries]);
  }

  async list(actor: Actor): Promise<BandList> {
    return { bands: await this.of(await this.seenBy(actor)), may: { change: changes(actor) } };
  }

  /** Once for its id. */
  async add(actor: Actor, { bandId, kind, country, name, startsOn, endsOn }: Parsed<'band.add'>): Promise<void> {
    await this.allow(actor, country);
    await this.database.transaction(async (tx) => {
      const names = JSON.stringify({ en: name });
      const [added] = await tx.query(addBand, [bandId, kind, country, names, startsOn, endsOn, actor.personId]);
      const after = { kind, country, startsOn, endsOn };
      if (added) await this.audit.write(tx, { actor, networkId: null, action: 'band.add', subjectId: bandId, after });
    });
  }

  remove(actor: Actor, bandId: string): Promise<void> {
    return this.mark(actor, bandId, true);
  }

  /** As it was before it was taken away. */
  restore(actor: Actor, bandId: string): Promise<void> {
    return this.mark(actor, bandId, false);
  }

  /** What is known beforehand of the countries of a network, for the time it works. May be brought again. */
  async bring(tx: Transaction, networkId: string): Promise<void> {
    const [network] = await tx.query<{ startsOn: string; endsOn: string; countries: string[] }>(timeOfNetwork, [
      networkId,
    ]);
    const { startsOn = '', endsOn = '', countries = [] } = network ?? {};
    const bands = countries.flatMap((country) => knownBands(country, startsOn, endsOn));
    await tx.query(bringBands, [JSON.stringify(bands)]);
  }

  private async mark(actor: Actor, bandId: string, removed: boolean): Promise<void> {
    const seen = new Set(await this.seenBy(actor));
    await this.database.transaction(async (tx) => {
      const [band] = await tx.query<CalendarBand & { removed: boolean }>(bandToChange, [bandId]);
      if (!band || !seen.has(band.country)) throw new Failure('NOT_FOUND', 'There is nothing here.');
      const { kind, country, startsOn, endsOn } = band;
      await this.allow(actor, country);
      if (band.removed === removed) return;
      await tx.query(markBand, [bandId, removed]);
      const action = removed ? 'band.remove' : 'band.restore';
      const state = { kind, country, startsOn, endsOn };
      const shown = removed ? { before: state } : { after: state };
      await this.audit.write(tx, { actor, networkId: null, action, subjectId: bandId, ...shown });
    });
  }

  /** For whoever keeps the timeline of a network with this country. */
  private async allow(actor: Actor, country: string): Promise<void> {
    if (!changes(actor)) throw new Failure('FORBIDDEN', 'Project coordinators look after this.');
    const keeping = actor.memberships.filter(({ role }) => gives(role, 'timeline'));
    const countries = await this.countries(isAdministrator(actor) ? null : networksIn(keeping));
    if (countries.includes(country)) return;
    if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'None of your networks works in this country.');
    const fields = [{ path: 'country', problem: 'not_a_choice' as const }];
    throw new Failure('INVALID', 'No network works in this country.', { fields });
  }

  private seenBy(actor: Actor): Promise<string[]> {
    return this.countries(isAdministrator(actor) ? null : networksSeen(actor));
  }

  private async countries(networkIds: string[] | null): Promise<string[]> {
    const rows = await this.database.query<{ country: string }>(countriesOf, [networkIds]);
    return rows.map(({ country }) => country);
  }
}

const changes = ({ memberships }: Actor) => memberships.some(({ role }) => gives(role, 'timeline'));
const networksIn = (memberships: Actor['memberships']) => memberships.flatMap(({ networkId }) => networkId ?? []);
