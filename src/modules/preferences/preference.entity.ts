import type { MailChoices, PreferencesChange } from '@hub/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person chose. Nobody has a row before they choose; times are local, as `HH:MM:SS`. */
@Entity('preferences')
export class Preference {
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'jsonb', default: {} })
  mail!: MailChoices;

  @Column({ type: 'text', default: 'daily' })
  digest!: PreferencesChange['digest'];

  @Column({ type: 'time', default: '07:30:00' })
  digestAt!: string;

  /** 1 is Monday. */
  @Column({ type: 'integer', default: 1 })
  digestWeekday!: number;

  @Column({ type: 'time', default: '20:00:00' })
  quietFrom!: string;

  @Column({ type: 'time', default: '07:00:00' })
  quietUntil!: string;

  @Column({ type: 'integer', array: true, default: [6, 7] })
  quietDays!: number[];

  @Column({ type: 'boolean', default: true })
  quietHolidays!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}

@Entity('channel_preferences')
export class ChannelPreference {
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ type: 'uuid' })
  channelId!: string;

  @Column({ type: 'jsonb' })
  mail!: MailChoices;
}
