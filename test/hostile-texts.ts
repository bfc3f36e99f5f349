/** Texts that try to become more than text: what a hub must show as words wherever a person can write. */

const uuid = '01890000-0000-7000-8000-000000000001';
const pwn = 'window.__pwned=1';

const html = [
  `<script>${pwn}</script>`,
  `</script><script>${pwn}</script>`,
  `<SCRIPT SRC=https://evil.example/x.js></SCRIPT>`,
  `<img src=x onerror=${pwn}>`,
  `<img src="x" onerror="${pwn}" />`,
  `"><img src=x onerror=${pwn}>`,
  `'-alert(1)-'`,
  `<svg onload=${pwn}>`,
  `<svg><script>${pwn}</script></svg>`,
  `<svg><animate onbegin=${pwn} attributeName=x dur=1s>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${pwn}>`,
  `<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  `<iframe src="javascript:${pwn}"></iframe>`,
  `<object data="javascript:${pwn}"></object>`,
  `<embed src="data:text/html,<script>${pwn}</script>">`,
  `<form action="javascript:${pwn}"><button>ok</button></form>`,
  `<details open ontoggle=${pwn}>`,
  `<input autofocus onfocus=${pwn}>`,
  `<body onload=${pwn}>`,
  `<style>@import 'https://evil.example/x.css';</style>`,
  `<link rel=stylesheet href=https://evil.example/x.css>`,
  `<meta http-equiv=refresh content="0;url=javascript:${pwn}">`,
  `<base href="https://evil.example/">`,
  `<a href="javascript:${pwn}">click</a>`,
  `<div style="background:url(javascript:${pwn})">`,
  `<!--><img src=x onerror=${pwn}>-->`,
  `<![CDATA[<script>${pwn}</script>]]>`,
  `<?xml version="1.0"?><x onload="${pwn}"/>`,
  `&lt;script&gt;${pwn}&lt;/script&gt;`,
  `&#60;img src=x onerror=${pwn}&#62;`,
  `\\<script>${pwn}\\</script>`,
  `{{constructor.constructor('${pwn}')()}} \${${pwn}} #{${pwn}} <%= ${pwn} %>`,
];

const schemes = [
  `javascript:${pwn}`,
  `JaVaScRiPt:${pwn}`,
  ` javascript:${pwn}`,
  `\u0001javascript:${pwn}`,
  `java\tscript:${pwn}`,
  `java\\nscript:${pwn}`,
  `javascript&colon;${pwn}`,
  `javascript&#58;${pwn}`,
  `javascript&#x3A;${pwn}`,
  `&#106;avascript:${pwn}`,
  `&#x6A;&#x61;&#x76;&#x61;&#x73;&#x63;&#x72;&#x69;&#x70;&#x74;:${pwn}`,
  `java&Tab;script:${pwn}`,
  `java&NewLine;script:${pwn}`,
  `java&#0;script:${pwn}`,
  `javascript\\:${pwn}`,
  `javascript%3A${pwn}`,
  `javascript://icld.se/%0A${pwn}`,
  `javascript:${pwn}//https://icld.se`,
  `ｊａｖａｓｃｒｉｐｔ:${pwn}`,
  `\u200bjavascript:${pwn}`,
  `vbscript:msgbox(1)`,
  `data:text/html,<script>${pwn}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19wd25lZD0xPC9zY3JpcHQ+`,
  `data:image/svg+xml,<svg onload=${pwn}>`,
  `DATA:text/html,x`,
  `blob:https://icld.se/${uuid}`,
  `file:///etc/passwd`,
  `ftp://icld.se/x`,
  `intent://x#Intent;scheme=javascript;end`,
  `ms-word:ofe|u|https://evil.example/x.docx`,
  `view-source:https://icld.se`,
  `//evil.example/x`,
  `/\\evil.example`,
  `\\\\evil.example\\x`,
  `https://icld.se@evil.example/`,
  `https://icld.se\\@evil.example/`,
  `https:evil.example`,
  `#" onclick="${pwn}`,
  `https://icld.se/" onmouseover="${pwn}`,
  `https://icld.se/'><script>${pwn}</script>`,
];

/** Every way to write an address into a text. */
const links = schemes.flatMap((address) => [
  address,
  `[click](${address})`,
  `[click](<${address}>)`,
  `![picture](${address})`,
  `<${address}>`,
  `[click][1]\n\n[1]: ${address}`,
]);

const marked = [
  `[a](https://icld.se "title" onclick=${pwn})`,
  `[a](https://icld.se "x\\" onclick=\\"${pwn}")`,
  `[a](https://icld.se '"><script>${pwn}</script>')`,
  `[[a](javascript:${pwn})](https://icld.se)`,
  `[![x](javascript:${pwn})](javascript:${pwn})`,
  `[<img src=x onerror=${pwn}>](https://icld.se)`,
  `![<script>${pwn}</script>](https://icld.se/x.png)`,
  `![x](https://evil.example/pixel.gif)`,
  `![" onerror="${pwn}](https://icld.se/x.png "\\" onerror=\\"${pwn}")`,
  `**<script>${pwn}</script>**`,
  `\`<script>${pwn}</script>\``,
  `\`\`\`"><script>${pwn}</script>\n<script>${pwn}</script>\n\`\`\``,
  `~~~html onclick=${pwn}\n<img src=x onerror=${pwn}>\n~~~`,
  `> <svg onload=${pwn}>`,
  `- <svg onload=${pwn}>`,
  `# <svg onload=${pwn}>`,
  `| <svg onload=${pwn}> | b |\n|:-|-:|\n| <img src=x onerror=${pwn}> | [x](javascript:${pwn}) |`,
  `Hello[^1]\n\n[^1]: <script>${pwn}</script>`,
  `- [x] <script>${pwn}</script>\n- [ ] [a](javascript:${pwn})`,
  `https://icld.se/?q="><script>${pwn}</script>`,
  `https://icld.se/<svg/onload=${pwn}>`,
  `www.icld.se/"onmouseover="${pwn}`,
  `"onmouseover=${pwn}"@icld.se`,
  `a@icld.se?subject=<script>${pwn}</script>`,
  `xmpp:a@icld.se/<script>`,
  `[https://icld.se](https://evil.example/)`,
  `[icld.se\u202e](https://evil.example/)`,
];

const mentions = [
  `<@${uuid}"><script>${pwn}</script>>`,
  `<@${uuid} onclick=${pwn}>`,
  `<@javascript:${pwn}>`,
  `<@role:<script>${pwn}</script>>`,
  `<@role:__proto__> <@role:constructor> <@role:toString>`,
  `<@partnership:../../api/session>`,
  `<@channel onclick=${pwn}>`,
  `[<@${uuid}>](javascript:${pwn})`,
  `<@<@${uuid}>>`,
  `**<@${uuid}** onload>`,
  `\`<@${uuid}>\``,
];

const characters = [
  `\u202e<tpircs>1=denwp__.wodniw<tpircs/>`,
  `\u2066\u2067\u2068\u202a\u202b\u202d\u202e unended`,
  `[https://icld.se\u202e/moc.elpmaxe](https://evil.example)`,
  `https://ıcld.se https://xn--icld-9za.se https://ⅰcld.se`,
  `\ufeff<script>${pwn}</script>`,
  `<scr\u00adipt>${pwn}</scr\u00adipt>`,
  `＜script＞${pwn}＜/script＞`,
  `<\u200bscript>${pwn}</script>`,
  `Z${'\u0300\u0301\u0302\u0303'.repeat(200)}algo`,
  `\u2028<script>${pwn}</script>\u2029`,
  `\u0007\u0008\u000b\u001b[31m<img src=x onerror=${pwn}>`,
  `${'\u{1f468}\u200d'.repeat(500)}\u{1f468}`,
];

/** Short enough for a title as well. */
export const hostileTexts: readonly string[] = [...html, ...links, ...marked, ...mentions, ...characters];

const longest = 10_000;
const filled = (part: string) => part.repeat(Math.ceil(longest / part.length)).slice(0, longest);

/** Bodies as long as may be that would keep a careless reader of Markdown busy. */
export const tiringTexts: readonly string[] = [
  ...[
    ['[', ']', '>', '*', '_', '`', '~', '|', '\\', '&', '<', '(', '!', '#', ' ', '\n', '\t', 'a', '💧'],
    ['- ', '1. ', '> - ', '1) > ', '> ', '* * ', '>\n', '- a\n', '\n- ', 'a\n', '# a\n', '~~~\n', '- [ ] a\n', '\r'],
    ['](', '[a](', '![', '[a](b) ', '[[a](b)', '*[a](b)* ', '[*a](', '![[', '[a]: b\n', '[^a]', '[a][', '[a](<'],
    ['**a ', '*a_ ', '*a', '_a ', '~a ', 'a**b', '*a **b ', '*_~', 'a_b_', '`a ', '``a`', '`` ', '*a* ', '**a** '],
    ['|-', '|a\n|-', 'a|b\n', '|a|\n|-|\n|b|\n', '<a@', '<a:', 'a@', 'a@b.c ', 'http://', 'http://a.b ', 'www.', 'a.'],
    ['<@', `<@${uuid}>`, '<@channel>', '&a;', '&#1;', '\\*', 'https://a.b/(', 'mailto:a@b.c '],
  ]
    .flat()
    .map(filled),
  '*'.repeat(5_000) + 'a' + '*'.repeat(4_999),
  '*a '.repeat(1_666) + '*a'.repeat(1_666),
  '['.repeat(5_000) + ']'.repeat(5_000),
  '['.repeat(2_500) + '](a)'.repeat(1_875),
  '[a]('.concat('('.repeat(9_000)),
  '|a'.repeat(2_000) + '\n' + '|-'.repeat(2_000) + '\n' + '|b\n'.repeat(600),
  filled(Array.from({ length: 139 }, (_, i) => `${'`'.repeat(i + 1)}a`).join(' ')),
  filled(Array.from({ length: 140 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')),
  filled(Array.from({ length: 140 }, (_, i) => `${'>'.repeat(i + 1)} a`).join('\n')),
];
