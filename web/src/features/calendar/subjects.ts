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

export function choicesOf(networks: readonly NetworkCard[], memberships: Profile['memberships']): Choice[] {
  const partnerships = new Map(
    memberships.flatMap(({ partnership }) => (partnership ? [[partnership.slug, partnership.name]] : [])),
  );
  return [
    { value: 'personal', name: undefined, subject: { scope: 'personal' } },
    ...[...partnerships].map(([slug, name]) => ({
      value: `partnership ${slug}`,
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
