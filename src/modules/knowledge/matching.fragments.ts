/**
 * How people's words find what is written: one way for questions and notes. Every language that the hub takes apart is
 * tried, case and diacritics do not matter, the last word counts as far as it is typed, and a title may be misspelt.
 */

const languages = `unnest('{english,swedish,spanish,french,portuguese,serbian,simple}'::regconfig[])`;

/** `words`, a parameter of text: all of them, taken apart as each language does. Null where nothing is left. */
const sought = (words: string): string => `(
  select string_agg('(' || every::text || ':*)', ' | ')::tsquery
  from ${languages} language, plainto_tsquery(language, plain(${words})) every where numnode(every) > 0)`;

/** What is said in row `t`, of `questions` or `knowledge_notes`, has all the words, or its title nearly. */
export const saysWords = (t: string, words: string): string =>
  `(${t}.words @@ ${sought(words)} or plain(${words}) <% ${t}.plain_title)`;

/** How well: the best match is the largest. */
export const matchOf = (t: string, words: string): string => `
  (coalesce(ts_rank(${t}.words, ${sought(words)}), 0) + word_similarity(plain(${words}), ${t}.plain_title))`;
