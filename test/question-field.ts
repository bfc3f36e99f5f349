/** A network whose people ask and answer, for the tests of questions. */
import { caller, type Call } from '@hub/client';
import type { AskQuestion, NotificationKind, Role } from '@hub/contracts';
import {
  hub,
  membership,
  network,
  partnership,
  person,
  until,
  type Place,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';

export interface Someone extends SignedIn {
  name: string;
  call: Call;
}

export type Asking = z.input<typeof AskQuestion>;

export const asking = (more: Partial<Asking> = {}): Asking => ({
  id: uuidv7(),
  networkSlug: 'climate',
  partnershipSlug: 'granvika-mto-mpya',
  title: 'Who pays for tree care?',
  body: 'In year two **nobody** waters.',
  language: 'en',
  summary: '',
  tagIds: [],
  visibility: 'network',
  messageId: null,
  ...more,
});

export type QuestionField = Awaited<ReturnType<typeof questionField>>;

export async function questionField() {
  const here: TestHub = await hub();
  const networkId = await network(here.database);
  const pairId = await partnership(here.database, networkId);
  const otherId = await partnership(here.database, networkId, 'vik-kwale');

  async function somebody(name: string, role: Role, place: Place = { networkId }): Promise<Someone> {
    const personId = await person(here.database, name);
    await membership(here.database, personId, role, place);
    const signedIn = await here.signIn(personId);
    return { ...signedIn, name, call: caller({ origin: here.origin, headers: signedIn.headers }) };
  }

  const on = (partnershipId: string) => ({ networkId, partnershipId, side: 'swedish' }) as const;
  const people = {
    asker: await somebody('Lars Ek', 'partnership_coordinator', on(pairId)),
    neighbour: await somebody('Nina Dal', 'partnership_coordinator', on(otherId)),
    advisor: await somebody('Amara Mwansa', 'research_advisor'),
    expert: await somebody('Elin Dahl', 'expert'),
    coordinator: await somebody('Sigrid Holm', 'project_coordinator'),
  };

  async function asked(more: Partial<Asking> = {}): Promise<string> {
    const question = asking(more);
    await people.asker.call('question.ask', question);
    return question.id;
  }

  async function given(to: Someone = people.advisor): Promise<string> {
    const questionId = await asked();
    // Told before it is given away, so that it is known who has heard of what.
    await until(
      () => told(questionId, 'question_asked'),
      (heard) => heard.length === 1,
    );
    await people.coordinator.call('question.assign', { questionId, personId: to.personId });
    return questionId;
  }

  async function answered(questionId: string, who: Someone, body = 'A small fee for **each** tree.'): Promise<string> {
    const id = uuidv7();
    await who.call('answer.post', { questionId, id, body, language: 'en', sources: [], messageId: null });
    return id;
  }

  /** Who was told, once for each row of the ledger. */
  async function told(subjectId: string, kind: NotificationKind): Promise<string[]> {
    const rows = await here.database.query<{ personId: string }>(
      `select person_id as "personId" from deliveries
      where subject_id = $1 and kind = $2 and medium = 'hub' order by created_at, id`,
      [subjectId, kind],
    );
    return rows.map(({ personId }) => personId);
  }

  return { here, networkId, pairId, otherId, ...people, somebody, asked, given, answered, told };
}

export const ids = (...people: Someone[]) => people.map(({ personId }) => personId).sort();
