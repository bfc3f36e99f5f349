/** A text without markup: paragraphs and lines as written, mentions as names, addresses as links. */
import type { Mentioned } from '@hub/contracts/mentions';
import { Fragment } from 'react';
import type { Translate } from '../../../i18n';
import type { Reader } from '../mentions';
import { messageParts } from '../message-parts';
import { Parts } from './message-part';

export interface TextProps {
  body: string;
  mentions: readonly Mentioned[];
  reader: Reader;
  t: Translate;
}

export function PlainText({ body, mentions, reader, t }: TextProps) {
  return messageParts(body, mentions).map((lines, paragraph) => (
    <p key={paragraph}>
      {lines.map((parts, line) => (
        <Fragment key={line}>
          {line > 0 && <br />}
          <Parts parts={parts} reader={reader} t={t} />
        </Fragment>
      ))}
    </p>
  ));
}
