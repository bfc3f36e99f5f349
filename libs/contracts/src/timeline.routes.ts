/** Routes about the timeline: milestones and exchange visits. Those of bands and feeds are calendar.routes. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import { Mark, MarkIds } from './marks.js';
import { Id, Slug } from './model.js';
import { AddEvidence, AddPlanItem, ChangeMilestone, UndoMilestone } from './timeline-changes.js';
import { LoggedChange } from './timeline-log.js';
import { TimelineNext } from './timeline-next.js';
import { Milestone, MilestonePage, Timeline } from './timeline.js';
import { ChangeVisit, PlanVisit, UndoVisit, VisitCard, VisitPage } from './visits.js';

export const timelineRoutes = {
  'timeline.read': {
    summary: "The timeline of one network, or of all the reader's networks, with bands behind",
    input: z.object({ networkSlug: Slug.optional() }),
    output: Timeline,
  },
  'timeline.next': {
    summary: 'What is next for the reader, and what is late: a few dates',
    input: nothing,
    output: TimelineNext,
  },
  'plan.layOut': {
    summary: "The template's milestone plan for a network that has none",
    input: z.object({ networkSlug: Slug }),
    output: nothing,
  },
  'plan.add': {
    summary: "Another line of a network's milestone plan; once for its id",
    input: AddPlanItem,
    output: nothing,
  },
  'milestone.read': {
    summary: 'A milestone: its history, evidence and talk, and who else has done it',
    input: z.object({ milestoneId: Id }),
    output: MilestonePage,
  },
  'milestone.change': {
    summary: 'Change the state, the forecast or the lesson of a milestone',
    input: ChangeMilestone,
    output: Milestone,
  },
  'milestone.undo': { summary: 'Take the latest change of a milestone back', input: UndoMilestone, output: Milestone },
  'milestone.discuss': {
    summary: 'Remember the topic in which a milestone is talked about',
    input: z.object({ milestoneId: Id, topicId: Id }),
    output: nothing,
  },
  'evidence.add': { summary: 'Evidence of a milestone; once for its id', input: AddEvidence, output: nothing },
  'evidence.remove': {
    summary: 'Take evidence away from a milestone',
    input: z.object({ milestoneId: Id, evidenceId: Id }),
    output: nothing,
  },
  'evidence.restore': {
    summary: 'Give evidence back to a milestone, as it was before it was taken away',
    input: z.object({ milestoneId: Id, evidenceId: Id }),
    output: nothing,
  },
  'mark.list': {
    summary: 'What messages show of milestones and visits; those that the reader may not see are left out',
    input: z.object({ ids: MarkIds }),
    output: z.array(Mark),
  },
  'visit.read': {
    summary: 'An exchange visit: programme, participants, preparations, lessons, history',
    input: z.object({ visitId: Id }),
    output: VisitPage,
  },
  'visit.plan': { summary: 'Plan an exchange visit; once for its id', input: PlanVisit, output: VisitCard },
  'visit.change': { summary: 'Change an exchange visit', input: ChangeVisit, output: VisitCard },
  'visit.undo': { summary: 'Take the latest change of an exchange visit back', input: UndoVisit, output: VisitCard },
  'timeline.log': {
    summary: "What people changed lately of a partnership's milestones and visits, the latest first",
    input: z.object({ partnershipSlug: Slug }),
    output: z.array(LoggedChange),
  },
} satisfies Record<string, Contract>;
