/** What somebody must know who wants to ask: on whose behalf they may, whom it would go to, and by when an answer could come. */
import { Failure, type Expectation, type Parsed, type QuestionForm } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { isClosed } from '../networks/networks.policy.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { formOf } from './asking.queries.js';
import { targetAt } from './answer-day.policy.js';
import { asksFor } from './questions.policy.js';
import { RoutingService } from './routing.service.js';
import { targetOf } from './target.policy.js';

type Form = Omit<QuestionForm, 'partnerships' | 'alone'> & {
  partnerships: (QuestionForm['partnerships'][number] & { id: string })[];
};

@Injectable()
export class ExpectingService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly routing: RoutingService,
    private readonly preferences: PreferencesService,
  ) {}

  async form(actor: Actor, networkSlug: string): Promise<QuestionForm> {
    const { id: networkId, status } = await this.networks.workedIn(actor, networkSlug);
    const [form] = await this.database.query<Form>(formOf, [networkId, actor.personId]);
    if (!form) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const open = !isClosed(status);
    const partnerships = form.partnerships.filter(({ id }) => open && asksFor(actor, { networkId, partnershipId: id }));
    return {
      ...form,
      partnerships: partnerships.map(({ slug, name }) => ({ slug, name })),
      alone: open && asksFor(actor, { networkId, partnershipId: null }),
    };
  }

  /** Where nobody would be answerable at once, the days are those of whoever asks. */
  async expect(
    actor: Actor,
    { networkSlug, tagIds }: Parsed<'question.expect'>,
    now = new Date(),
  ): Promise<Expectation> {
    const { id } = await this.networks.workedIn(actor, networkSlug);
    const [form] = await this.database.query<Form>(formOf, [id, actor.personId]);
    const found = await this.routing.ruled(id, tagIds, { askedBy: actor.personId, now });
    const keeper = found?.id ?? actor.personId;
    const calendar = (await this.preferences.calendars([keeper])).get(keeper);
    if (!form || !calendar) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const at = targetOf(now, form.responseDays, calendar)?.toISOString() ?? null;
    const responsible = found && { id: found.id, name: found.name, initials: found.initials, role: found.role };
    return { responsible, target: targetAt(at, calendar.timeZone, now) };
  }
}
