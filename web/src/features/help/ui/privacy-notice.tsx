/** The privacy notice, readable by everybody. Who is responsible comes from the hub's configuration. */
import type { MessageId } from '../../../i18n';
import { useT } from '../../../i18n';
import { PageHeader } from '../../../ui';
import { useController } from '../use-controller';
import styles from './help.module.css';

const sections: readonly (readonly [heading: MessageId, ...paragraphs: MessageId[]])[] = [
  ['notice.what', 'notice.what.1', 'notice.what.2', 'notice.what.3', 'notice.what.4', 'notice.what.5', 'notice.what.6'],
  ['notice.why', 'notice.why.1', 'notice.why.2'],
  ['notice.long', 'notice.long.1', 'notice.long.2', 'notice.long.3', 'notice.long.4'],
  ['notice.sees', 'notice.sees.1', 'notice.sees.2', 'notice.sees.3', 'notice.sees.4'],
  ['notice.abroad', 'notice.abroad.1', 'notice.abroad.2'],
  ['notice.device', 'notice.device.1'],
  ['notice.rights', 'notice.rights.1', 'notice.rights.2', 'notice.rights.3', 'notice.rights.4'],
];

export function PrivacyNotice() {
  const t = useT();
  return (
    <article>
      <PageHeader lead={t('notice.lead')}>{t('notice.title')}</PageHeader>
      <div className={styles.text}>
        <h2>{t('notice.who')}</h2>
        <Responsible />
        <p>{t('notice.who.complaint')}</p>
        {sections.map(([heading, ...paragraphs]) => (
          <section key={heading} className={styles.text} aria-labelledby={heading}>
            <h2 id={heading}>{t(heading)}</h2>
            {paragraphs.length === 1 ? (
              <p>{t(paragraphs[0] ?? heading)}</p>
            ) : (
              <ul className={styles.bullets}>
                {paragraphs.map((id) => (
                  <li key={id}>{t(id)}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </article>
  );
}

function Responsible() {
  const t = useT();
  const controller = useController();
  if (!controller) return null;
  const { operator, contact } = controller;
  return (
    <>
      <p>{operator === null ? t('notice.who.unnamed') : t('notice.who.named', { operator })}</p>
      {contact !== null && (
        <p>
          {t('notice.who.contact')} <a href={`mailto:${contact}`}>{contact}</a>.
        </p>
      )}
    </>
  );
}
