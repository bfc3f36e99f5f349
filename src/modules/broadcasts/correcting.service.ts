/** What is done with a broadcast after it was sent: a correction, which is a version of its own, and where it is talked about. */
import { Failure, type BroadcastText as Text, type Parsed } from '@hub/contracts';
import { Database, type Transaction } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { AuditService } from '../administration/audit.service.js';
import { TopicsService } from '../channels/topics.service.js';
import type { Actor } from '../identity/actor.js';
import { wrong } from '../partnerships/partnership-access.service.js';
import { Broadcast, BroadcastText, BroadcastVersion } from './broadcast.entity.js';
import { broadcastSent } from './broadcasts.jobs.js';
import { mayDo, sendsInEach, wrongInTexts } from './broadcasts.policy.js';
import { askAnew, shutOut } from './broadcasts.queries.js';
import { BroadcastsService, type HeldBroadcast } from './broadcasts.service.js';
import { keepTexts, writeTrail } from './drafting.service.js';

@Injectable()
export class CorrectingService {
  constructor(
    private readonly database: Database,
    private readonly broadcasts: BroadcastsService,
    private readonly topics: TopicsService,
    private readonly audit: AuditService,
  ) {}

  /** The same correction sent twice is made once. */
  async correct(actor: Actor, input: Parsed<'broadcast.correct'>): Promise<void> {
    const { broadcastId, version: base, texts, note } = input;
    await this.database.transaction(async (tx) => {
      const broadcast = await this.broadcasts.held(tx, actor, broadcastId);
      if (!mayDo(actor, broadcast).correct) throw new Failure('FORBIDDEN', 'This is not corrected, or by others.');
      const fields = wrongInTexts(texts);
      if (fields.length > 0) throw new Failure('INVALID', 'A correction cannot be so.', { fields });
      if (broadcast.version === base + 1 && (await isMade(tx, actor, input))) return;
      if (broadcast.version !== base) throw new Failure('CONFLICT', 'It was corrected meanwhile.');
      const version = base + 1;
      const again = input.again && broadcast.acknowledge;
      const made = { broadcastId, version, authorId: actor.personId, note, again };
      await tx.manager.insert(BroadcastVersion, made);
      await keepTexts(tx, broadcastId, version, texts);
      await tx.manager.update(Broadcast, { id: broadcastId }, { version, changedAt: () => 'now()' });
      if (again) await tx.query(askAnew, [broadcastId]);
      const { networks } = broadcast;
      const after = { version, again };
      await writeTrail(this.audit, tx, { actor, action: 'broadcast.correct', broadcastId, networks, after });
      await tx.promise(broadcastSent.topic, [{ broadcastId, version }]);
    });
  }

  /** The first topic is remembered for whoever reads it; another takes its place for whoever may send. */
  async discuss(actor: Actor, { broadcastId, topicId }: Parsed<'broadcast.discuss'>): Promise<void> {
    const channel = await this.topics.readable(actor, topicId);
    await this.database.transaction(async (tx) => {
      const broadcast = await this.broadcasts.held(tx, actor, broadcastId);
      if (broadcast.status !== 'sent') throw new Failure('CONFLICT', 'It is not sent yet.');
      if (!(await isPlaceFor(tx, broadcast, channel))) throw wrong('topicId', 'not_a_choice');
      if (broadcast.topicId === topicId) return;
      if (broadcast.topicId !== null && !sendsInEach(actor, broadcast.networks))
        throw new Failure('FORBIDDEN', 'It is talked about elsewhere.');
      await tx.manager.update(Broadcast, { id: broadcastId }, { topicId });
    });
  }
}

async function isMade(tx: Transaction, { personId }: Actor, input: Parsed<'broadcast.correct'>): Promise<boolean> {
  const at = { broadcastId: input.broadcastId, version: input.version + 1 };
  const made = await tx.manager.findOneBy(BroadcastVersion, at);
  const texts = await tx.manager.find(BroadcastText, { where: at, order: { position: 'asc' } });
  const kept = texts.map(({ language, title, body }): Text => ({ language, title, body }));
  return made?.authorId === personId && made.note === input.note && isDeepStrictEqual(kept, input.texts);
}

/** Of one of its networks, and open to all who got it there: a talk among some would shut the others out. */
async function isPlaceFor(
  tx: Transaction,
  { id, networks }: HeldBroadcast,
  channel: { id: string; networkId: string; sensitive: boolean },
): Promise<boolean> {
  if (channel.sensitive || !networks.some((network) => network.id === channel.networkId)) return false;
  const out = await tx.query(shutOut, [id, channel.id, channel.networkId]);
  return out.length === 0;
}
