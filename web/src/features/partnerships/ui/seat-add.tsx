/** One more seat, where three on a side are too few. */
import type { KeptSeat, Side } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { announce } from '../../../a11y';
import { filled } from '../../../forms/filled';
import { Choice, Line } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { checkBy } from '../check-by';
import { today } from '../today';
import styles from './settings.module.css';

const sides: readonly Side[] = ['swedish', 'international'];
const kinds = {
  majority: { role: 'politician', mandate: 'majority' },
  opposition: { role: 'politician', mandate: 'opposition' },
  none: { role: 'politician', mandate: 'none' },
  official: { role: 'senior_official', mandate: 'none' },
} as const satisfies Record<string, Pick<KeptSeat, 'role' | 'mandate'>>;
type Kind = keyof typeof kinds;

interface Props {
  partnershipSlug: string;
  onAdded(): Promise<unknown>;
}

export function SeatAdd({ partnershipSlug, onAdded }: Props) {
  const t = useT();
  const hub = useHub();
  const [seatId, setSeatId] = useState(() => uuid());
  const [side, setSide] = useState<Side>('swedish');
  const [kind, setKind] = useState<Kind>('majority');
  const [fromOn, setFromOn] = useState(today);
  const form = useForm(['fromOn'], checkBy('AddSeat'));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  const nameOf = (one: Kind) =>
    one === 'official'
      ? t('seats.official')
      : t('seats.name', { role: t('role.politician'), mandate: t(`mandate.${one}`) });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const input = { partnershipSlug, seatId, side, ...kinds[kind], fromOn };
    void form.submit(filled(input), async () => {
      await hub.call('seat.add', input);
      setSeatId(uuid());
      await onAdded();
      announce(t('seats.done', { seat: nameOf(kind) }));
    });
  };
  return (
    <form ref={box} noValidate className={styles.box} onSubmit={add} aria-labelledby="seat-add">
      <h3 id="seat-add">{t('seats.add')}</h3>
      <Choice
        id="seat-side"
        label={t('seats.side')}
        problem={undefined}
        value={side}
        onChange={(value) => setSide(value as Side)}
      >
        {sides.map((one) => (
          <option key={one} value={one}>
            {t(`side.${one}`)}
          </option>
        ))}
      </Choice>
      <Choice
        id="seat-kind"
        label={t('seats.kind')}
        problem={undefined}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      >
        {(Object.keys(kinds) as Kind[]).map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Choice>
      <Line
        id="seat-from"
        label={t('seats.add_from')}
        problem={form.problem('fromOn')}
        type="date"
        value={fromOn}
        onChange={(value) => {
          setFromOn(value);
          form.clear('fromOn');
        }}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <Button type="submit" busy={form.busy}>
        {t('seats.add_now')}
      </Button>
    </form>
  );
}
