/** A text with markup, from the parsed tree to elements one by one: nothing of it is ever HTML, nor fetched from elsewhere. */
import type { AlignType, Nodes, Parents, TableRow } from 'mdast';
import { Fragment, lazy, Suspense, useMemo, type ReactNode } from 'react';
import { withTexts } from '../../../i18n';
import { safeHref } from '../links';
import { parse } from '../markdown';
import { mentionParts } from '../message-parts';
import styles from './marked-text.module.css';
import { Parts, TextLink, type MarkProps } from './message-part';
import { PlainText, type TextProps } from './plain-text';

const MarkCard = lazy(async () => ({ default: (await withTexts('marks', import('../../marks'))).MarkCard }));

export function MarkedText(props: TextProps) {
  const { body } = props;
  const root = useMemo(() => parse(body), [body]);
  return root ? <div className={styles.marked}>{inside(root, props, 0)}</div> : <PlainText {...props} />;
}

/** What stands deeper is shown as its text. */
const deepest = 24;

function inside(parent: Parents, props: TextProps, depth: number): ReactNode {
  return parent.children.map((node, index) => <Fragment key={index}>{elementOf(node, props, depth + 1)}</Fragment>);
}

function elementOf(node: Nodes, props: TextProps, depth: number): ReactNode {
  if (depth > deepest) return textOf(node);
  const { t, mentions, reader } = props;
  switch (node.type) {
    case 'text':
      return (
        <Lines
          text={node.value}
          show={(line) => <Parts parts={mentionParts(line, mentions)} reader={reader} t={t} Mark={Mark} />}
        />
      );
    case 'paragraph':
      return <p>{inside(node, props, depth)}</p>;
    case 'emphasis':
      return <em>{inside(node, props, depth)}</em>;
    case 'strong':
      return <strong>{inside(node, props, depth)}</strong>;
    case 'delete':
      return <del>{inside(node, props, depth)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return <Leading url={node.url} text={textOf(node)} t={t} show={inside(node, props, depth)} />;
    case 'image':
      return <Leading url={node.url} text={node.alt ?? ''} t={t} show={node.alt} />;
    case 'heading':
      // All of one size and level: a message is no document, and the page's own headings go before it.
      return <h3>{inside(node, props, depth)}</h3>;
    case 'blockquote':
      return <blockquote>{inside(node, props, depth)}</blockquote>;
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{inside(node, props, depth)}</ol>
      ) : (
        <ul>{inside(node, props, depth)}</ul>
      );
    case 'listItem':
      return (
        <li data-checked={node.checked ?? undefined}>
          {typeof node.checked === 'boolean' && (
            <span role="img" aria-label={t(node.checked ? 'channels.task_done' : 'channels.task_open')}>
              {node.checked ? '☑' : '☐'}
            </span>
          )}
          {inside(node, props, depth)}
        </li>
      );
    case 'code':
      return (
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre role="group" aria-label={t('channels.code')} tabIndex={0} dir="auto">
          <code>{node.value}</code>
        </pre>
      );
    case 'thematicBreak':
      return <hr />;
    case 'table': {
      const [head, ...rows] = node.children;
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div role="group" aria-label={t('channels.table')} tabIndex={0} className={styles.table}>
          <table>
            <thead>
              {head && <Row row={head} cell="th" align={node.align} show={(one) => inside(one, props, depth)} />}
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <Row key={index} row={row} cell="td" align={node.align} show={(one) => inside(one, props, depth)} />
              ))}
            </tbody>
          </table>
        </div>
      );
    }
    default:
      return textOf(node);
  }
}

/** What a milestone or a visit is today; a word until that is known. */
function Mark({ mark, word }: MarkProps) {
  return (
    <Suspense fallback={word}>
      <MarkCard mark={mark} word={word} />
    </Suspense>
  );
}

/** A line ends where its writer ended it. */
function Lines({ text, show }: { text: string; show(line: string): ReactNode }) {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {show(line)}
    </Fragment>
  ));
}

interface LeadingProps {
  url: string;
  text: string;
  t: TextProps['t'];
  show: ReactNode;
}

/** A link, or only its text where it leads to what may not be followed. */
function Leading({ url, text, t, show }: LeadingProps) {
  const href = safeHref(url === `http://${text}` ? text : url);
  if (href === undefined) return show;
  return (
    <TextLink href={href} text={text} t={t}>
      {text === '' ? href : show}
    </TextLink>
  );
}

interface RowProps {
  row: TableRow;
  cell: 'th' | 'td';
  align: readonly AlignType[] | null | undefined;
  show(cell: TableRow['children'][number]): ReactNode;
}

function Row({ row, cell: Cell, align, show }: RowProps) {
  return (
    <tr>
      {row.children.map((one, index) => (
        <Cell key={index} scope={Cell === 'th' ? 'col' : undefined} data-align={align?.[index] ?? undefined}>
          {show(one)}
        </Cell>
      ))}
    </tr>
  );
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
