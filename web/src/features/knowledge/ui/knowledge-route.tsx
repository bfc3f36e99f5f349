/** Knowledge notes of all networks, by theme and tag and by words. What is chosen stands in the address, to be passed on. */
import { useEffect, useState } from 'react';
import { useT } from '../../../i18n';
import { navigate, useSearch } from '../../../router';
import { Button, EmptyState, Failed, Field, inputClass, Loading, PageHeader } from '../../../ui';
import { useSettled } from '../../questions/forms';
import { useNoteList, type Filter } from '../use-notes';
import styles from './knowledge.module.css';
import { NoteItem } from './note-item';
import { Shelves } from './shelves';

const address = '/knowledge';

export function KnowledgeRoute() {
  const t = useT();
  const search = useSearch(address);
  const filter = filterOf(search);
  const list = useNoteList(filter);
  const [first] = list.data?.pages ?? [];
  if (!first) {
    if (list.error) return <Failed page error={list.error} onRetry={() => void list.refetch()} />;
    return <Loading text={t('knowledge.loading')} />;
  }
  const { total, themes, tags } = first;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader lead={t('knowledge.lead')}>{t('knowledge.title')}</PageHeader>
      <div className={styles.page}>
        <Search />
        <Shelves themes={themes} tags={tags} />
        <section aria-labelledby="found" className={styles.section}>
          <div role="status">
            <h2 id="found" className={styles.found}>
              {t(isFiltered ? 'knowledge.found' : 'knowledge.count', { count: total })}
            </h2>
          </div>
          {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
          {total === 0 ? (
            <EmptyState title={t(isFiltered ? 'knowledge.none_found' : 'knowledge.none')}>
              {t(isFiltered ? 'knowledge.none_found_hint' : 'knowledge.none_hint')}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {list.data?.pages.flatMap(({ notes }) => notes.map((note) => <NoteItem key={note.number} of={note} />))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('knowledge.more')}
            </Button>
          )}
        </section>
      </div>
    </>
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
  const [words, setWords] = useState(search.words ?? '');
  const settled = useSettled(words, 300);
  useEffect(() => {
    if (settled === (search.words ?? '')) return;
    navigate({ to: address, search: { ...search, words: settled || undefined } }, { replace: true });
    // What is written leads the address, never the other way round.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
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
          onClick={() => {
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
