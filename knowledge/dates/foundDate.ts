// What is found where a text speaks of a day.
import type { CivilDate } from './civilDate.js';

interface Place {
  /** Where the words stand in the text: from `start` up to but not including `end`, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The words as they were written. */
  readonly text: string;
}

/** A day that the text names in full, or relative to today. */
export interface ExactDate extends Place {
  readonly kind: 'exact';
  readonly date: CivilDate;
  /** "On Saturday", "the 25th": one of every week, or of every month, of which the nearest is taken here. */
  readonly floats?: 'week' | 'month';
}

/** A month and day without a year, such as "Dec 1" or 12月1日; `resolveYear` gives it one. */
export interface YearlessDate extends Place {
  readonly kind: 'yearless';
  readonly month: number;
  readonly day: number;
}

/** Digits that can be read as two days, such as 03/04/2021: month first, then day first. */
export interface AmbiguousDate extends Place {
  readonly kind: 'ambiguous';
  readonly readings: readonly [CivilDate, CivilDate];
}

/** A day that does not exist, such as 30 February or 2021/13/1. */
export interface ImpossibleDate extends Place {
  readonly kind: 'impossible';
}

export type FoundDate = ExactDate | YearlessDate | AmbiguousDate | ImpossibleDate;
