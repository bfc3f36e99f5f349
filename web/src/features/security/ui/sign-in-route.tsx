/** How one signs in, and where one is signed in. */
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { PageHeader, Path } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { LinkedAccounts } from './linked-accounts';
import { OwnSessions } from './own-sessions';
import { Passkeys } from './passkeys';
import { Tokens } from './tokens';

export function SignInRoute() {
  const t = useT();
  return (
    <div className={sections.page}>
      <PageHeader
        path={
          <Path>
            <Link to="/settings">{t('nav.settings')}</Link>
          </Path>
        }
        lead={t('security.lead')}
      >
        {t('security.title')}
      </PageHeader>
      <Passkeys />
      <LinkedAccounts />
      <OwnSessions />
      <Tokens />
    </div>
  );
}
