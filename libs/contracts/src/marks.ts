/** What a message shows of the timeline where it names a milestone or a visit: a card that stays as fresh as events. */
import { z } from 'zod';
import { Id, Slug } from './model.js';
import { Milestone, Names } from './timeline.js';
import { VisitCard } from './visits.js';

export const mostMarks = 50;

/** In a query, separated by commas. */
export const MarkIds = z
  .string()
  .max(40 * mostMarks)
  .transform((ids) => [...new Set(ids.toLowerCase().split(','))])
  .pipe(z.array(Id).min(1).max(mostMarks));

const place = {
  network: z.object({ id: Id, slug: Slug, name: z.string() }),
  partnership: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
};

export const Mark = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('milestone'), ...place, names: Names, milestone: Milestone }),
    z.object({ kind: z.literal('visit'), ...place, visit: VisitCard }),
  ])
  .meta({ id: 'Mark' });

export type Mark = z.infer<typeof Mark>;
