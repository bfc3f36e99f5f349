/** The audit trail as it is read: everything for administrators, a network's for whoever coordinates it. */
import { gives, type AuditEntry, type AuditExport, type AuditList, type Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { csvOf } from './csv.js';
import { namesOf, trail } from './trail.queries.js';

const listed = 50;
/** So much is still opened by a spreadsheet and held in memory at once. */
const exported = 20_000;

const columns = ['at', 'by', 'network', 'action', 'about', 'person', 'role', 'reason', 'before', 'after'];
const anId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

@Injectable()
export class TrailService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: Parsed<'audit.list'>): Promise<AuditList> {
    const rows = await this.rows(actor, query, listed + 1);
    const entries = rows.slice(0, listed);
    const ids = JSON.stringify(entries.map(({ before, after }) => [before, after])).match(anId) ?? [];
    const names = await this.database.query<{ id: string; name: string }>(namesOf, [[...new Set(ids)]]);
    return {
      entries,
      more: rows.length > listed,
      names: Object.fromEntries(names.map(({ id, name }) => [id, name])),
    };
  }

  async export(actor: Actor, query: Parsed<'audit.export'>): Promise<AuditExport> {
    const rows = await this.rows(actor, query, exported + 1);
    const lines = rows
      .slice(0, exported)
      .map(({ at, actor: by, network, action, subject, reason, before, after }) => [
        at,
        by?.name ?? '',
        network?.name ?? '',
        action,
        subject.name ?? subject.id,
        subject.person?.name ?? '',
        subject.role ?? '',
        reason,
        before === null ? '' : JSON.stringify(before),
        after === null ? '' : JSON.stringify(after),
      ]);
    return { csv: csvOf([columns, ...lines]), complete: rows.length <= exported };
  }

  private async rows(actor: Actor, query: Parsed<'audit.list'>, most: number): Promise<AuditEntry[]> {
    const { networkSlug, action, actorId, subjectId, fromOn, lastOn, words = '', after } = query;
    const asked = [networkSlug, action, actorId, subjectId, fromOn, lastOn, words.trim(), after].map(
      (value) => value ?? null,
    );
    return this.database.query<AuditEntry>(trail, [...readableBy(actor), ...asked, most]);
  }
}

/** Everything, or these networks. */
function readableBy({ memberships }: Actor): [boolean, string[]] {
  return [
    memberships.some(({ role }) => gives(role, 'trail')),
    memberships.flatMap(({ role, networkId }) => (networkId !== null && gives(role, 'own_trail') ? [networkId] : [])),
  ];
}
