// What can be asked about a subject.

export const ASPECTS = [
  'what',
  'from',
  'until',
  'howLong',
  'where',
  'who',
  'whether',
  'howOften',
  'how',
  'howMany',
  'degree',
  'whatIf',
  'why',
  'which',
  'afterwards',
  'effect',
  'better',
  'difference',
] as const;

export type Aspect = (typeof ASPECTS)[number];
