/** The way up from a page of the administration. */
import type { ReactNode } from 'react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Path } from '../../../ui';

export function CarePath({ children }: { children?: ReactNode }) {
  const t = useT();
  return (
    <Path>
      <Link to="/admin">{t('admin.title')}</Link>
      {children}
    </Path>
  );
}

export function PersonPath({ person }: { person: { id: string; name: string } }) {
  const t = useT();
  return (
    <CarePath>
      <Link to="/admin/people">{t('admin.people')}</Link>
      <Link to="/admin/people/$personId" params={{ personId: person.id }}>
        {person.name}
      </Link>
    </CarePath>
  );
}
