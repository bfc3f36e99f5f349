/** How many people an audience is, in how many partnerships, and, unfolded, who: nobody is written to by surprise. */
import type { Audience, AudienceCount as Counted, LocalMoment } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Failed } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { useAudience } from '../use-audience';
import styles from './form.module.css';

interface Props {
  /** Undefined while something is still to be chosen. */
  audience: Audience | undefined;
  /** When it is to go out. */
  at?: LocalMoment | null;
}

export function AudienceCount({ audience, at = null }: Props) {
  const t = useT();
  const { data, error, refetch } = useAudience(audience, at);
  return (
    <div className={styles.count}>
      <p role="status" className={styles.number}>
        {audience === undefined
          ? t('broadcasts.count_choose')
          : data
            ? peopleText(t, data)
            : error === null && t('broadcasts.counting')}
      </p>
      {audience !== undefined && !data && error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      {audience !== undefined && data && <Who of={data} />}
    </div>
  );
}

export function peopleText(t: ReturnType<typeof useT>, { people, partnerships }: Counted): string {
  if (people === 0) return t('broadcasts.count_none');
  return partnerships.length === 0
    ? t('broadcasts.count_people', { people })
    : t('broadcasts.count', { people, partnerships: partnerships.length });
}

function Who({ of: { people, partnerships, others, names } }: { of: Counted }) {
  const t = useT();
  if (people === 0) return <p>{t('broadcasts.count_none_hint')}</p>;
  return (
    <>
      {others > 0 && partnerships.length > 0 && (
        <p className={styles.hint}>{t('broadcasts.count_others', { count: others })}</p>
      )}
      {partnerships.length > 0 && (
        <details>
          <summary className={sections.summary}>{t('broadcasts.show_sides')}</summary>
          <table className={styles.sides}>
            <thead>
              <tr>
                <th scope="col">{t('broadcasts.partnership')}</th>
                <th scope="col">{t('side.swedish')}</th>
                <th scope="col">{t('side.international')}</th>
              </tr>
            </thead>
            <tbody>
              {partnerships.map(({ id, name, swedish, international }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <Side count={swedish} />
                  <Side count={international} />
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <details>
        <summary className={sections.summary}>{t('broadcasts.show_people', { count: people })}</summary>
        <ul className={styles.people}>
          {names.map(({ id, name, role, partnershipName }) => (
            <li key={id}>
              {name}
              <br />
              <span className={styles.hint}>
                {t(`role.${role}`)}
                {partnershipName !== null && `, ${partnershipName}`}
              </span>
            </li>
          ))}
        </ul>
        {people > names.length && (
          <p className={styles.hint}>{t('broadcasts.people_more', { count: people - names.length })}</p>
        )}
      </details>
    </>
  );
}

function Side({ count }: { count: number }) {
  const t = useT();
  return count > 0 ? <td>{count}</td> : <td className={styles.nobody}>{t('broadcasts.nobody')}</td>;
}
