// What the users of the soak say, and what each reply must hold. A later reply shows that the earlier turns were kept.
const walkthrough = (begin, next, step) => [1, 2, 3, 4, 5, 6].map((n) => [n === 1 ? begin : next, new RegExp(step(n))]);
export const scripts = [
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
        ['2', /出典/],
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
export const badBodies = ['{"type": "mess', '[]', '{"type":"message"}', '"text"', ''];
//# sourceMappingURL=scripts.js.map