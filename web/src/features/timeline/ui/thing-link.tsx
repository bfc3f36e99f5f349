/** The way to the page of a milestone or a visit. */
import type { Milestone, VisitCard } from '@hub/contracts';
import type { ComponentProps } from 'react';
import { Link } from '../../../router';

type Rest = Omit<ComponentProps<'a'>, 'href' | 'target'>;

export function MilestoneLink({ milestone, ...rest }: { milestone: Milestone } & Rest) {
  return <Link to="/m/$milestoneId" params={{ milestoneId: milestone.id }} {...rest} />;
}

export function VisitLink({ visit, ...rest }: { visit: VisitCard } & Rest) {
  return <Link to="/v/$visitId" params={{ visitId: visit.id }} {...rest} />;
}
