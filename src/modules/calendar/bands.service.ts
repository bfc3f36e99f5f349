/** What lies behind a timeline: elections, holidays and budget years, by country. */
import type { CalendarBand } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { bandsOf } from './calendar.queries.js';

@Injectable()
export class BandsService {
  constructor(private readonly database: Database) {}

  /** Those of these countries, by their first days. */
  of(countries: readonly string[]): Promise<CalendarBand[]> {
    return this.database.query<CalendarBand>(bandsOf, [countries]);
  }
}
