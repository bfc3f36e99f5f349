/**
 * What a page will load, told with it in a Link header: its code, its texts in the reader's likely language and its
 * styles. Else each is found only when the one before it has run, a round trip at a time.
 */
import { locales } from '@hub/contracts';
import { parse } from 'cookie';
import type { Request } from 'express';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** An entry of the manifest of the web's build: a chunk, with what it imports. */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const app = ['index.html', 'src/app.tsx'];
const topicPage = 'src/features/conversation/ui/topic-route.tsx';
const texts = ['base', 'talk'];

export class EarlyLinks {
  private readonly manifest: Record<string, Chunk>;
  private readonly known = new Map<string, string[]>();

  /** `folder`: where the web's build is. */
  constructor(private readonly folder: string) {
    this.manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  }

  of(request: Request): string {
    const kept = parse(request.headers.cookie ?? '')['hub-locale'];
    const language = locales.find((one) => one === kept) ?? (request.acceptsLanguages(...locales) || locales[0]);
    return this.files(language, /^\/t\/[^/]+$/.test(request.path) ? [...app, topicPage] : app).join(', ');
  }

  private files(language: string, sources: string[]): string[] {
    const key = [language, ...sources].join();
    const known = this.known.get(key) ?? this.linksTo([...texts.map((part) => catalogue(language, part)), ...sources]);
    this.known.set(key, known);
    return known;
  }

  /** The largest first: a browser asks for few at a time, and the small ones fit in between. */
  private linksTo(sources: string[]): string[] {
    const files = new Set<string>();
    const seen = new Set<string>();
    const visit = (source: string): void => {
      const chunk = this.manifest[source];
      if (!chunk || seen.has(source)) return;
      seen.add(source);
      for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
      chunk.imports?.forEach(visit);
    };
    sources.forEach(visit);
    const sizeOf = (file: string) => statSync(join(this.folder, file)).size;
    return [...files].sort((a, b) => sizeOf(b) - sizeOf(a)).map(preload);
  }
}

const preload = (file: string) =>
  `</${file}>; rel=${file.endsWith('.css') ? 'preload; as=style; crossorigin' : 'modulepreload'}`;
const catalogue = (language: string, part: string) => `../virtual:catalogue/${language}/${part}`;
