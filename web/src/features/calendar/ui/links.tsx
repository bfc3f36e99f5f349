/** The ways from a date of the first page to its own page. */
import type { ComponentProps } from 'react';
import { Link } from '../../../router';

type Rest = Omit<ComponentProps<'a'>, 'href' | 'target' | 'id'>;
type AnyTarget = ComponentProps<typeof Link>;

export function MilestoneLink({ id, ...rest }: { id: string } & Rest) {
  return <Link {...({ to: '/m/$milestoneId', params: { milestoneId: id } } as unknown as AnyTarget)} {...rest} />;
}

export function VisitLink({ id, ...rest }: { id: string } & Rest) {
  return <Link {...({ to: '/v/$visitId', params: { visitId: id } } as unknown as AnyTarget)} {...rest} />;
}

export function BoardLink({ networkSlug, ...rest }: { networkSlug: string } & Rest) {
  return <Link {...({ to: '/n/$networkSlug/board', params: { networkSlug } } as unknown as AnyTarget)} {...rest} />;
}
