/** Knowledge notes of all networks, by theme and tag and by words. What is chosen stands in the address, to be passed on. */
import { Failure } from '@hub/contracts/failure';
import { useRef } from 'react';
import { useT } from '../../../i18n';
import { navigate, useSearch } from '../../../router';
import { Button, EmptyState, Failed, Field, inputClass, Loading, PageHeader } from '../../../ui';
import { NotFound } from '../../../ui/not-found';
import pages from '../../../ui/pages.module.css';
import { showMore, useWords } from '../../questions/forms';
import { useNoteList, useShelves, type Filter } from '../use-notes';
import styles from './knowledge.module.css';
import { NoteItem } from './note-item';
import { Shelves } from './shelves';

const address = '/knowledge';

export function KnowledgeRoute() {
  const t = useT();
  const filter = filterOf(useSearch(address));
  const list = useNoteList(filter);
  const shelves = useShelves();
  // Whoever works in no network has no notes: that is no search that failed.
  if (list.error instanceof Failure && list.error.code === 'NOT_FOUND') return <NotFound />;
  return (
    <>
      <PageHeader lead={t('knowledge.lead')}>{t('knowledge.title')}</PageHeader>
      <div className={styles.page}>
        <Search />
        {shelves && <Shelves {...shelves} />}
        <List of={list} isFiltered={Object.keys(filter).length > 0} />
      </div>
    </>
  );
}

function List({ of: list, isFiltered }: { of: ReturnType<typeof useNoteList>; isFiltered: boolean }) {
  const t = useT();
  const { data, error, refetch } = list;
  const box = useRef<HTMLElement>(null);
  if (!data) {
    if (error) return <Failed error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('knowledge.loading')} />;
  }
  const total = data.pages[0]?.total ?? 0;
  return (
    <section ref={box} aria-labelledby="found" className={pages.section}>
      <div role="status">
        <h2 id="found" className={styles.found}>
          {t(isFiltered ? 'knowledge.found' : 'knowledge.count', { count: total })}
        </h2>
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {total === 0 ? (
        <EmptyState title={t(isFiltered ? 'knowledge.none_found' : 'knowledge.none')}>
          {t(isFiltered ? 'knowledge.none_found_hint' : 'knowledge.none_hint')}
        </EmptyState>
      ) : (
        <ul className={pages.list}>
          {data.pages.flatMap(({ notes }) => notes.map((note) => <NoteItem key={note.number} of={note} />))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void showMore(list, box)}>
          {t('knowledge.more')}
        </Button>
      )}
    </section>
  );
}

function filterOf({ theme, tag, words }: { theme?: string; tag?: string; words?: string }): Filter {
  return {
    ...(theme && { themeSlug: theme }),
    ...(tag && { tagId: tag }),
    ...(words?.trim() && { words: words.trim() }),
  };
}

function Search() {
  const t = useT();
  const search = useSearch(address);
  const [words, setWords] = useWords(search.words ?? '', (written) =>
    navigate({ to: address, search: { ...search, words: written || undefined } }, { replace: true }),
  );
  const isFiltered = [search.theme, search.tag, words].some(Boolean);
  return (
    <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('knowledge.search')} hint={t('knowledge.search_hint')}>
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
      {isFiltered && (
        <Button
          look="quiet"
          onClick={({ currentTarget }) => {
            // The button goes with what was chosen.
            currentTarget.form?.querySelector('input')?.focus();
            setWords('');
            navigate({ to: address }, { replace: true });
          }}
        >
          {t('knowledge.clear')}
        </Button>
      )}
    </form>
  );
}
