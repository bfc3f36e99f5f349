/**
 * Reports: anybody may ask the network's project coordinator to look at a message. By reporting it they show it to the
 * coordinator, who may not be in the channel; what becomes of it is kept in the audit trail.
 */
import { Failure, type Parsed, type ReportList } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { hasRight, networksSeen, type Actor } from '../identity/actor.js';
import { NetworkAccessService } from '../networks/network-access.service.js';
import { messageReported } from './messages.jobs.js';
import { asMessage } from './messages.queries.js';
import { MessagesService } from './messages.service.js';
import { openReport, reportsOf, reportToSettle, settleReports } from './reports.queries.js';
import { RevisingService } from './revising.service.js';

interface ReportRow {
  id: string;
  messageId: string;
  channelName: string;
  topicTitle: string;
  reporter: ReportList['reports'][number]['reporter'];
  reason: string;
  createdAt: string;
}

interface Reported {
  messageId: string;
  channelId: string;
  networkId: string;
}

@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkAccessService,
    private readonly messages: MessagesService,
    private readonly revising: RevisingService,
  ) {}

  /** Once for each reader and message. */
  async report(actor: Actor, { messageId, reason }: Parsed<'message.report'>): Promise<void> {
    await this.messages.readable(actor, messageId);
    await this.database.transaction(async (tx) => {
      const id = uuidv7();
      const opened = await tx.query(openReport, [id, messageId, actor.personId, reason]);
      if (opened.length > 0) await tx.promise(messageReported.topic, [{ reportId: id }]);
    });
  }

  async list(actor: Actor, networkSlug: string): Promise<ReportList> {
    const network = await this.networks.visible(actor, networkSlug);
    requireCoordinator(actor, network.id);
    const rows = await this.database.query<ReportRow>(reportsOf, [network.id]);
    const messages = new Map(
      (await this.messages.rows(rows.map(({ messageId }) => messageId))).map((row) => [row.id, asMessage(row)]),
    );
    const reports = rows.flatMap(({ messageId, ...report }) => {
      const message = messages.get(messageId);
      return message ? [{ ...report, message }] : [];
    });
    return { network, reports };
  }

  /** Settles every report of the same message. Settled before, it stays as it is. */
  async settle(actor: Actor, { reportId, outcome, reason = '' }: Parsed<'report.settle'>): Promise<void> {
    const [report] = await this.database.query<Reported>(reportToSettle, [reportId]);
    if (!report || !networksSeen(actor).includes(report.networkId))
      throw new Failure('NOT_FOUND', 'There is nothing here.');
    requireCoordinator(actor, report.networkId);
    await this.revising.moderate(actor, report, {
      action: `report.${outcome}`,
      reason,
      removes: outcome === 'removed',
      decide: async (tx) => (await tx.query(settleReports, [report.messageId, actor.personId, outcome])).length > 0,
    });
  }
}

function requireCoordinator(actor: Actor, networkId: string): void {
  if (!hasRight(actor, 'moderate', networkId))
    throw new Failure('FORBIDDEN', 'Reports are for the project coordinator.');
}
