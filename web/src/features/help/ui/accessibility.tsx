/** The accessibility statement, readable by everybody, signed in or not, and where a fault is reported. */
import { useT } from '../../../i18n';
import { PageHeader } from '../../../ui';
import { useController } from '../use-controller';
import { FaultForm } from './fault-form';
import styles from './help.module.css';

const known = [
  'accessibility.known.1',
  'accessibility.known.2',
  'accessibility.known.3',
  'accessibility.known.4',
] as const;

export function Accessibility() {
  const t = useT();
  const controller = useController();
  return (
    <article>
      <PageHeader lead={t('accessibility.lead')}>{t('accessibility.title')}</PageHeader>
      <div className={styles.text}>
        <h2>{t('accessibility.who')}</h2>
        {controller && (
          <p>
            {controller.operator === null
              ? t('accessibility.who.unnamed')
              : t('accessibility.who.named', { operator: controller.operator })}
          </p>
        )}
        <h2>{t('accessibility.level_heading')}</h2>
        <p>{t('accessibility.level')}</p>
        <h2>{t('accessibility.known_heading')}</h2>
        <ul className={styles.bullets}>
          {known.map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
        <h2>{t('accessibility.tested_heading')}</h2>
        <p>{t('accessibility.tested')}</p>
        <h2 id="report">{t('accessibility.report_heading')}</h2>
        <p>{t('accessibility.report')}</p>
        <FaultForm />
        <h2>{t('accessibility.authority_heading')}</h2>
        <p>{t('accessibility.authority')}</p>
      </div>
    </article>
  );
}
