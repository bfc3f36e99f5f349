import type { ReactNode } from 'react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Path } from '../../../ui';

/** Where the pages of inviting belong that are about the whole hub. */
export function AdminPath({ children }: { children?: ReactNode }) {
  const t = useT();
  return (
    <Path>
      <Link to="/admin">{t('nav.administration')}</Link>
      {children}
    </Path>
  );
}
