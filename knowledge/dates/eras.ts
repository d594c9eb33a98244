// The eras of the Japanese calendar, counted on past their last day: 平成32年 is written for 2020.

const YEAR_BEFORE_FIRST = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  令: 2018,
  平: 1988,
  S: 1925,
  H: 1988,
  R: 2018,
} as const;

type Era = keyof typeof YEAR_BEFORE_FIRST;

/** The source of a pattern for an era's name. */
export const ERA = '(?:明治|大正|昭和|平成|令和|令(?=\\d)|平(?=\\d))';

/** The source of a pattern for the letter that stands for a modern era, as in R3.1.31. */
export const ERA_LETTER = '[RHS]';

/** @param era what `ERA` or `ERA_LETTER` matches, in either case */
export function yearOfEra(era: string, year: number): number {
  return YEAR_BEFORE_FIRST[era.toUpperCase() as Era] + year;
}
