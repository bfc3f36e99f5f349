/**
 * What the hub answered with the page, by its path: each is for the first who asks, before events are heard. Those are
 * told from where the session stood, and would leave out what came between an answer taken later and themselves.
 */

let answers: Partial<Record<string, unknown>> | undefined;

export function firstAnswer(path: string): unknown {
  const { [path]: answer, ...others } = answers ?? answersInPage();
  answers = others;
  return answer;
}

/** Whether the hub answered somebody with the page: they are most likely signed in. */
export const cameWithAnswers = (): boolean => document.getElementById('answers') !== null;

/** Whoever asks from now on is answered anew. */
export function forgetFirstAnswers(): void {
  answers = {};
}

function answersInPage(): Partial<Record<string, unknown>> {
  const element = document.getElementById('answers');
  element?.remove();
  try {
    return JSON.parse(element?.textContent ?? '{}') as Record<string, unknown>;
  } catch {
    // The line broke within them.
    return {};
  }
}
