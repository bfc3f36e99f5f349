/** Changing how a milestone stands or when it is expected: chosen, saved, and taken back where it was wrong. */
import type { Input, Milestone, MilestonePage, MilestoneState } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useId, useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { changeOf, draftOf, isAsBegun, moves, standingOf, states, type Draft } from '../change';
import { checkBy } from '../check-by';
import { useFresh, useRefresh } from '../use-milestone';
import styles from './change-form.module.css';
import { Conflict } from './conflict';
import { OwnerChoice } from './owner-choice';
import { Undo } from './undo';

/** The hub's day, which is that of UTC. */
const today = () => new Date().toISOString().slice(0, 10);

export function ChangeForm({ page }: { page: MilestonePage }) {
  const { milestone } = page;
  const t = useT();
  const id = useId();
  const hub = useHub();
  const refresh = useRefresh(milestone.id);
  const fresh = useFresh(milestone.id);
  const [begun, setBegun] = useState<Draft>();
  const [current, setCurrent] = useState<Milestone>();
  const [savedAs, setSavedAs] = useState<number>();
  const [idle, setIdle] = useState(false);
  const form = useForm(['forecastOn', 'actualOn', 'ownerSeatId', 'reason'], checkBy('ChangeMilestone'));
  const wrong = useWrongFocus<HTMLFormElement>(form.failures);
  const draft = begun ?? draftOf(standingOf(page), today());
  const change = (part: Partial<Draft>) => {
    setBegun({ ...draft, ...part });
    setSavedAs(undefined);
    setIdle(false);
  };

  /** Answers with what is there now where that must be looked at first. */
  const send = async (input: Input<'milestone.change'>): Promise<Milestone | undefined> => {
    try {
      const { version } = await hub.call('milestone.change', input);
      setBegun(undefined);
      setCurrent(undefined);
      await refresh();
      setSavedAs(version);
      announce(t('milestone.saved'));
      return undefined;
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'CONFLICT') throw error;
      const now = await fresh();
      const { version } = now.milestone;
      const again = version > input.baseVersion && isAsBegun(draft, standingOf(now));
      return again ? send({ ...input, baseVersion: version }) : now.milestone;
    }
  };

  const save = (baseVersion: number) => {
    const input = changeOf(draft, baseVersion);
    if (!input) {
      setIdle(true);
      return announce(t('milestone.nothing_changed'));
    }
    void form.submit(input, async () => {
      const now = await send(input);
      if (now) setCurrent(now);
    });
  };

  return (
    <section aria-labelledby={`${id}-heading`}>
      <form
        ref={wrong}
        noValidate
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          save(draft.base.version);
        }}
      >
        <h2 id={`${id}-heading`} tabIndex={-1}>
          {t('milestone.change')}
        </h2>
        {current && (
          <Conflict
            page={page}
            mine={draft}
            onMine={() => save(Math.max(current.version, milestone.version))}
            onTheirs={() => {
              setBegun(undefined);
              setCurrent(undefined);
            }}
          />
        )}
        <States id={id} value={draft.state} onChange={(state) => change({ state })} />
        <div className={styles.row}>
          {draft.state === 'done' ? (
            <Line
              id={`${id}-done`}
              label={t('milestone.done_on')}
              problem={form.problem('actualOn')}
              type="date"
              max={today()}
              value={draft.doneOn}
              onChange={(doneOn) => {
                change({ doneOn });
                form.clear('actualOn');
              }}
            />
          ) : (
            <Line
              id={`${id}-expected`}
              label={t('milestone.expected_on')}
              problem={form.problem('forecastOn')}
              type="date"
              value={draft.expectedOn}
              onChange={(expectedOn) => {
                change({ expectedOn });
                form.clear('forecastOn');
              }}
            />
          )}
          <Line
            id={`${id}-reason`}
            label={t(moves(draft) ? 'milestone.why_needed' : 'milestone.why')}
            problem={form.problem('reason')}
            required={moves(draft)}
            value={draft.reason}
            onChange={(reason) => {
              change({ reason });
              form.clear('reason');
            }}
          />
        </div>
        <p className={styles.hint}>{t('milestone.why_hint')}</p>
        <OwnerChoice
          id={`${id}-owner`}
          page={page}
          problem={form.problem('ownerSeatId')}
          value={draft.ownerSeatId}
          onChange={(ownerSeatId) => {
            change({ ownerSeatId });
            form.clear('ownerSeatId');
          }}
        />
        {form.refused !== undefined && <Failed error={form.refused} />}
        <div className={forms.actions}>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('milestone.save')}
          </Button>
          {idle && <span className={styles.hint}>{t('milestone.nothing_changed')}</span>}
          {savedAs === milestone.version && (
            <Undo milestone={milestone} text={t('milestone.saved')} thenAt={`${id}-heading`} />
          )}
        </div>
      </form>
    </section>
  );
}

interface StatesProps {
  id: string;
  value: MilestoneState;
  onChange(state: MilestoneState): void;
}

function States({ id, value, onChange }: StatesProps) {
  const t = useT();
  return (
    <fieldset className={styles.states}>
      <legend>{t('milestone.state')}</legend>
      {states.map((state) => (
        <label key={state}>
          <input type="radio" name={`${id}-state`} checked={state === value} onChange={() => onChange(state)} />
          {t(`mark.${state}`)}
        </label>
      ))}
    </fieldset>
  );
}
