/** A new version of a note. What somebody else changed meanwhile is shown before either is lost. */
import type { NotePage } from '@hub/contracts';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useKeptForm, useQuestionForm } from '../../questions/forms';
import { checkBy } from '../check-by';
import { draftOf, valuesOf } from '../note-values';
import { useNote, useRefresh } from '../use-notes';
import styles from './knowledge.module.css';
import { isConflict, NoteForm, noteFields } from './note-form';

const address = '/k/$number/change';

export function ChangeRoute() {
  const number = Number(useParams(address).number);
  const t = useT();
  const { data, error, refetch } = useNote(number);
  if (!data) {
    if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('knowledge.loading_one')} />;
  }
  const params = { number: String(number) };
  return (
    <>
      <PageHeader
        lead={data.may.revise ? t('knowledge.change_lead') : undefined}
        path={
          <Path>
            <Link to="/knowledge">{t('knowledge.title')}</Link>
            <Link to="/k/$number" params={params} lang={data.language} dir="auto">
              {data.title}
            </Link>
          </Path>
        }
      >
        {t('knowledge.change_title')}
      </PageHeader>
      {data.may.revise ? (
        <ChangeForm key={number} note={data} />
      ) : (
        <EmptyState title={t('knowledge.not_yours')}>{t('knowledge.not_yours_hint')}</EmptyState>
      )}
    </>
  );
}

function ChangeForm({ note }: { note: NotePage }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { number } = note;
  const params = { number: String(number) };
  const { data: choices } = useQuestionForm(note.network.slug);
  const kept = useKeptForm(`note:change:${number}`, () => ({
    ...valuesOf(note),
    note: '',
    version: String(note.version),
  }));
  const [theirs, setTheirs] = useState<NotePage>();
  const form = useForm<string>(noteFields, checkBy('revise'));
  const send = () => {
    const input = { number, baseVersion: Number(kept.base.version), ...draftOf(kept.values), note: kept.values.note };
    void form.submit(input, async () => {
      try {
        await hub.call('note.revise', input);
      } catch (error) {
        if (!isConflict(error) || error.details.current === undefined) throw error;
        const current = error.details.current as NotePage;
        kept.rebase({ ...valuesOf(current), note: '', version: String(current.version) });
        return setTheirs(current);
      }
      kept.forget();
      void refresh();
      announce(t('knowledge.changed'));
      navigate({ to: '/k/$number', params }, { replace: true });
    });
  };
  return (
    <NoteForm
      kept={kept}
      form={form}
      tags={choices?.tags ?? note.tags}
      changes
      button={t(theirs ? 'knowledge.save_mine' : 'knowledge.change_send')}
      onSend={send}
      back={
        <Link to="/k/$number" params={params}>
          {t('knowledge.back')}
        </Link>
      }
    >
      {theirs && <Theirs of={theirs} />}
    </NoteForm>
  );
}

function Theirs({ of }: { of: NotePage }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [of]);
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={t('knowledge.conflict')} className={pages.conflict}>
      <p>
        <strong>{t('knowledge.conflict')}</strong> {t('knowledge.conflict_hint')}
      </p>
      <p lang={of.language} dir="auto">
        <strong>{of.title}</strong>
      </p>
      <p lang={of.language} dir="auto" className={styles.theirs}>
        {of.body}
      </p>
    </div>
  );
}
