/** An exchange visit: when and where, what for, who comes, what is prepared, what was learned, and how it changed. */
import type { VisitPage } from '@hub/contracts';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { Button, Failed, Loading, PageHeader, Path, useHere } from '../../../ui';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import { isConflict, useChanging, useVisit } from '../use-visit';
import type { Given } from '../visit-values';
import { Lessons } from './lessons';
import { Participants, Preparations } from './preparations';
import { StateTag } from './state-tag';
import { Timing } from './timing';
import { useWords } from './use-words';
import { VisitHistory } from './visit-history';
import styles from './visits.module.css';

export function VisitRoute() {
  const { visitId } = useParams('/v/$visitId');
  const t = useT();
  const { data, error, refetch } = useVisit(visitId);
  useHere(data?.network.slug);
  if (data) return <Visit key={visitId} page={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('visits.loading')} />;
}

/** What was changed last on this page, which can be taken back right there. */
interface Done {
  text: string;
  version: number;
}

function Visit({ page }: { page: VisitPage }) {
  const t = useT();
  const words = useWords();
  const reader = useProfile();
  const changing = useChanging(page.visit.id);
  const [done, setDone] = useState<Done>();
  const [refused, setRefused] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { visit, network, partnership, may } = page;

  // The button that was pressed may be gone: then whoever goes by keyboard goes on at what was done.
  const top = useRef<HTMLDivElement>(null);
  const [acted, setActed] = useState(0);
  useEffect(() => {
    if (acted > 0 && document.activeElement === document.body) top.current?.focus();
  }, [acted]);

  const saved = (version: number | undefined, text = t('visits.saved')) => {
    setRefused(undefined);
    if (version === undefined) return;
    setDone({ text, version });
    announce(text);
  };
  const carry = async (work: () => Promise<number>, text?: string) => {
    if (busy) return;
    setBusy(true);
    try {
      saved(await work(), text);
    } catch (error) {
      setDone(undefined);
      setRefused(error);
      if (isConflict(error)) await changing.fresh();
    } finally {
      setBusy(false);
      setActed((count) => count + 1);
    }
  };
  const change = (given: Given) => carry(() => changing.change(visit.version, given));
  const undo = (version: number) => carry(() => changing.undo(version), t('visits.undone'));

  return (
    <div className={styles.page}>
      <PageHeader
        title={t('visits.title', { title: words.title(visit), partnership: partnership.name })}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
            <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
              {partnership.name}
            </Link>
          </Path>
        }
        lead={<When page={page} />}
      >
        {words.title(visit)}
      </PageHeader>
      <div ref={top} tabIndex={-1} className={styles.outcome}>
        {done?.version === visit.version && (
          <div className={styles.done}>
            <p>{done.text}</p>
            <Button look="quiet" busy={busy} onClick={() => void undo(visit.version)}>
              {t('visits.undo')}
            </Button>
          </div>
        )}
        {refused !== undefined &&
          (isConflict(refused) ? (
            <p role="alert" className={styles.note}>
              {t('visits.changed_meanwhile')}
            </p>
          ) : (
            <Failed error={refused} />
          ))}
      </div>
      {may.change && <Timing page={page} busy={busy} onChange={change} onSaved={saved} />}
      <Lessons page={page} onSaved={saved} />
      <section aria-labelledby="plan" className={styles.section}>
        <h2 id="plan">{t('visits.plan')}</h2>
        <p className={styles.purpose}>{page.purpose}</p>
        {page.programme === '' ? (
          <p className={styles.more}>{t('visits.no_programme')}</p>
        ) : (
          <MessageBody body={page.programme} mentions={[]} language={null} reader={reader} />
        )}
        {may.change && (
          <p className={styles.edit}>
            <Link to="/v/$visitId/change" params={{ visitId: visit.id }}>
              {t('visits.change_plan')}
            </Link>
          </p>
        )}
      </section>
      <Participants page={page} />
      <Preparations page={page} />
      <VisitHistory page={page} busy={busy} onUndo={() => void undo(visit.version)} />
    </div>
  );
}

function When({ page: { visit, cause } }: { page: VisitPage }) {
  const t = useT();
  const words = useWords();
  const { date } = useFormats();
  const ahead = visit.state !== 'held' && visit.state !== 'held_online' && visit.state !== 'cancelled';
  return (
    <div className={styles.when}>
      <p className={styles.days}>
        <time dateTime={visit.startsOn}>{words.days(visit)}</time>
        {ahead && <span className={styles.left}>{words.left(visit.startsOn)}</span>}
      </p>
      <p className={styles.facts}>
        <StateTag state={visit.state} />
        {cause !== null && <span>{t(`visit_cause.${cause}`)}</span>}
        {visit.plannedOn !== visit.startsOn && (
          <span>{t('visits.first_planned', { date: date(visit.plannedOn) })}</span>
        )}
      </p>
    </div>
  );
}
