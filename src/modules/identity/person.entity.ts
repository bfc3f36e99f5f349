import type { ColourTheme, Locale } from '@hub/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('people')
// Unique by its lower-case form, which a decorator cannot say.
@Index('people_email_idx', { synchronize: false })
export class Person {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  initials!: string;

  @Column({ type: 'text', default: '' })
  title!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'boolean', default: false })
  emailVisible!: boolean;

  @Column({ type: 'uuid', nullable: true })
  localGovernmentId!: string | null;

  @Column({ type: 'text', array: true, default: ['en'] })
  languages!: string[];

  @Column({ type: 'text' })
  timeZone!: string;

  @Column({ type: 'text', default: 'en' })
  locale!: Locale;

  @Column({ type: 'text', default: 'system' })
  theme!: ColourTheme;

  @Column({ type: 'boolean', default: false })
  lowData!: boolean;

  /** The seq of this person's latest event. */
  @Column({ type: 'bigint', default: 0 })
  eventSeq!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  disabledAt!: Date | null;
}
