/** What the reader's roles give about questions. The hub decides; this only leaves out what it would refuse. */
import type { Profile, QuestionPage } from '@hub/contracts';
import { gives, type Right } from '@hub/contracts/role-rights';

/** Of one network, or of any where none is named. */
export function holds({ memberships }: Profile, right: Right, networkSlug?: string): boolean {
  return memberships.some(
    ({ role, network }) =>
      gives(role, right) && (networkSlug === undefined || network === null || network.slug === networkSlug),
  );
}

/** Sees its pages, and those of its partnerships. */
export function isInside(profile: Profile, network: { slug: string }): boolean {
  return holds(profile, 'people', network.slug);
}

/** Whoever gives it away sees it no more, or may not: they go back to what waits for them. */
export function isLeftBehind(profile: Profile, { visibility, network }: QuestionPage): boolean {
  return visibility === 'partnership' || !isInside(profile, network);
}

/** Whose words answer what was asked back, and ask further: the asker, and everybody on a side of their partnership. */
export function speaksForAsker({ id, memberships }: Profile, { askedBy, partnership }: QuestionPage): boolean {
  const ofSide = (one: Profile['memberships'][number]) =>
    one.side !== null && one.partnership?.slug === partnership?.slug;
  return askedBy.id === id || (partnership !== null && memberships.some(ofSide));
}

/** Somebody from outside, who sees what is given to them and nothing else. */
export function isGuestExpert({ memberships }: Profile): boolean {
  return memberships.length > 0 && memberships.every(({ role }) => role === 'guest_expert');
}

/** Questions may be given to them. */
export function mayAnswer(profile: Profile): boolean {
  return holds(profile, 'answer_questions') || profile.memberships.some(({ role }) => role === 'guest_expert');
}
