/** What a page that shows hostile texts must neither hold nor do. */
import type { Page } from '@playwright/test';

/** What must not be there, told as text; nothing when all is well. */
export function breachesIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      const tag = element.localName;
      if (/^(img|iframe|object|embed|base|frame|style|math|video|audio|animate)$/.test(tag)) found.push(`<${tag}>`);
      if (tag === 'script' && !element.getAttribute('src')?.startsWith('/assets/')) found.push('<script>');
      if (tag === 'meta' && element.hasAttribute('http-equiv')) found.push('<meta http-equiv>');
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'srcdoc') found.push(`${name}=`);
        if (/^(href|src|action|formaction|xlink:href)$/.test(name) && tag !== 'link') {
          if (!/^(https?:|mailto:)/.test(new URL(value, location.href).protocol)) found.push(`${name}=${value}`);
        }
      }
    }
    if ('__pwned' in window) found.push('script ran');
    return found;
  });
}

/** What a page must never do on its own. */
export function watch(page: Page, origin: string): string[] {
  const heard: string[] = [];
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  page.on('popup', (popup) => heard.push(`popup: ${popup.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) heard.push(request.url());
  });
  return heard;
}
