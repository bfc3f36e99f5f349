/** What a reader may have a feed of: what concerns them, each of their networks, and the partnerships they work in. */
import type { NetworkCard, Profile } from '@hub/contracts';

export type Subject =
  { scope: 'personal' } | { scope: 'network'; networkSlug: string } | { scope: 'partnership'; partnershipSlug: string };

export interface Choice {
  /** Tells it from the others in a form. */
  value: string;
  /** None where it is the reader's own. */
  name: string | undefined;
  subject: Subject;
}

export const valueOf = (partnershipSlug: string) => `partnership ${partnershipSlug}`;

/** `wanted`: a partnership that the reader comes from, their own or not. */
export function choicesOf(
  networks: readonly NetworkCard[],
  memberships: Profile['memberships'],
  wanted?: { slug: string; name: string },
): Choice[] {
  const own = memberships.flatMap(({ partnership }) => partnership ?? []);
  const partnerships = new Map([...own, ...(wanted ? [wanted] : [])].map(({ slug, name }) => [slug, name]));
  return [
    { value: 'personal', name: undefined, subject: { scope: 'personal' } },
    ...[...partnerships].map(([slug, name]) => ({
      value: valueOf(slug),
      name,
      subject: { scope: 'partnership' as const, partnershipSlug: slug },
    })),
    ...networks.map(({ slug, name }) => ({
      value: `network ${slug}`,
      name,
      subject: { scope: 'network' as const, networkSlug: slug },
    })),
  ];
}
