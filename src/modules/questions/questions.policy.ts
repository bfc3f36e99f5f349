/** What may be done with a question, and by whom: all of it among those who see it. Pure. */
import {
  gives,
  type ClosedAs,
  type NetworkStatus,
  type QuestionPage,
  type QuestionState,
  type QuestionVisibility,
} from '@hub/contracts';
import { hasRight, rolesIn, worksInNetwork, type Actor } from '../identity/actor.js';
import { keepsNote } from '../knowledge/knowledge.policy.js';
import { isClosed } from '../networks/networks.policy.js';

/** How a question stands. */
export interface Standing {
  networkId: string;
  networkStatus: NetworkStatus;
  partnershipId: string | null;
  visibility: QuestionVisibility;
  state: QuestionState;
  askedBy: string;
  responsibleId: string | null;
  /** Asked because no answer came in time. */
  secondId: string | null;
  /** Since when whoever is answerable is. */
  routedAt: Date | null;
  targetAt: Date | null;
  /** The asker is asked back. */
  paused: boolean;
}

type Where = Pick<Standing, 'networkId' | 'partnershipId'>;

/** On behalf of a partnership whose side they are of, or of none where they hold a role in the network itself. */
export function asksFor(actor: Actor, { networkId, partnershipId }: Where): boolean {
  return actor.memberships.some(
    (one) =>
      one.networkId === networkId &&
      one.partnershipId === partnershipId &&
      (partnershipId === null || one.side !== null) &&
      gives(one.role, 'people'),
  );
}

/** The asker, and those who keep the partnership that asks. */
function keepsQuestion(actor: Actor, { askedBy, partnershipId }: Standing): boolean {
  return (
    askedBy === actor.personId ||
    actor.memberships.some(
      (one) =>
        partnershipId !== null &&
        one.partnershipId === partnershipId &&
        (one.role === 'partnership_coordinator' || one.role === 'project_manager'),
    )
  );
}

/** Whose words answer what was asked back, and ask further: the asker, and everybody on a side of their partnership. */
export function speaksForAsker(actor: Actor, { askedBy, partnershipId }: Standing): boolean {
  if (askedBy === actor.personId) return true;
  const ofSide = (one: Actor['memberships'][number]) => one.partnershipId === partnershipId && one.side !== null;
  return partnershipId !== null && actor.memberships.some(ofSide);
}

export function routes(actor: Actor, networkId: string): boolean {
  return hasRight(actor, 'route_questions', networkId);
}

export function answersIn(actor: Actor, networkId: string): boolean {
  return hasRight(actor, 'answer_questions', networkId);
}

/** Somebody from outside, who reads a question because it was given to them, and of the network nothing else. */
export function isGuestOf(
  actor: Actor,
  { networkId, visibility }: Pick<Standing, 'networkId' | 'visibility'>,
): boolean {
  if (worksInNetwork(actor, networkId)) return false;
  return visibility !== 'all_networks' || !actor.memberships.some(({ role }) => gives(role, 'people'));
}

const waits = (state: QuestionState) => state === 'open' || state === 'routed';

/** Its target passed while the same one was answerable: whoever took it late has it, with the target that it had. */
function isLate({ state, routedAt, targetAt }: Standing, now: Date): boolean {
  return state === 'routed' && targetAt !== null && targetAt <= now && routedAt !== null && routedAt < targetAt;
}

export function mayDo(actor: Actor, question: Standing, now: Date): QuestionPage['may'] {
  const { networkId, state, responsibleId } = question;
  const open = !isClosed(question.networkStatus);
  const [keeps, router] = [keepsQuestion(actor, question), routes(actor, networkId)];
  const answerable = responsibleId === actor.personId;
  const [under, mine] = [open && state !== 'closed', open && state === 'routed' && answerable];
  // Whoever is from outside answers, and has no lists of the network to choose from.
  const works = answerable && worksInNetwork(actor, networkId);
  const [asked, late] = [answerable || question.secondId === actor.personId, isLate(question, now) && !answerable];
  return {
    edit: under && keeps,
    describe: under && (keeps || router || works),
    assign: open && router && waits(state),
    take: open && answersIn(actor, networkId) && question.askedBy !== actor.personId && (state === 'open' || late),
    passOn: mine && answersIn(actor, networkId),
    decline: mine,
    askBack: mine && !question.paused,
    remark: under && (worksInNetwork(actor, networkId) || asked || keeps),
    answer: under && (worksInNetwork(actor, networkId) || asked) && question.askedBy !== actor.personId,
    close: closings(question, { open, keeps, router, answerable, works }),
    reopen: open && (keeps || router) && (state === 'closed' || state === 'accepted'),
  };
}

interface Part {
  open: boolean;
  keeps: boolean;
  router: boolean;
  answerable: boolean;
  works: boolean;
}

function closings({ state }: Standing, { open, keeps, router, answerable, works }: Part): ClosedAs[] {
  if (!open || state === 'closed' || state === 'accepted') return [];
  return [
    ...(keeps || router || works ? (['duplicate'] as const) : []),
    ...(keeps ? (['withdrawn'] as const) : []),
    ...(router || answerable ? (['no_answer'] as const) : []),
  ];
}

/** What may be done with one of its answers. */
export function mayDoWith(
  actor: Actor,
  question: Standing,
  { authorId }: { authorId: string },
): { edit: boolean; accept: boolean; endorse: boolean } {
  const under = !isClosed(question.networkStatus) && question.state !== 'closed';
  const own = authorId === actor.personId;
  return {
    edit: under && own,
    accept: under && keepsQuestion(actor, question) && !own,
    endorse: under && answersIn(actor, question.networkId) && !own,
  };
}

/** With which partnerships the actor may say that they have it too. */
export function sharesFor(actor: Actor, question: Standing): string[] {
  if (question.visibility === 'partnership' || isClosed(question.networkStatus)) return [];
  const own = actor.memberships.filter(
    ({ side, partnershipId, networkId }) =>
      side !== null &&
      partnershipId !== question.partnershipId &&
      (question.visibility === 'all_networks' || networkId === question.networkId),
  );
  return [...new Set(own.flatMap(({ partnershipId }) => partnershipId ?? []))];
}

/** The role that stands beside an answer: the first of those that answer, else the first. */
export function roleOf(actor: Actor, networkId: string) {
  const held = rolesIn(actor, networkId);
  return held.find((role) => gives(role, 'answer_questions')) ?? held[0] ?? null;
}

/** An accepted answer that everybody in the network may read becomes a note, once, by whoever keeps that note. */
export function mayPublish(
  actor: Actor,
  { networkId, networkStatus, visibility }: Standing,
  { authorId, accepted, published }: { authorId: string; accepted: boolean; published: boolean },
): boolean {
  const keeps = keepsNote(actor, { authorId, network: { id: networkId, status: networkStatus } });
  return accepted && !published && visibility !== 'partnership' && !isClosed(networkStatus) && keeps;
}

interface Said {
  title: string;
  body: string;
  language: string;
  summary: string;
  visibility: QuestionVisibility;
  tagIds: readonly string[];
}

/** Whether anything of what is given is not so already. */
export function isChanged(question: Said, given: { [Key in keyof Said]?: Said[Key] | undefined }): boolean {
  const { tagIds, ...said } = given;
  const retagged = tagIds && [...new Set(tagIds)].sort().join() !== [...question.tagIds].sort().join();
  const keys = Object.keys(said) as (keyof typeof said)[];
  return retagged === true || keys.some((key) => said[key] !== undefined && said[key] !== question[key]);
}
