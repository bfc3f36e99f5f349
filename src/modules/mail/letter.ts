/** A letter as its writer thinks of it, and the two texts that leave: plain and HTML, with the same words. */
import type { Locale } from '@hub/contracts';

export interface Letter {
  /** What sort of letter it is, for the ledger, e.g. `sign_in`. */
  kind: string;
  /** What it is about; with the kind and the receiver, what it is found by. */
  subjectId: string;
  /** Letters with the same key are one letter. */
  dedupeKey: string;
  /** Null for somebody without an account. */
  personId: string | null;
  to: { name: string; address: string };
  locale: Locale;
  subject: string;
  /** In this order; what is null is left out. */
  parts: readonly (Part | null)[];
}

export type Part =
  | { text: string }
  /** The one thing to do. */
  | { link: string; address: string }
  /** Something to copy by hand. */
  | { code: string };

export function plainOf({ parts }: Letter): string {
  const lines = parts.flatMap((part) => {
    if (part === null) return [];
    if ('text' in part) return [part.text];
    return 'code' in part ? [`    ${part.code}`] : [`${part.link}:\n${part.address}`];
  });
  return `${lines.join('\n\n')}\n\n-- \nSamverka\n`;
}

/** One column that needs no styles to be read; the few it has stand on the elements, since mail programs drop the rest. */
export function htmlOf(letter: Letter): string {
  const body = letter.parts.map((part) => (part === null ? '' : partOf(part))).join('\n');
  return `<!doctype html>
<html lang="${letter.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#17222a;font:17px/1.5 system-ui,'Segoe UI',sans-serif">
<main style="max-width:560px;margin:0 auto">
${body}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #d5dde2;color:#4a5a66;font-size:14px">Samverka</p>
</main>
</body>
</html>
`;
}

function partOf(part: Part): string {
  if ('text' in part) return `<p style="margin:0 0 16px">${escaped(part.text).replaceAll('\n', '<br>')}</p>`;
  if ('code' in part)
    return `<p style="margin:0 0 16px;font:700 28px/1.4 ui-monospace,Consolas,monospace;letter-spacing:4px">${escaped(part.code)}</p>`;
  const address = escaped(part.address);
  return `<p style="margin:24px 0"><a href="${address}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0b4f6c;color:#ffffff;font-weight:600;text-decoration:none">${escaped(part.link)}</a></p>
<p style="margin:0 0 16px;color:#4a5a66;font-size:14px;word-break:break-all">${address}</p>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
