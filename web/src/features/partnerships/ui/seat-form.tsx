/** One thing that is done with a seat: from which day, and by whom it is taken. */
import type { KeptSeat, PartnershipPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { filled } from '../../../forms/filled';
import { Choice, Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useCollator, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { checkBy } from '../check-by';
import type { SeatAction } from '../seat-actions';
import { today } from '../today';

const schemas = { fill: 'FillSeat', handover: 'HandOverSeat', vacate: 'VacateSeat', end: 'EndSeat' } as const;
const dayFields = { fill: 'fromOn', handover: 'on', vacate: 'untilOn', end: 'untilOn' } as const;

interface Props {
  seat: KeptSeat;
  name: string;
  action: SeatAction;
  partnership: PartnershipPage;
  onDone(): void;
  onChanged(): Promise<unknown>;
}

export function SeatForm({ seat, name, action, partnership, onDone, onChanged }: Props) {
  const t = useT();
  const hub = useHub();
  const [day, setDay] = useState(today);
  const [personId, setPersonId] = useState('');
  const field = dayFields[action];
  const form = useForm([field, 'personId'], checkBy(schemas[action]));
  const taken = action === 'fill' || action === 'handover';
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  useEffect(() => box.current?.querySelector<HTMLElement>('select, input')?.focus(), [box]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const of = { partnershipSlug: partnership.slug, seatId: seat.id };
    const calls = {
      fill: () => hub.call('seat.fill', { ...of, personId, fromOn: day }),
      handover: () => hub.call('seat.handover', { ...of, personId, on: day }),
      vacate: () => hub.call('seat.vacate', { ...of, untilOn: day }),
      end: () => hub.call('seat.end', { ...of, untilOn: day }),
    };
    void form.submit(filled({ ...of, personId, [field]: day }), async () => {
      await calls[action]();
      await onChanged();
      announce(t('seats.done', { seat: name }));
      onDone();
    });
  };

  return (
    <form
      ref={box}
      noValidate
      className={forms.form}
      onSubmit={send}
      aria-label={t(`seats.${action}_name`, { seat: name })}
    >
      {taken && (
        <Choice
          id={`seat-person-${seat.id}`}
          label={t('seats.who')}
          problem={form.problem('personId')}
          value={personId}
          onChange={(value) => {
            setPersonId(value);
            form.clear('personId');
          }}
        >
          <People partnership={partnership} />
        </Choice>
      )}
      <Line
        id={`seat-day-${seat.id}`}
        label={t(`seats.day_${action}`)}
        hint={action === 'handover' ? t('seats.day_handover_hint') : undefined}
        problem={form.problem(field)}
        type="date"
        min={seat.fromOn}
        value={day}
        onChange={(value) => {
          setDay(value);
          form.clear(field);
        }}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t(`seats.now_${action}`)}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('seats.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Everybody in the network, those of the partnership first. */
function People({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const collator = useCollator();
  const { data } = useQuery(useNetworkCache().directory(partnership.network.slug));
  const people = (data?.people ?? []).toSorted((a, b) => collator.compare(a.name, b.name));
  const ids = new Set(partnership.people.map(({ id }) => id));
  const groups = [
    { label: t('seats.who_partnership'), shown: people.filter(({ id }) => ids.has(id)) },
    { label: t('seats.who_network'), shown: people.filter(({ id }) => !ids.has(id)) },
  ];
  return (
    <>
      <option value="">{t('seats.who_choose')}</option>
      {groups.map(
        ({ label, shown }) =>
          shown.length > 0 && (
            <optgroup key={label} label={label}>
              {shown.map(({ id, name, localGovernment }) => (
                <option key={id} value={id}>
                  {localGovernment ? `${name} (${localGovernment.name})` : name}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </>
  );
}
