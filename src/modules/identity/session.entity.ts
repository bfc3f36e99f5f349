import type { SessionWay } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed-in browser. The token itself is only in its cookie; here is its SHA-256. */
@Entity('sessions')
export class Session {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'bytea', unique: true })
  tokenHash!: Buffer;

  /** How its person proved who they are. */
  @Column({ type: 'text', default: 'demonstration' })
  how!: SessionWay;

  /** As the browser named itself; empty where it is none that we know. */
  @Column({ type: 'text', default: '' })
  browser!: string;

  @Column({ type: 'text', default: '' })
  system!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** To a few minutes. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  lastSeenAt!: Date;

  /** When its person last showed a passkey in it. */
  @Column({ type: 'timestamptz', nullable: true })
  secondFactorAt!: Date | null;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
