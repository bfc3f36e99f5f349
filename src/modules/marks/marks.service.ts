/** What messages name of the timeline, as its reader may see it: a name in a text gives nobody a right. */
import type { Mark, Parsed } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { seesNetwork, worksInNetwork, type Actor } from '../identity/actor.js';
import { asMilestone, type MilestoneRow } from '../timeline/timeline.service.js';
import { milestoneMarks, visitMarks } from './marks.queries.js';

type OfMilestone = Extract<Mark, { kind: 'milestone' }>;
type OfVisit = Extract<Mark, { kind: 'visit' }>;

@Injectable()
export class MarksService {
  constructor(private readonly database: Database) {}

  /** In the order asked for. What is hidden is left out, as what does not exist. */
  async list(actor: Actor, { ids }: Parsed<'mark.list'>): Promise<Mark[]> {
    const [milestones, visits] = await Promise.all([
      this.database.query<MilestoneRow & Omit<OfMilestone, 'milestone'>>(milestoneMarks, [ids]),
      this.database.query<OfVisit>(visitMarks, [ids]),
    ]);
    const now = new Date();
    const marks = new Map<string, Mark>([
      ...milestones.map((row) => [row.milestone.id, { ...row, milestone: asMilestone(row, now) }] as const),
      ...visits.map((row) => [row.visit.id, row] as const),
    ]);
    return ids.flatMap((id) => marks.get(id) ?? []).filter((mark) => maySee(actor, mark));
  }
}

/** Guests see what concerns the whole network. */
function maySee(actor: Actor, { network, partnership }: Mark): boolean {
  return partnership === null ? seesNetwork(actor, network.id) : worksInNetwork(actor, network.id);
}
