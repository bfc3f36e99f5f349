import type { ChannelMember } from '@hub/contracts';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n';
import type { MentionList } from '../use-mentions';
import styles from './composer.module.css';

/** The people an @ may mean. Focus stays in the text; the option in question is named by `aria-activedescendant`. */
export function MentionListbox({ list }: { list: MentionList<ChannelMember> }) {
  const t = useT();
  const activeOption = useRef<HTMLLIElement>(null);
  useEffect(() => {
    activeOption.current?.scrollIntoView({ block: 'nearest' });
  }, [list.active]);

  return (
    <ul id={list.id} role="listbox" aria-label={t('channels.mention_list')} className={styles.mentionList}>
      {list.options.map((person, index) => (
        <li
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
        </li>
      ))}
    </ul>
  );
}
