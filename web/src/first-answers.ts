/** What the hub answered with the page, by its path: each is for the first who asks, soon after the page came. */

/** Longer than the app takes to begin; later, events may have made them old. */
const goodForMs = 10_000;

const element = document.getElementById('answers');
let answers = JSON.parse(element?.textContent ?? '{}') as Partial<Record<string, unknown>>;
element?.remove();
setTimeout(forgetFirstAnswers, goodForMs);

export function firstAnswer(path: string): unknown {
  const { [path]: answer, ...others } = answers;
  answers = others;
  return answer;
}

/** Whoever is here next is answered anew. */
export function forgetFirstAnswers(): void {
  answers = {};
}
