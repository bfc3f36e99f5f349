/** What somebody with ten minutes must know of those who ask. */
import type { QuestionContext } from '@hub/contracts';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import { StateTag } from './state-tag';
import styles from './context.module.css';

interface Props {
  context: QuestionContext;
  partnership: { slug: string; name: string } | null;
  /** So many earlier questions. */
  most?: number;
  /** The reader has the pages of its network. */
  inside?: boolean;
}

export function Context({ context: { countries, month, next, earlier }, partnership, most, inside = true }: Props) {
  const t = useT();
  const locale = useLocale();
  const { countryName, date, list } = useFormats();
  return (
    <dl className={styles.context}>
      {partnership && (
        <div>
          <dt>{t('questions.partnership')}</dt>
          <dd>
            {inside ? (
              <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
                {partnership.name}
              </Link>
            ) : (
              partnership.name
            )}
            {countries.length > 0 && <>, {list(countries.map(countryName))}</>}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('questions.stage')}</dt>
        <dd>{t('questions.month', { month })}</dd>
      </div>
      {next && (
        <div>
          <dt>{t('questions.next')}</dt>
          <dd>
            {inside ? (
              <Link to="/m/$milestoneId" params={{ milestoneId: next.id }}>
                {next.names[locale] ?? next.names.en}
              </Link>
            ) : (
              (next.names[locale] ?? next.names.en)
            )}
            , {date(next.on)}
          </dd>
        </div>
      )}
      {partnership && (
        <div>
          <dt>{t('questions.earlier')}</dt>
          <dd>
            {earlier.length === 0 ? (
              t('questions.earlier_none')
            ) : (
              <ul>
                {earlier.slice(0, most).map(({ id, title, state }) => (
                  <li key={id}>
                    <Link to="/q/$questionId" params={{ questionId: id }}>
                      {title}
                    </Link>
                    <StateTag state={state} />
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
