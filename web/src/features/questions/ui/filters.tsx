/** What narrows a list of questions down. It stands in the address, so that a list can be passed on. */
import type { NetworkPage, QuestionState, Tag } from '@hub/contracts';
import { useCollator, useLocale, useT } from '../../../i18n';
import { navigate, useSearch } from '../../../router';
import { Button, Field, inputClass } from '../../../ui';
import type { Filter } from '../use-questions';
import { useWords } from '../use-words';
import styles from './filters.module.css';

const states = ['waiting', 'open', 'routed', 'answered', 'accepted', 'closed'] as const;

interface Search {
  state?: string;
  tag?: string;
  partnership?: string;
  words?: string;
}

export function filterOf({ state, tag, partnership, words }: Search): Filter {
  return {
    ...(state && { state: state as QuestionState }),
    ...(tag && { tagId: tag }),
    ...(partnership && { partnershipSlug: partnership }),
    ...(words?.trim() && { words: words.trim() }),
  };
}

export function Filters({ network, tags }: { network: NetworkPage; tags: readonly Tag[] }) {
  const t = useT();
  const locale = useLocale();
  const collator = useCollator();
  const search = useSearch('/n/$networkSlug/questions');
  const { slug: networkSlug, partnershipCards } = network;
  const change = (part: Search) => {
    const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== '');
    navigate(
      { to: '/n/$networkSlug/questions', params: { networkSlug }, search: Object.fromEntries(next) },
      { replace: true },
    );
  };
  const [words, setWords] = useWords(search.words ?? '', (written) => change({ words: written }));
  const isFiltered = Object.keys(filterOf({ ...search, words })).length > 0;
  const byName = [...tags].sort((a, b) => collator.compare(a.names[locale], b.names[locale]));
  return (
    <form role="search" className={styles.filters} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('questions.filter_words')}>
        {(control) => (
          <input
            {...control}
            type="search"
            className={inputClass}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('questions.filter_state')}>
        {(control) => (
          <select
            {...control}
            className={inputClass}
            value={search.state ?? ''}
            onChange={(event) => change({ state: event.target.value })}
          >
            <option value="">{t('questions.filter_all')}</option>
            {states.map((state) => (
              <option key={state} value={state}>
                {t(`question_state.${state}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {byName.length > 0 && (
        <Field label={t('questions.filter_tag')}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={search.tag ?? ''}
              onChange={(event) => change({ tag: event.target.value })}
            >
              <option value="">{t('questions.filter_all')}</option>
              {byName.map(({ id, names }) => (
                <option key={id} value={id}>
                  {names[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {partnershipCards.length > 0 && (
        <Field label={t('questions.partnership')}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={search.partnership ?? ''}
              onChange={(event) => change({ partnership: event.target.value })}
            >
              <option value="">{t('questions.filter_all')}</option>
              {partnershipCards.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {isFiltered && (
        <Button
          look="quiet"
          onClick={({ currentTarget }) => {
            // The button goes with what was chosen.
            currentTarget.form?.querySelector('input')?.focus();
            setWords('');
            change({ state: '', tag: '', partnership: '', words: '' });
          }}
        >
          {t('questions.filter_clear')}
        </Button>
      )}
    </form>
  );
}
