import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A letter of a demonstration, which is read at `/demo/mailbox`. */
@Entity('demonstration_mails')
export class DemonstrationMail {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index()
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'text' })
  recipient!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  plain!: string;

  @Column({ type: 'text' })
  html!: string;
}
