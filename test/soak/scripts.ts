// What the users of the soak say, and what each reply must hold. A later reply shows that the earlier turns were kept.

export type Script = readonly (readonly [says: string, reply: RegExp])[];

const walkthrough = (begin: string, next: string, step: (n: number) => string): Script =>
  [1, 2, 3, 4, 5, 6].map((n) => [n === 1 ? begin : next, new RegExp(step(n))] as const);

export const scripts: readonly Script[] = [
  [['キーは2回使えますか', /もう一度引き換えることはできません/]],
  [['How long do I have to wait before I can reassign a Visual Studio subscription?', /90 days/]],
  [
    ['引き換えたキーは何月何日まで使えますか', /^キーを引き換えたのはいつですか？/],
    ['2020年12月1日です', /2021年12月1日/],
  ],
  [
    ['On what date does my redeemed key stop working?', /^On which date was the key redeemed\?/],
    ['December 1, 2020', /December 1, 2021/],
    ['and if I redeem it a month later?', /January 1, 2022/],
  ],
  [
    ['更新したい', /^お尋ねになりたいのは/],
    // Who wants to do it is guided.
    ['2', /\*\*手順 1 \/ 4\*\* · 特典の更新ガイド/],
  ],
  [
    ['in English please', /English/],
    ['キーは2回使えますか', /From the FAQ/],
  ],
  walkthrough('I need a support ticket', 'next', (n) => `\\*\\*Step ${n} of 6\\*\\*`),
  walkthrough('チケットを切りたい', '次へ', (n) => `\\*\\*手順 ${n} / 6\\*\\*`),
];

export const APOLOGY = /something went wrong on my side|こちらで問題が発生しました/;

/** Bodies that are no activity. */
export const badBodies: readonly string[] = ['{"type": "mess', '[]', '{"type":"message"}', '"text"', ''];
