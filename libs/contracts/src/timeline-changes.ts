/** What is given to change the timeline. Whatever is changed names the version it was changed from. */
import { z } from 'zod';
import { FieldDate, maxWhyLength } from './field-date.js';
import { Id, Role, Slug, Text, TimeZone } from './model.js';
import { CoreValue, MilestoneKind, MilestoneScope, MilestoneState, ResultLevel, SdgTarget } from './timeline.js';

export const maxLessonLength = 2_000;

const Reason = Text.trim().max(maxWhyLength);

/** What is given replaces what was there. A day that moves needs a reason; a null forecast is the plan again. */
export const ChangeMilestone = z
  .object({
    milestoneId: Id,
    baseVersion: z.int(),
    state: MilestoneState.optional(),
    forecastOn: FieldDate.nullable().optional(),
    /** The day it was done on, today where it is left out; not later than today. */
    actualOn: FieldDate.optional(),
    lesson: Text.trim().max(maxLessonLength).optional(),
    ownerSeatId: Id.nullable().optional(),
    reason: Reason.optional(),
  })
  .refine(({ forecastOn, reason }) => forecastOn === undefined || (reason ?? '') !== '', {
    path: ['reason'],
    error: 'required',
  })
  .meta({ id: 'ChangeMilestone' });

/** Takes the latest change back; the history keeps both. */
export const UndoMilestone = z.object({ milestoneId: Id, baseVersion: z.int() }).meta({ id: 'UndoMilestone' });

const Title = Text.trim().min(1).max(120);

/** Another line of a network's plan, once for its id. One `scope: partnership` gives every partnership its own milestone. */
export const AddPlanItem = z
  .object({
    networkSlug: Slug,
    itemId: Id,
    /** In English. */
    name: Title,
    swedishName: Title.optional(),
    kind: MilestoneKind,
    scope: MilestoneScope,
    plannedOn: FieldDate,
    deadline: z.object({ time: z.iso.time({ precision: -1 }), timeZone: TimeZone }).optional(),
    ownerRole: Role.exclude(['administrator', 'guest']),
  })
  .meta({ id: 'AddPlanItem' });

/** A page elsewhere that proves something. */
const WebAddress = z.url({ protocol: /^https?$/, error: 'malformed' }).max(500);

/** Evidence of a milestone, once for its id: a message that the reader may read, or a page elsewhere. */
export const AddEvidence = z
  .object({
    milestoneId: Id,
    evidenceId: Id,
    note: Text.trim().max(300),
    messageId: Id.optional(),
    link: WebAddress.optional(),
    sdgTargets: z.array(SdgTarget).max(3),
    coreValue: CoreValue.optional(),
    level: ResultLevel.optional(),
    year: z.int().min(2000).max(2100).optional(),
  })
  .refine(({ messageId, link }) => messageId !== undefined || link !== undefined, {
    path: ['link'],
    error: 'required',
  })
  .meta({ id: 'AddEvidence' });
