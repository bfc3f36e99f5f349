/** The copy of everything the hub holds about a person, for themselves. */
import { Failure, type OwnData } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Tries, type Allowance } from '../../edge/tries.js';
import type { Actor } from '../identity/actor.js';
import { columnsOf, lists, profile } from './export.queries.js';
import { tellable, waysIn } from './privacy.texts.js';

/** It reads much. */
const allowance: Allowance = { what: 'own data', tries: 10, seconds: 60 * 60 };

type Lists = Pick<OwnData, keyof typeof lists>;

@Injectable()
export class ExportService {
  constructor(
    private readonly database: Database,
    private readonly tries: Tries,
  ) {}

  async export({ personId }: Actor): Promise<OwnData> {
    await this.tries.count(allowance, personId);
    const [own] = await this.database.query<OwnData['profile']>(profile, [personId]);
    if (!own) throw new Failure('NOT_FOUND', 'There is nothing here.');
    const listed: [string, object[]][] = [];
    for (const [name, sql] of Object.entries(lists)) listed.push([name, await this.database.query(sql, [personId])]);
    return {
      format: 'samverka-own-data',
      version: 1,
      exportedAt: new Date().toISOString(),
      profile: own,
      waysIn: await this.waysIn(personId),
      ...(Object.fromEntries(listed) as Lists),
    };
  }

  private async waysIn(personId: string): Promise<OwnData['waysIn']> {
    const tables = await this.database.query<{ table: string; columns: string[] }>(columnsOf, [waysIn]);
    const told: OwnData['waysIn'] = {};
    for (const { table, columns } of tables) {
      if (!columns.includes('person_id')) continue;
      const pairs = tellable
        .filter((column) => columns.includes(column))
        .map((column) => `'${camel(column)}', "${column}"`);
      const rows = await this.database.query<{ one: Record<string, unknown> }>(
        `select json_build_object(${pairs.join(', ')}) as one from "${table}" where person_id = $1`,
        [personId],
      );
      told[camel(table)] = rows.map(({ one }) => one);
    }
    return told;
  }
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
