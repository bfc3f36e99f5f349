/** The API for people who write programs: the document, and a page to read it without any script. */
import { Controller, Get, Header } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { Config } from '../config.js';
import { cookieName } from '../modules/identity/cookie.js';
import { openApi, type OpenApi, type Operation } from './openapi.js';
import { projectFolder } from './site.js';

@Controller('api')
export class ApiDocsController {
  private readonly document: OpenApi;

  constructor(config: Config) {
    const { version } = JSON.parse(readFileSync(`${projectFolder}/package.json`, 'utf8')) as { version: string };
    this.document = openApi(version, cookieName(config.secure));
  }

  @Get('openapi.json')
  json(): OpenApi {
    return this.document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return page(this.document);
  }

  @Get('docs.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return style;
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const code = (value: unknown) => `<pre tabindex="0"><code>${escaped(JSON.stringify(value, null, 2))}</code></pre>`;

function page({ info, paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ title: `${method.toUpperCase()} /api${path}`, operation })),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${info.title} API</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/docs.css"></head><body><main>
<h1>${info.title} API ${info.version}</h1>
<p>${info.description} The same as a document: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<nav aria-label="Routes"><ul>${operations
    .map(
      ({ title, operation }) =>
        `<li><a href="#${operation.operationId}"><code>${title}</code></a> ${escaped(operation.summary)}</li>`,
    )
    .join('')}</ul></nav>
${operations.map(({ title, operation }) => section(title, operation)).join('')}
<h2 id="schemas">Schemas</h2>
${Object.entries(components.schemas)
  .map(([name, schema]) => `<section id="${name}"><h3>${name}</h3>${code(schema)}</section>`)
  .join('')}
</main></body></html>`;
}

function section(title: string, { operationId, summary, parameters, requestBody, responses }: Operation): string {
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${name}</code></td><td>${place}</td><td>${required ? 'yes' : 'no'}</td><td><code>${escaped(JSON.stringify(schema))}</code></td></tr>`,
  );
  const answer = (responses['200'] as { content: { 'application/json': { schema: unknown } } }).content[
    'application/json'
  ];
  return `<section id="${operationId}"><h2><code>${title}</code></h2><p>${escaped(summary)} (<code>${operationId}</code>)</p>
${rows.length > 0 ? `<table><thead><tr><th>Parameter</th><th>In</th><th>Required</th><th>Schema</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : ''}
${requestBody ? `<h3>Body</h3>${code(requestBody.content['application/json'].schema)}` : ''}
<h3>Answer</h3>${code(answer.schema)}</section>`;
}

const style = `
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; --line: light-dark(#c7d0d6, #33424d); }
body { margin: 0; background: light-dark(#f7f9fa, #11181d); color: light-dark(#17222a, #e8eef2); }
main { max-width: 60rem; margin: auto; padding: 24px 16px; }
a { color: light-dark(#0b4f6c, #7cc4e0); }
section { border-block-start: 1px solid var(--line); margin-block-start: 24px; }
h2 code { overflow-wrap: anywhere; }
ul { padding-inline-start: 1.2em; } li { margin-block: 4px; overflow-wrap: anywhere; }
pre { overflow: auto; padding: 12px; border: 1px solid var(--line); border-radius: 6px; font-size: 14px; }
table { border-collapse: collapse; } th, td { text-align: start; vertical-align: top; padding: 4px 12px 4px 0; overflow-wrap: anywhere; }
`;
