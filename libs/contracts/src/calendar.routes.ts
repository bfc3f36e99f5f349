/** Routes about bands behind the timeline, and about calendar feeds. The feeds themselves are read at `/calendar/<token>.ics`. */
import { z } from 'zod';
import { AddBand, BandList, CalendarFeed, MakeFeed } from './calendar.js';
import { nothing, type Contract } from './contract.js';
import { Id } from './model.js';

export const calendarRoutes = {
  'band.list': {
    summary: "Elections, holidays and budget years of the networks' countries",
    input: nothing,
    output: BandList,
  },
  'band.add': { summary: 'Add a band behind the timelines; once for its id', input: AddBand, output: nothing },
  'band.remove': { summary: 'Take a band away', input: z.object({ bandId: Id }), output: nothing },
  'band.restore': { summary: 'Give back a band that was taken away', input: z.object({ bandId: Id }), output: nothing },
  'feed.list': { summary: "The reader's calendar feeds", input: nothing, output: z.array(CalendarFeed) },
  'feed.make': {
    summary: 'Make a calendar feed; its address is shown this once',
    input: MakeFeed,
    output: z.object({ feed: CalendarFeed, address: z.string() }),
  },
  'feed.revoke': { summary: 'A feed answers no more', input: z.object({ feedId: Id }), output: nothing },
} satisfies Record<string, Contract>;
