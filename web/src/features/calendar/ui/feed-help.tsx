/** How the calendars that people have take an address. */
import { useT } from '../../../i18n';
import sections from '../../../ui/sections.module.css';
import styles from './calendar.module.css';

const calendars = ['outlook', 'google', 'apple', 'android'] as const;

export function FeedHelp() {
  const t = useT();
  return (
    <section className={sections.section} aria-labelledby="feed-help">
      <h2 id="feed-help">{t('calendar.help')}</h2>
      <p className={sections.lead}>{t('calendar.help_lead')}</p>
      <div className={styles.guides}>
        {calendars.map((one) => (
          <details key={one}>
            <summary>{t(`calendar.help.${one}`)}</summary>
            <p>{t(`calendar.help_text.${one}`)}</p>
          </details>
        ))}
      </div>
    </section>
  );
}
