/** Where a message may lead: pages and addresses to write to, never a script, a file or a page made of its own address. */

const protocols = new Set(['http:', 'https:', 'mailto:']);

/** The address as a browser will take it; nothing when it may not be followed. */
export function safeHref(address: string): string | undefined {
  const whole = /^www\./i.test(address) ? `https://${address}` : address;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  // A name before the host is only ever there to pass for the host.
  if (!protocols.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}

/** The place a link truly leads to, where its text names another one. */
export function otherPlace(href: string, text: string): string | undefined {
  const named = /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/u.exec(text)?.[0];
  if (named === undefined) return undefined;
  const { protocol, host, pathname } = new URL(href);
  const place = protocol === 'mailto:' ? pathname : host;
  const said = URL.canParse(`https://${named}`) ? new URL(`https://${named}`).host : named;
  return bare(place).endsWith(bare(said)) ? undefined : place;
}

function bare(place: string): string {
  return place.toLowerCase().replace(/^www\./, '');
}
