import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n';
import type { Callable } from '../mention-tokens';
import type { MentionList } from '../use-mentions';
import styles from './mention-listbox.module.css';

/** Those an @ or a # may mean. Focus stays in the text; the option in question is named by `aria-activedescendant`. */
export function MentionListbox({ list }: { list: MentionList<Callable> }) {
  const t = useT();
  const activeOption = useRef<HTMLDivElement>(null);
  useEffect(() => {
    activeOption.current?.scrollIntoView({ block: 'nearest' });
  }, [list.active]);

  return (
    <div
      id={list.id}
      role="listbox"
      aria-label={list.label ?? t('channels.mention_list')}
      className={styles.mentionList}
    >
      {list.options.map((person, index) => (
        // The keys of the text drive the list; the options themselves never have the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={person.id}
          id={list.optionId(index)}
          ref={index === list.active ? activeOption : undefined}
          role="option"
          aria-selected={index === list.active}
          className={styles.mentionOption}
          onPointerMove={() => index !== list.active && list.setActive(index)}
          // The text keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => list.choose(index)}
        >
          <span className={styles.mentionName}>{person.name}</span>
          <span className={styles.mentionTitle}>{person.title}</span>
        </div>
      ))}
    </div>
  );
}
