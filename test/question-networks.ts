/** Two networks, and in them whoever may see a question and whoever may not, for the tests of questions. */
import { channel, network, partnership } from '@hub/testing';
import { v7 as uuidv7 } from 'uuid';
import { enrolByRole } from '../src/modules/channels/channels.fragments.js';
import { questionField, type Asking, type QuestionField, type Someone } from './question-field.js';

/** What is asked here unless said otherwise. */
export const panel = {
  title: 'What may a youth panel decide?',
  body: 'Ours only advises. **Who** lets it decide, and on what?',
};

export type QuestionNetworks = Awaited<ReturnType<typeof questionNetworks>>;

export async function questionNetworks() {
  const field = await questionField();
  const { here, networkId, somebody, asker: lars, advisor, expert, coordinator } = field;
  const people = { lars, advisor, expert, coordinator, ...(await others(field)), farAway: await farAway(field) };
  await channel(here.database, { networkId, kind: 'announcements' });
  await here.database.query(enrolByRole, [null]);

  const asked = (more: Partial<Asking> = {}) => field.asked({ ...panel, ...more });
  const stepsOf = async (questionId: string) =>
    (await read(coordinator, questionId)).happenings.map(({ step }) => step);
  return { here, networkId, ...people, somebody, asked, stepsOf };
}

async function others({ networkId, pairId, otherId, somebody }: QuestionField) {
  const inPair = { networkId, partnershipId: pairId, side: 'swedish' } as const;
  const inOther = { networkId, partnershipId: otherId, side: 'international' } as const;
  return {
    majority: await somebody('Maja Lind', 'politician', inPair),
    opposition: await somebody('Otto Berg', 'politician', inPair),
    neighbour: await somebody('Neema Juma', 'team_member', inOther),
    outside: await somebody('Gugu Nkosi', 'guest_expert'),
    administrator: await somebody('Ada Ström', 'administrator', {}),
    guest: await somebody('Guest Person', 'guest'),
  };
}

async function farAway({ here, somebody }: QuestionField): Promise<Someone> {
  const networkId = await network(here.database, 'health');
  const partnershipId = await partnership(here.database, networkId, 'nord-jinja');
  const place = { networkId, partnershipId, side: 'international' } as const;
  return somebody('Peter Okello', 'partnership_coordinator', place);
}

export const answering = (questionId: string) => ({
  questionId,
  id: uuidv7(),
  body: 'Ours decides on a small sum every year.',
  language: 'en',
  sources: [{ title: 'The rules of the panel', url: 'https://example.org/rules' }],
  messageId: null,
});

export async function answered(questionId: string, who: Someone): Promise<string> {
  const answer = answering(questionId);
  await who.call('answer.post', answer);
  return answer.id;
}

export const read = (who: Someone, questionId: string) => who.call('question.read', { questionId });

export const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }) => String(code),
  );
