/** What proves a milestone: messages and pages elsewhere, with the goals and results they speak for. */
import type { Evidence, MilestonePage } from '@hub/contracts';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, EmptyState, failureText, Moment } from '../../../ui';
import { goalOf } from '../evidence';
import { useRefresh } from '../use-milestone';
import { EvidenceForm } from './evidence-form';
import styles from './evidence.module.css';
import sections from './milestone-route.module.css';

export function EvidenceSection({ page }: { page: MilestonePage }) {
  const t = useT();
  const refresh = useRefresh(page.milestone.id);
  const [adding, setAdding] = useState(false);
  const { evidence, may, milestone } = page;
  const removing = useRemoving(page);
  const close = () => {
    setAdding(false);
    // The button is there again with the next frame.
    requestAnimationFrame(() => document.getElementById('add-evidence')?.focus());
  };
  return (
    <section aria-labelledby="evidence" className={sections.section}>
      <h2 id="evidence" tabIndex={-1}>
        {t('evidence.heading')}
      </h2>
      {evidence.length === 0 && !removing.removed && (
        <EmptyState title={t('evidence.empty')}>{t('evidence.empty_hint')}</EmptyState>
      )}
      {evidence.length > 0 && (
        <ul className={sections.list}>
          {evidence.map((one) => (
            <Item key={one.id} one={one} onRemove={may.change ? () => void removing.remove(one) : undefined} />
          ))}
        </ul>
      )}
      {removing.removed && (
        <p className={sections.saved}>
          {t('evidence.removed')}
          <Button look="quiet" onClick={() => void removing.undo()}>
            {t('milestone.undo')}
          </Button>
        </p>
      )}
      {removing.failure !== undefined && <p role="alert">{failureText(t, removing.failure)}</p>}
      {may.change &&
        (adding ? (
          <EvidenceForm
            milestoneId={milestone.id}
            onAdded={async () => {
              await refresh();
              announce(t('evidence.added'));
              close();
            }}
            onCancel={close}
          />
        ) : (
          <Button id="add-evidence" onClick={() => setAdding(true)}>
            {t('evidence.add')}
          </Button>
        ))}
    </section>
  );
}

/** What was taken away can be given again, until the page is left. */
function useRemoving({ milestone }: MilestonePage) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh(milestone.id);
  const [removed, setRemoved] = useState<Evidence>();
  const [failure, setFailure] = useState<unknown>();
  const carryOut = async (work: () => Promise<unknown>, said: string, left: Evidence | undefined) => {
    setFailure(undefined);
    try {
      await work();
      setRemoved(left);
      announce(said);
    } catch (error) {
      setFailure(error);
    }
    await refresh();
    // What was pressed is gone.
    requestAnimationFrame(() => document.getElementById('evidence')?.focus());
  };
  return {
    removed,
    failure,
    remove: (one: Evidence) =>
      carryOut(
        () => hub.call('evidence.remove', { milestoneId: milestone.id, evidenceId: one.id }),
        t('evidence.removed'),
        one,
      ),
    undo: async () => {
      if (!removed) return;
      const input = { milestoneId: milestone.id, evidenceId: removed.id };
      await carryOut(() => hub.call('evidence.restore', input), t('evidence.restored'), undefined);
    },
  };
}

function Item({ one, onRemove }: { one: Evidence; onRemove: (() => void) | undefined }) {
  const t = useT();
  const { note, message, link, addedBy, addedAt } = one;
  const name = note === '' ? (link ?? excerptText(message?.excerpt ?? '', t)) : note;
  return (
    <li className={sections.item}>
      {note !== '' && <p className={sections.text}>{note}</p>}
      {message && <OfMessage message={message} />}
      {!message && link === null && <p className={sections.hint}>{t('evidence.message_hidden')}</p>}
      {link !== null && (
        <p>
          <a href={link} target="_blank" rel="noopener noreferrer">
            {link}
            <span className="visually-hidden"> {t('channels.link_new_tab')}</span>
          </a>
        </p>
      )}
      <Tags one={one} />
      <p className={sections.line}>
        <span className={sections.hint}>
          {addedBy.name}, <Moment at={addedAt} />
        </span>
        {onRemove && (
          <Button look="quiet" aria-label={t('evidence.remove_name', { name })} onClick={onRemove}>
            {t('evidence.remove')}
          </Button>
        )}
      </p>
    </li>
  );
}

function OfMessage({ message }: { message: NonNullable<Evidence['message']> }) {
  const t = useT();
  const { id, topicId, excerpt, author } = message;
  if (excerpt === '') return <p className={sections.hint}>{t('evidence.message_removed')}</p>;
  return (
    <blockquote className={sections.said}>
      <strong>{author.name}</strong>{' '}
      <Link to="/t/$topicId" params={{ topicId }} search={{ m: id }}>
        {excerptText(excerpt, t)}
      </Link>
    </blockquote>
  );
}

function Tags({ one: { sdgTargets, coreValue, level, year } }: { one: Evidence }) {
  const t = useT();
  const tags = [
    ...sdgTargets.map((target) => t('evidence.target', { target, goal: t(`sdg.${goalOf(target)}`) })),
    ...(coreValue ? [t(`core_value.${coreValue}`)] : []),
    ...(level ? [t(`result_level.${level}`)] : []),
    ...(year === null ? [] : [String(year)]),
  ];
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={t('evidence.tags')}>
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
}
