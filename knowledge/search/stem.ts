// English words without their commonest endings.

const ENDINGS = ['ing', 'ed', 'es', 's', 'e'];
const ONE_OF_TWO = 'bdfglmnprt';

/** @returns the same for licence and licences, copy and copies, plan and planning */
export function stemOf(word: string): string {
  const bare = word.includes("'") ? word.replaceAll("'", '') : word;
  if (bare.length <= 3) return bare;
  const ending = ENDINGS.find((each) => bare.endsWith(each)) ?? '';
  const stem = bare.slice(0, bare.length - ending.length);
  const [last, before] = [stem.at(-1)!, stem.at(-2) ?? ''];
  if (last === 'y' && before !== '' && !'aeiou'.includes(before)) return `${stem.slice(0, -1)}i`;
  return last === before && ONE_OF_TWO.includes(last) ? stem.slice(0, -1) : stem;
}
