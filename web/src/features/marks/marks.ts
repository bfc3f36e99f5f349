/** What a mark in a message is called, on which day it is, and how it stands after an event. */
import type { HubEvent, Locale, Mark, Milestone } from '@hub/contracts';
import { markOf, markToken } from '@hub/contracts/mentions';
import type { Formats } from '../../formats';
import type { MessageId, Translate } from '../../i18n';

export function idOf(mark: Mark): string {
  return mark.kind === 'milestone' ? mark.milestone.id : mark.visit.id;
}

export function nameOf(mark: Mark, locale: Locale, t: Translate): string {
  if (mark.kind === 'milestone') return mark.names[locale] ?? mark.names.en ?? '';
  return visitName(mark.visit, t);
}

export function visitName({ host, hostSide }: Extract<Mark, { kind: 'visit' }>['visit'], t: Translate): string {
  return host === null ? t(`mark.visit_${hostSide}`) : t('mark.visit', { host });
}

/** How a writer names it: with whose it is, since every partnership has the same milestones, and visits with their day. */
export function labelOf(mark: Mark, locale: Locale, t: Translate, { date }: Pick<Formats, 'date'>): string {
  const name = nameOf(mark, locale, t);
  const whole = mark.kind === 'visit' ? `${name}, ${date(mark.visit.startsOn)}` : name;
  return mark.partnership ? `${whole} – ${mark.partnership.name}` : whole;
}

/** The language of a name that is shown to readers of another. */
export function languageOf(names: Record<string, string>, locale: Locale): 'en' | undefined {
  return names[locale] === undefined ? 'en' : undefined;
}

export function dayOf({ actualOn, forecastOn, plannedOn }: Milestone): string {
  return actualOn ?? forecastOn ?? plannedOn;
}

/** The ids of what a body names. */
export function marksIn(body: string): string[] {
  return Array.from(body.matchAll(markToken), ([token]) => markOf(token).id);
}

/** How it stands, as a key of the catalogue. */
export function standingOf(mark: Mark): { key: MessageId; tone: 'good' | 'bad' | 'warn' | 'plain' } {
  if (mark.kind === 'visit') {
    const { state } = mark.visit;
    const held = state === 'held' || state === 'held_online';
    const off = state === 'postponed' || state === 'cancelled';
    return { key: `mark.visit_${state}`, tone: held ? 'good' : off ? 'warn' : 'plain' };
  }
  const { state, late } = mark.milestone;
  if (late) return { key: 'mark.late', tone: 'bad' };
  return { key: `mark.${state}`, tone: state === 'done' ? 'good' : state === 'at_risk' ? 'warn' : 'plain' };
}

/** Of two states the one with the larger version is newer. The same object when nothing of it changes. */
export function withEvent(mark: Mark, event: HubEvent): Mark {
  if (mark.kind === 'milestone' && event.kind === 'milestone.changed' && event.milestone.id === mark.milestone.id)
    return event.milestone.version >= mark.milestone.version ? { ...mark, milestone: event.milestone } : mark;
  if (mark.kind === 'visit' && event.kind === 'visit.changed' && event.visit.id === mark.visit.id)
    return event.visit.version >= mark.visit.version ? { ...mark, visit: event.visit } : mark;
  return mark;
}
