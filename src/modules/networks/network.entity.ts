import type { MailChoices, NetworkStatus } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a network works on. Themes are data: a new one needs no release. */
@Entity('themes')
export class Theme {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', unique: true })
  slug!: string;

  /** By language tag, e.g. `{ "en": "Climate", "sv": "Klimat" }`. */
  @Column({ type: 'jsonb' })
  names!: Record<string, string>;
}

@Entity('networks')
export class Network {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Stays when the network is renamed, so that links keep working. */
  @Column({ type: 'text', unique: true })
  slug!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', array: true, default: [] })
  formerNames!: string[];

  @Column({ type: 'uuid' })
  themeId!: string;

  @Column({ type: 'text' })
  region!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  status!: NetworkStatus;

  @Column({ type: 'date' })
  startsOn!: string;

  /** Four years from the start, later when the network was extended. */
  @Column({ type: 'date' })
  endsOn!: string;

  /** How many exchange visits each partnership makes a year, at least. */
  @Column({ type: 'integer', default: 2 })
  visitsAYear!: number;

  /** Working days within which a question is answered. */
  @Column({ type: 'integer', default: 5 })
  responseDays!: number;

  /** What its people are mailed where they have not chosen. */
  @Column({ type: 'jsonb', default: {} })
  mailDefaults!: MailChoices;
}

/** From `closedAt` until `reopenedAt` the network is read only. A network has at most one that lasts. */
@Entity('network_closings')
@Index('network_closings_open_idx', ['networkId'], { unique: true, where: '(reopened_at IS NULL)' })
export class NetworkClosing {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  networkId!: string;

  @Column({ type: 'text' })
  status!: Extract<NetworkStatus, 'completed' | 'archived'>;

  /** What it was, and is again when it is opened. */
  @Column({ type: 'text' })
  statusBefore!: NetworkStatus;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  closedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  reopenedAt!: Date | null;
}
