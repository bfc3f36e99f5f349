/** Short guides by role, and what helps everybody; readable by everybody. */
import type { MessageId } from '../../../i18n';
import { useT } from '../../../i18n';
import { PageHeader } from '../../../ui';
import styles from './help.module.css';

type Guide = readonly [name: string, heading: MessageId, lead: MessageId, ...steps: MessageId[]];

const guides: readonly Guide[] = [
  [
    'partnership',
    'help.partnership',
    'help.partnership.lead',
    'help.partnership.1',
    'help.partnership.2',
    'help.partnership.3',
    'help.partnership.4',
  ],
  [
    'politician',
    'help.politician',
    'help.politician.lead',
    'help.politician.1',
    'help.politician.2',
    'help.politician.3',
    'help.politician.4',
  ],
  [
    'coordinator',
    'help.coordinator',
    'help.coordinator.lead',
    'help.coordinator.1',
    'help.coordinator.2',
    'help.coordinator.3',
    'help.coordinator.4',
  ],
  [
    'advisor',
    'help.advisor',
    'help.advisor.lead',
    'help.advisor.1',
    'help.advisor.2',
    'help.advisor.3',
    'help.advisor.4',
  ],
  ['mentor', 'help.mentor', 'help.mentor.lead', 'help.mentor.1', 'help.mentor.2', 'help.mentor.3', 'help.mentor.4'],
  ['guest', 'help.guest', 'help.guest.lead', 'help.guest.1', 'help.guest.2', 'help.guest.3'],
  [
    'administrator',
    'help.administrator',
    'help.administrator.lead',
    'help.administrator.1',
    'help.administrator.2',
    'help.administrator.3',
    'help.administrator.4',
  ],
];

const forAll: readonly (readonly [name: string, heading: MessageId, ...points: MessageId[]])[] = [
  ['keyboard', 'help.keyboard', 'help.keyboard.1', 'help.keyboard.2', 'help.keyboard.3'],
  ['low-data', 'help.low_data', 'help.low_data.1', 'help.low_data.2', 'help.low_data.3'],
];

export function Guides() {
  const t = useT();
  return (
    <article>
      <PageHeader lead={t('help.lead')}>{t('help.title')}</PageHeader>
      <div className={styles.text}>
        <nav aria-labelledby="index">
          <h2 id="index">{t('help.index')}</h2>
          <ul className={styles.index}>
            {[...guides, ...forAll].map(([name, heading]) => (
              <li key={name}>
                <a href={`#${name}`}>{t(heading)}</a>
              </li>
            ))}
            <li>
              <a href="#more">{t('help.more')}</a>
            </li>
          </ul>
        </nav>
        {guides.map(([name, heading, lead, ...steps]) => (
          <section key={name} className={styles.text} aria-labelledby={name}>
            <h2 id={name} tabIndex={-1}>
              {t(heading)}
            </h2>
            <p>{t(lead)}</p>
            <ol>
              {steps.map((id) => (
                <li key={id}>{t(id)}</li>
              ))}
            </ol>
          </section>
        ))}
        {forAll.map(([name, heading, ...points]) => (
          <section key={name} className={styles.text} aria-labelledby={name}>
            <h2 id={name} tabIndex={-1}>
              {t(heading)}
            </h2>
            <ul className={styles.bullets}>
              {points.map((id) => (
                <li key={id}>{t(id)}</li>
              ))}
            </ul>
          </section>
        ))}
        <section className={styles.text} aria-labelledby="more">
          <h2 id="more" tabIndex={-1}>
            {t('help.more')}
          </h2>
          <p>{t('help.more.1')}</p>
          <ul className={styles.bullets}>
            <li>
              <a href="/roles">{t('help.roles')}</a>
            </li>
            <li>
              <a href="/privacy">{t('help.privacy')}</a>
            </li>
            <li>
              <a href="/accessibility">{t('help.accessibility')}</a>
            </li>
          </ul>
          <p>
            {t('help.holidays')} <a href="https://github.com/commenthol/date-holidays">date-holidays</a>,{' '}
            <a href="https://creativecommons.org/licenses/by-sa/3.0/">CC BY-SA 3.0</a>
          </p>
        </section>
      </div>
    </article>
  );
}
