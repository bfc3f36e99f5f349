/** What people choose for themselves and for a channel, coordinators for their network, and what a choice would do. */
import {
  heldMs,
  notificationKinds,
  suggestedMail,
  tellings,
  type MailChoices,
  type NotificationKind,
  type Parsed,
  type Preferences,
  type PreferencesChange,
  type PreferencesPreview,
} from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '../administration/audit.service.js';
import { ChannelsService } from '../channels/channels.service.js';
import type { Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { mailChoice, unchosen } from './choices.policy.js';
import { nextDigest } from './digest-times.policy.js';
import { holidaysOf } from './holidays.policy.js';
import {
  channelChoicesOf,
  choose,
  chooseForChannel,
  keeperOf,
  networksOf,
  type Keeper,
} from './preferences.queries.js';
import { quietOf } from './preferences.service.js';
import { zoneOf } from './zone.policy.js';
import { wakingTime } from './waking.policy.js';

/** Whoever has no holiday in a year has none. */
const looksAheadDays = 366;

@Injectable()
export class ChoosingService {
  constructor(
    private readonly database: Database,
    private readonly channels: ChannelsService,
    private readonly networks: NetworkAccessService,
    private readonly audit: AuditService,
  ) {}

  async read({ personId }: Actor): Promise<Preferences> {
    const [keeper, networks, channels] = await Promise.all([
      this.keeper(personId),
      this.database.query<Preferences['networks'][number]>(networksOf, [personId]),
      this.database.query<Preferences['channels'][number]>(channelChoicesOf, [personId]),
    ]);
    const { timeZone, country, own } = keeper;
    const next = await nextHoliday(keeper);
    return { ...(own ?? unchosen), timeZone, country, nextHoliday: next, networks, channels };
  }

  async change(actor: Actor, given: PreferencesChange): Promise<Preferences> {
    await this.database.query(choose, [
      actor.personId,
      sayable(given.mail),
      given.digest,
      given.digestAt,
      given.digestWeekday,
      given.quietFrom,
      given.quietUntil,
      [...new Set(given.quietDays)].sort((a, b) => a - b),
      given.quietHolidays,
    ]);
    return this.read(actor);
  }

  async preview(actor: Actor, { preferences, kind, at }: Parsed<'preference.preview'>): Promise<PreferencesPreview> {
    const [keeper, networks] = await Promise.all([
      this.keeper(actor.personId),
      this.database.query<Preferences['networks'][number]>(networksOf, [actor.personId]),
    ]);
    const suggested = suggestedMail(
      kind,
      networks.map((network) => network.mail),
    );
    const { mail: own, digest } = preferences;
    const mail = mailChoice(kind, { network: { [kind]: suggested }, own, channel: {}, digest });
    const critical = tellings[kind].critical === true;
    const quiet = await quietOf(keeper, preferences);
    const came = new Date(at);
    if (mail === 'off') return { mail, at: null, waits: 'no', critical };
    if (mail === 'digest') {
      const rule = { digest, at: preferences.digestAt, weekday: preferences.digestWeekday, quiet };
      return { mail, at: nextDigest(came, rule)?.at.toISOString() ?? null, waits: 'digest', critical };
    }
    const waking = wakingTime(critical ? came : new Date(came.getTime() + heldMs), quiet);
    return { mail, at: waking.at.toISOString(), waits: waking.reason ?? (critical ? 'no' : 'held'), critical };
  }

  async forChannel(actor: Actor, { channelId, mail }: Parsed<'preference.channel'>): Promise<void> {
    await this.channels.readable(actor, channelId);
    const chosen = sayable(mail, (kind) => tellings[kind].ofChannel === true);
    await this.database.query(
      Object.keys(chosen).length > 0
        ? chooseForChannel
        : 'delete from channel_preferences where person_id = $1 and channel_id = $2 and $3::jsonb is not null',
      [actor.personId, channelId, chosen],
    );
  }

  async ofNetwork(actor: Actor, networkSlug: string): Promise<{ mail: MailChoices }> {
    const { id } = await this.networks.visible(actor, networkSlug);
    return { mail: await this.defaults(this.database, id) };
  }

  async setNetwork(actor: Actor, { networkSlug, mail }: Parsed<'preference.setNetwork'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { id } = await this.networks.lookedAfter(actor, networkSlug, tx);
      const before = await this.defaults(tx, id);
      const after = sayable(mail);
      if (notificationKinds.every((kind) => before[kind] === after[kind])) return;
      await tx.query('update networks set mail_defaults = $2 where id = $1', [id, after]);
      await this.audit.write(tx, {
        actor,
        networkId: id,
        action: 'preference.setNetwork',
        subjectId: id,
        before,
        after,
      });
    });
  }

  private async defaults(from: Pick<Database, 'query'>, networkId: string): Promise<MailChoices> {
    const sql = 'select mail_defaults as mail from networks where id = $1';
    const [network] = await from.query<{ mail: MailChoices }>(sql, [networkId]);
    return network?.mail ?? {};
  }

  private async keeper(personId: string): Promise<Keeper> {
    const [keeper] = await this.database.query<Keeper>(keeperOf, [personId]);
    if (!keeper) throw new Error('Whoever is signed in has an account.');
    return keeper;
  }
}

async function nextHoliday({ country, timeZone, locale }: Keeper): Promise<Preferences['nextHoliday']> {
  const holidays = await holidaysOf(country);
  const today = Temporal.Now.plainDateISO(zoneOf(timeZone));
  for (let n = 0; n < looksAheadDays; n++) {
    const on = today.add({ days: n }).toString();
    const name = holidays.on(on, locale);
    if (name !== null) return { on, name };
  }
  return null;
}

/** What may be chosen at all: of what is critical nothing. */
function sayable(mail: MailChoices, may: (kind: NotificationKind) => boolean = () => true): MailChoices {
  return Object.fromEntries(
    Object.entries(mail).filter(([kind]) => {
      const known = kind as NotificationKind;
      return tellings[known].critical !== true && may(known);
    }),
  );
}
