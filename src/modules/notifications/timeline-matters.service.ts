/** What a letter says of milestones and visits. */
import type { Locale } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { wordsIn } from '../mail/words.js';
import { MattersService, type Due, type Matter, type NotTold } from './matters.service.js';
import { dayIn } from './spelled.js';
import { milestoneMatters, visitMatters } from './timeline-matters.queries.js';

interface MilestoneRow {
  id: string;
  kind: 'milestone_due' | 'milestone_late' | 'milestone_changed';
  milestoneId: string;
  networkId: string;
  names: Record<string, string>;
  /** The partnership's, or the network's where it is its own. */
  about: string;
  on: string;
  changedBy: string | null;
  reason: string | null;
}

interface VisitRow {
  id: string;
  kind: 'visit_coming' | 'lessons_wanted';
  visitId: string;
  networkId: string;
  partnership: string;
  startsOn: string;
  endsOn: string;
  reason: string | null;
}

@Injectable()
export class TimelineMattersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly matters: MattersService,
    private readonly address: Address,
  ) {}

  onModuleInit(): void {
    this.matters.writes(['milestone_due', 'milestone_late', 'milestone_changed'], (due) =>
      this.write<MilestoneRow>(milestoneMatters, due, (row, reader) => this.ofMilestone(row, reader)),
    );
    this.matters.writes(['visit_coming', 'lessons_wanted'], (due) =>
      this.write<VisitRow>(visitMatters, due, (row, reader) => this.ofVisit(row, reader)),
    );
  }

  private async write<Row extends { id: string; reason: string | null }>(
    sql: string,
    due: Due[],
    matterOf: (row: Row, reader: Due) => Matter,
  ): Promise<Map<string, Matter | NotTold>> {
    const rows = await this.database.query<Row>(sql, [due.map(({ notificationId }) => notificationId)]);
    const readers = new Map(due.map((one) => [one.notificationId, one]));
    return new Map(
      rows.flatMap((row) => {
        const reader = readers.get(row.id);
        if (!reader) return [];
        return [[row.id, row.reason === null ? matterOf(row, reader) : { reason: row.reason }]];
      }),
    );
  }

  private ofMilestone(row: MilestoneRow, { locale }: Due): Matter {
    const { kind, milestoneId, networkId, about } = row;
    const words = wordsIn(locale);
    const values = {
      milestone: nameIn(locale, row.names),
      date: dayIn(locale, row.on),
      name: row.changedBy ?? words('mail.somebody'),
    };
    return {
      subject: words(`mail.${kind}.subject`, values),
      networkId,
      thread: `milestone/${milestoneId}`,
      parts: [
        { text: about },
        { text: words(`mail.${kind}.text`, values) },
        { link: words('mail.milestone.link'), address: this.address.of(`/m/${milestoneId}`) },
      ],
    };
  }

  private ofVisit({ kind, visitId, networkId, partnership, startsOn, endsOn }: VisitRow, { locale }: Due): Matter {
    const words = wordsIn(locale);
    const values = { partnership, date: dayIn(locale, startsOn), until: dayIn(locale, endsOn) };
    return {
      subject: words(`mail.${kind}.subject`, values),
      networkId,
      thread: `visit/${visitId}`,
      parts: [
        { text: words(`mail.${kind}.text`, values) },
        { link: words('mail.visit.link'), address: this.address.of(`/v/${visitId}`) },
      ],
    };
  }
}

function nameIn(locale: Locale, names: Record<string, string>): string {
  return names[locale] ?? names.en ?? Object.values(names)[0] ?? '';
}
