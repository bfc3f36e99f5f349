/** The rules of a network: a line for every tag, and one for what no other takes. */
import type { Answerer, QuestionRule, QuestionRules } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useCollator, useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, inputClass } from '../../../ui';
import { checkBy } from '../check-by';
import { useReload } from '../use-questions';
import styles from './form.module.css';

interface Chosen {
  personId: string;
  secondId: string;
}

const empty: Chosen = { personId: '', secondId: '' };

export function RulesForm({ networkSlug, rules }: { networkSlug: string; rules: QuestionRules }) {
  const t = useT();
  const hub = useHub();
  const reload = useReload();
  const locale = useLocale();
  const collator = useCollator();
  const [days, setDays] = useState(String(rules.responseDays));
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>(() => chosenOf(rules));
  const [saved, setSaved] = useState(false);
  const form = useForm(['responseDays', 'rules'], checkBy('rules'));
  const gone = goneOf(rules);
  const tags = [...rules.tags].sort((a, b) => collator.compare(a.names[locale], b.names[locale]));
  const change = (tag: string, part: Partial<Chosen>) => {
    setChosen((before) => ({ ...before, [tag]: { ...(before[tag] ?? empty), ...part } }));
    setSaved(false);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const input = { networkSlug, rules: rulesOf(chosen), responseDays: Number(days) };
    void form.submit(input, async () => {
      await hub.call('question.setRules', input);
      await reload('question-rules', networkSlug);
      await reload('question-form', networkSlug);
      announce(t('questions.saved'));
      setSaved(true);
    });
  };
  const lines = [
    ...tags.map(({ id, names }) => ({ tag: id, name: names[locale] })),
    { tag: rest, name: t('questions.rule_rest') },
  ];
  return (
    <form noValidate className={styles.wide} onSubmit={save}>
      <ProblemSummary
        problems={[
          { fieldId: 'rules-days', label: t('questions.response_days'), text: form.problem('responseDays') },
          { fieldId: 'rules-list', label: t('questions.rules'), text: form.problem('rules') },
        ]}
        failures={form.failures}
      />
      <Line
        id="rules-days"
        type="number"
        min="1"
        max="60"
        label={t('questions.response_days')}
        hint={t('questions.response_days_hint')}
        problem={form.problem('responseDays')}
        value={days}
        onChange={(value) => {
          setDays(value);
          setSaved(false);
          form.clear('responseDays');
        }}
      />
      <p aria-hidden className={styles.rulesHead}>
        <span>{t('questions.filter_tag')}</span>
        <span>{t('questions.rule_person_head')}</span>
        <span>{t('questions.rule_second_head')}</span>
      </p>
      <ul id="rules-list" tabIndex={-1} className={styles.rules} aria-label={t('questions.rules')}>
        {lines.map(({ tag, name }) => {
          const { personId, secondId } = chosen[tag] ?? empty;
          return (
            <li key={tag}>
              <span className={styles.ruleName}>
                {name}
                {gone.has(tag) && <span className={styles.ruleGone}>{t('questions.rule_gone')}</span>}
              </span>
              <Whom
                label={t('questions.rule_person', { tag: name })}
                heading={t('questions.rule_person_head')}
                none={t('questions.rule_queue')}
                answerers={rules.answerers}
                value={personId}
                onChange={(id) => change(tag, { personId: id, ...(id === '' && { secondId: '' }) })}
              />
              <Whom
                label={t('questions.rule_second', { tag: name })}
                heading={t('questions.rule_second_head')}
                none={t('questions.rule_no_second')}
                answerers={rules.answerers.filter(({ id }) => id !== personId)}
                value={secondId}
                disabled={personId === ''}
                onChange={(id) => change(tag, { secondId: id })}
              />
            </li>
          );
        })}
      </ul>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('questions.save')}
        </Button>
        {saved && <span className={forms.saved}>{t('questions.saved')}</span>}
      </div>
    </form>
  );
}

const rest = 'rest';

/** Without those who do not answer any more: the hub would refuse them. */
function chosenOf({ rules, answerers }: QuestionRules): Record<string, Chosen> {
  const there = (personId: string | null) => answerers.find(({ id }) => id === personId)?.id ?? '';
  return Object.fromEntries(
    rules.map(({ tagId, personId, secondId }) => [
      tagId ?? rest,
      { personId: there(personId), secondId: there(personId) && there(secondId) },
    ]),
  );
}

/** What tags have lost somebody by that. */
function goneOf({ rules, answerers }: QuestionRules): ReadonlySet<string> {
  const isGone = (personId: string | null) => personId !== null && !answerers.some(({ id }) => id === personId);
  return new Set(rules.flatMap((one) => (isGone(one.personId) || isGone(one.secondId) ? [one.tagId ?? rest] : [])));
}

function rulesOf(chosen: Readonly<Record<string, Chosen>>): QuestionRule[] {
  return Object.entries(chosen)
    .filter(([, { personId }]) => personId !== '')
    .map(([tag, { personId, secondId }]) => ({
      tagId: tag === rest ? null : tag,
      personId,
      secondId: secondId === '' || secondId === personId ? null : secondId,
    }));
}

interface WhomProps {
  label: string;
  /** Seen where there is no room for a head above all of them. */
  heading: string;
  none: string;
  answerers: readonly Answerer[];
  value: string;
  disabled?: boolean;
  onChange(personId: string): void;
}

function Whom({ label, heading, none, answerers, value, disabled = false, onChange }: WhomProps) {
  const t = useT();
  return (
    <div className={styles.rule}>
      <span aria-hidden>{heading}</span>
      <select
        className={inputClass}
        aria-label={label}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none}</option>
        {answerers.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {t('questions.person_as', { name, role: t(`role.${role}`) })}
          </option>
        ))}
      </select>
    </div>
  );
}
