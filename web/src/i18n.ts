/**
 * The reader's language and zone: texts from the catalogues, and dates, times, names of countries and languages by Intl.
 * Whatever a component takes from here changes when the reader changes language.
 */
import type { Locale } from '@hub/contracts';
import { setupI18n, type Messages } from '@lingui/core';
import { useMemo, useSyncExternalStore } from 'react';
import type accessibility from '../../locales/en/accessibility.json';
import type administration from '../../locales/en/administration.json';
import type broadcasts from '../../locales/en/broadcasts.json';
import type calendar from '../../locales/en/calendar.json';
import type channels from '../../locales/en/channels.json';
import type common from '../../locales/en/common.json';
import type failures from '../../locales/en/failures.json';
import type help from '../../locales/en/help.json';
import type field from '../../locales/en/field.json';
import type home from '../../locales/en/home.json';
import type invalid from '../../locales/en/invalid.json';
import type invitations from '../../locales/en/invitations.json';
import type knowledge from '../../locales/en/knowledge.json';
import type marks from '../../locales/en/marks.json';
import type milestone from '../../locales/en/milestone.json';
import type moderation from '../../locales/en/moderation.json';
import type networks from '../../locales/en/networks.json';
import type notifications from '../../locales/en/notifications.json';
import type partnerships from '../../locales/en/partnerships.json';
import type people from '../../locales/en/people.json';
import type preferences from '../../locales/en/preferences.json';
import type privacy from '../../locales/en/privacy.json';
import type questions from '../../locales/en/questions.json';
import type reading from '../../locales/en/reading.json';
import type rooms from '../../locales/en/rooms.json';
import type security from '../../locales/en/security.json';
import type session from '../../locales/en/session.json';
import type timeline from '../../locales/en/timeline.json';
import type tools from '../../locales/en/tools.json';
import type visits from '../../locales/en/visits.json';
import { Formats } from './formats';

type Catalogue = typeof accessibility &
  typeof administration &
  typeof broadcasts &
  typeof calendar &
  typeof channels &
  typeof common &
  typeof failures &
  typeof help &
  typeof field &
  typeof home &
  typeof invalid &
  typeof invitations &
  typeof knowledge &
  typeof marks &
  typeof milestone &
  typeof moderation &
  typeof networks &
  typeof notifications &
  typeof partnerships &
  typeof people &
  typeof preferences &
  typeof privacy &
  typeof questions &
  typeof reading &
  typeof rooms &
  typeof security &
  typeof session &
  typeof timeline &
  typeof tools &
  typeof visits;

export type MessageId = keyof Catalogue;
export type Translate = (id: MessageId, values?: Record<string, string | number>) => string;

/** Texts are loaded with the part of the client that needs them; `base` is needed everywhere. */
export type Part =
  | 'base'
  | 'entrance'
  | 'talk'
  | 'inbox'
  | 'tools'
  | 'marks'
  | 'milestone'
  | 'places'
  | 'rooms'
  | 'invalid'
  | 'invitations'
  | 'security'
  | 'administration'
  | 'broadcasts'
  | 'questions'
  | 'knowledge'
  | 'calendar'
  | 'field'
  | 'help'
  | 'timeline'
  | 'preferences'
  | 'visits';

/** Where the texts of pages that few open come from is loaded with the first of them. */
export type RarePart =
  'invitations' | 'administration' | 'broadcasts' | 'questions' | 'knowledge' | 'field' | 'timeline' | 'preferences';
export type Catalogues<P extends Part> = Record<Locale, Record<P, () => Promise<{ messages: Messages }>>>;

const catalogues: Catalogues<Exclude<Part, RarePart>> = {
  en: {
    base: () => import('virtual:catalogue/en/base'),
    entrance: () => import('virtual:catalogue/en/entrance'),
    talk: () => import('virtual:catalogue/en/talk'),
    inbox: () => import('virtual:catalogue/en/inbox'),
    tools: () => import('virtual:catalogue/en/tools'),
    marks: () => import('virtual:catalogue/en/marks'),
    milestone: () => import('virtual:catalogue/en/milestone'),
    places: () => import('virtual:catalogue/en/places'),
    rooms: () => import('virtual:catalogue/en/rooms'),
    invalid: () => import('virtual:catalogue/en/invalid'),
    help: () => import('virtual:catalogue/en/help'),
    security: () => import('virtual:catalogue/en/security'),
    visits: () => import('virtual:catalogue/en/visits'),
    calendar: () => import('virtual:catalogue/en/calendar'),
  },
  sv: {
    base: () => import('virtual:catalogue/sv/base'),
    entrance: () => import('virtual:catalogue/sv/entrance'),
    talk: () => import('virtual:catalogue/sv/talk'),
    inbox: () => import('virtual:catalogue/sv/inbox'),
    tools: () => import('virtual:catalogue/sv/tools'),
    marks: () => import('virtual:catalogue/sv/marks'),
    milestone: () => import('virtual:catalogue/sv/milestone'),
    places: () => import('virtual:catalogue/sv/places'),
    rooms: () => import('virtual:catalogue/sv/rooms'),
    invalid: () => import('virtual:catalogue/sv/invalid'),
    help: () => import('virtual:catalogue/sv/help'),
    security: () => import('virtual:catalogue/sv/security'),
    visits: () => import('virtual:catalogue/sv/visits'),
    calendar: () => import('virtual:catalogue/sv/calendar'),
  },
};

const needed = new Set<Part>(['base']);
const i18n = setupI18n();
let timeZone: string | undefined;
let latestAsked = 0;
let formats = new Formats('en', undefined);
let translate: Translate = translator();
const listeners = new Set<() => void>();

export const localeNames: Record<Locale, string> = { en: 'English', sv: 'Svenska' };

/**
 * Loads a language and changes to it, unless another was asked for meanwhile. Rejects, with everything as it was, when it
 * cannot be loaded.
 */
export async function activate(locale: Locale, zone = timeZone): Promise<void> {
  const asked = ++latestAsked;
  if (locale === i18n.locale && zone === timeZone) return;
  await Promise.all([...needed].map((part) => load(locale, part)));
  if (asked !== latestAsked) return;
  i18n.activate(locale);
  timeZone = zone;
  formats = new Formats(locale, zone);
  translate = translator();
  document.documentElement.lang = locale;
  remember(locale);
  for (const listener of listeners) listener();
}

/** To be called before any of these parts is asked for. */
export function addTexts(more: Catalogues<RarePart>): void {
  for (const locale of Object.keys(more) as Locale[]) Object.assign(catalogues[locale], more[locale]);
}

/** A module together with the texts that it shows, in this language and in every one changed to later. */
export async function withTexts<T>(part: Part, module: Promise<T>): Promise<T> {
  needed.add(part);
  const [loaded] = await Promise.all([module, i18n.locale ? load(currentLocale(), part) : undefined]);
  return loaded;
}

/** Before sign-in: what this device used last, else what its reader prefers. */
export function preferredLocale(): Locale {
  const wanted = [remembered(), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return wanted.find((tag): tag is Locale => tag !== undefined && tag in catalogues) ?? 'en';
}

export function currentLocale(): Locale {
  return i18n.locale as Locale;
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale);
}

export function useT(): Translate {
  return useSyncExternalStore(subscribe, () => translate);
}

export function currentFormats(): Formats {
  return formats;
}

export function useFormats(): Formats {
  return useSyncExternalStore(subscribe, currentFormats);
}

/** A text outside of React, in the language of the moment. */
export function t(...args: Parameters<Translate>): string {
  return translate(...args);
}

/** Sorts and compares names as the reader's language does. */
export function useCollator(): Intl.Collator {
  const locale = useLocale();
  return useMemo(() => new Intl.Collator(locale, { sensitivity: 'base', numeric: true }), [locale]);
}

async function load(locale: Locale, part: Part): Promise<void> {
  const { messages } = await (catalogues as Catalogues<Part>)[locale][part]();
  i18n.load(locale, messages);
}

function translator(): Translate {
  return (id, values) => i18n._(id, values);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** In a cookie, so that the hub can tell early of the texts that a page will ask for. */
function remember(locale: Locale): void {
  document.cookie = `hub-locale=${locale}; path=/; samesite=lax; max-age=31536000`;
}

function remembered(): string | undefined {
  return /\bhub-locale=(\w+)/.exec(document.cookie)?.[1];
}
