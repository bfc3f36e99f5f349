/** What is on in the days ahead for somebody: in the partnerships they work in, and in the whole of their networks. */
import { gives, roles } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { comingDates, comingVisits } from './next.queries.js';

export interface ComingDate {
  id: string;
  names: Record<string, string>;
  on: string;
  /** The partnership's name, or the network's where it is its own. */
  about: string;
}

export interface ComingVisit {
  id: string;
  startsOn: string;
  endsOn: string;
  about: string;
}

const atWork = roles.filter((role) => gives(role, 'people'));

@Injectable()
export class ComingService {
  constructor(private readonly database: Database) {}

  /** From the first to the last of these days, by today's roles. */
  async of(personId: string, from: string, until: string): Promise<{ dates: ComingDate[]; visits: ComingVisit[] }> {
    const asked = [personId, atWork, from, until];
    const [dates, visits] = await Promise.all([
      this.database.query<ComingDate>(comingDates, asked),
      this.database.query<ComingVisit>(comingVisits, asked),
    ]);
    return { dates, visits };
  }
}
