/** One's own profile: what others see, and how the hub is shown. */
import { gives } from '@hub/contracts/role-rights';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Avatar, buttonClass, PageHeader } from '../../../ui';
import { useProfile } from '../../session';
import { DeviceForm } from './device-form';
import { ProfileForm } from './profile-form';
import { Memberships } from './memberships';
import styles from './profile.module.css';

export function ProfileRoute() {
  const t = useT();
  const profile = useProfile();
  const answers = profile.memberships.some(({ role }) => role === 'guest_expert' || gives(role, 'answer_questions'));
  return (
    <>
      <PageHeader lead={t('profile.lead')}>{t('profile.title')}</PageHeader>
      <div className={styles.columns}>
        <div className={styles.main}>
          <ProfileForm profile={profile} />
          <DeviceForm />
        </div>
        <aside className={styles.seen} aria-label={t('profile.memberships')}>
          <div className={styles.card}>
            <Avatar initials={profile.initials} size="l" />
            <div>
              <p className={styles.cardName}>{profile.name}</p>
              <p className={styles.cardTitle}>{profile.title}</p>
            </div>
          </div>
          <Link to="/settings/sign-in" className={buttonClass()}>
            {t('profile.sign_in')}
          </Link>
          <Link to="/settings/notifications" className={buttonClass()}>
            {t('profile.notifications')}
          </Link>
          <Link to="/settings/calendars" className={buttonClass()}>
            {t('profile.calendars')}
          </Link>
          {answers && (
            <Link to="/settings/away" className={buttonClass()}>
              {t('profile.away')}
            </Link>
          )}
          <Memberships memberships={profile.memberships} />
          <div>
            <Link to="/settings/my-data">{t('profile.my_data')}</Link>
            <p className={styles.hint}>{t('profile.my_data_hint')}</p>
          </div>
        </aside>
      </div>
    </>
  );
}
