// Orders to move through a walkthrough, in both languages: "next", 「できました」, "I'm stuck", "step 3".
import { normalise } from '../knowledge/search/normalise.js';

export type Move =
  | { readonly kind: 'next' | 'back' | 'repeat' | 'skip' | 'stuck' | 'continue' | 'agree' }
  | { readonly kind: 'goTo'; readonly step: number };

type SimpleMove = Exclude<Move['kind'], 'goTo'>;

/** Whole messages, courtesies aside. */
const MOVES: readonly (readonly [SimpleMove, RegExp])[] = [
  [
    'agree',
    /^(?:yes|yep|yeah|yup|sure|ok|okay|k|alright|all right|はい|ええ|うん|オッケー?|おけ|了解|了解です|了解しました|わかりました|分かりました|承知しました|hai)$/u,
  ],
  [
    'next',
    /^(?:(?:(?:the )?next(?: one| step)?|go to the next step|forward|go on|proceed|move on|what(?:'s| is) next|what (?:comes )?next|what now|then what|and then|and now|done|all done|i'm done|i am done|finished|i'm finished|completed|did it|did that|i did it|i did that|i did|yep did it|yes did it|done that|(?:i've|i have) done (?:it|that|this)|it worked|that worked|works|ready|i'm ready|i'm in|got it done)(?:(?: and|,)? (?:next|then|what(?:'s| is) next|now what))?)$/u,
  ],
  [
    'next',
    /^(?:ok |okay )?(?:(?:i(?:'ve|'m)?|we(?:'ve|'re)?) )?(?:(?:have|just|am|are) )*(?:signed in|logged in|logged on|selected|chose|chosen|clicked|opened|activated|assigned|received|created)(?: (?:it|that|them|mpn|benefits|the [a-z ]{2,30}|to [a-z ]{2,30}|into [a-z ]{2,30}))*(?: now)?$/u,
  ],
  [
    'next',
    /^(?:つぎおねがいします|次|次へ|次に|次は|次は何|次はどうする|次はどうすれば(?:いい|よい)|次へ進む|次に進む|次に進んで|次へ進んで|次の手順|次のステップ|次に行って|次行って|次いこう|つぎ|つぎへ|進む|進んで|進めて|すすむ|先へ|先に進む)(?:ですか|を?お願いします|、?お願い|ください)?$/u,
  ],
  [
    'next',
    /^(?:はい|ok|オッケー)?[ 、]*(?:もう)? ?(?:[^、。]{1,20}(?:を|に|へ))?(?:できました|できた|出来ました|出来た|でけた|完了|完了です|完了しました|完了した|終わりました|終わった|おわりました|おわった|届きました|届いた|済みました|済んだ|済みです|済み|やりました|やった|やってみました|しました|(?:サインイン|ログイン|選択|有効化|割り当て|クリック|表示|取得|作成|受領)(?:し|でき)(?:ました|た)|選びました|選んだ|開きました|開いた|押しました|押した|受け取りました|受け取った|入りました|入れました|作りました)(?:よ|けど)?(?:\s*次(?:へ|は|を?お願いします)?)?$/u,
  ],
  [
    'back',
    /^(?:back|go back|previous|prev|previous step|the previous step|one back|one step back|step back|back one|go one step back|go back one step|back please|return|undo|まえにもどって|戻る|戻って|戻りたい|もどる|もどって|前へ|前に戻る|前に戻って|前の手順|前の手順に戻る|前の手順に戻って|前の手順へ|前のステップ|一つ前|ひとつ前|1つ前|一つ前へ|一つ前に戻して|一つ戻して|前に戻して|一つ前に戻る|一つ前に戻って|一つ戻る|一つ戻って|1つ戻って|一個前|バック)$/u,
  ],
  [
    'repeat',
    /^(?:repeat|repeat that|repeat it|repeat the step|again|once more|say that again|say again|show again|show it again|show me again|show the step|show me the step|come again|what was that|pardon|where was i|where am i|which step(?: am i (?:on|at))?|current step|what step am i (?:on|at)|not yet|wait|hold on|just a moment|how many (?:more )?steps(?: are)? left|how many more steps|is that all|is this the last step|もう一度|もう一回|もう一回言って|まだ|まだだ|まだできていません|まだ終わっていません|ちょっと待って|待って|あと何ステップ|あといくつ|あと何手順|全部で何ステップ|これで終わり|もういちど|もう一度言って|もう一度教えて|もう一度見せて|繰り返し|繰り返して|くりかえして|再表示|今どこ|いまどこ|今どこだっけ|どこまでやった|どこまでやったっけ|今の手順|今の手順は|現在の手順|何番目|いま何番目)$/u,
  ],
  [
    'skip',
    /^(?:skip|skip it|skip this|skip that|skip this step|skip this one|skip the step|pass|leave it out|leave this out|leave it blank|leave blank|not applicable|n\/a|na|スキップ|スキップして|スキップする|空欄でいい|空欄のまま|空欄のままで|空欄のままでいい|空のままで|空欄にして|空欄にする|なしで|飛ばす|飛ばして|とばす|とばして|飛ばしたい|省略|省略する|省く|パス|空欄|空欄で|空白で|未入力|入力しない|書かない)$/u,
  ],
  [
    'stuck',
    /^(?:stuck|i'm stuck|im stuck|i am stuck|it (?:doesn't|does not|didn't|did not) work|(?:doesn't|does not|didn't) work|not working|it's not working|it is not working|it fails|it failed|i can't|i cannot|i can't do (?:it|that|this)|can't do (?:it|that|this)|i can't find (?:it|that|this|the menu|the option)|can't find (?:it|that|this|the menu|the option)|i don't see (?:it|that|this|the menu|the option)|don't see it|where is it|where is that|how|how do i do that|how do i do this|i don't know how|i don't know|i do not know|don't know|dont know|dunno|no idea|not sure|i have a problem|problem|(?:(?:the|my) (?:screen|page|menu) |it |this |mine )(?:looks|is) (?:very |quite |totally )?different|i see (?:something different|another screen|a different (?:screen|page|menu))|困った|困っています|困ってます|こまった|こまっています|できない|できません|できませんでした|出来ない|出来ません|うまくいかない|うまくいきません|うまくいきませんでした|上手くいかない|だめ|だめです|ダメ|ダメです|駄目です|わからない|わかりません|分からない|分かりません|見つからない|見つかりません|見当たらない|見当たりません|表示されない|表示されません|出てこない|出てきません|進めない|進めません|詰まった|詰まりました|つまずいた|(?:画面|表示|見た目|メニュー|ボタン|項目)(?:が|は|の表示が)?(?:全然|全く|少し|ちょっと|だいぶ)?(?:違う|違います|ちがう|ちがいます|異なる|異なります)(?:けど|んですが|のですが)?|やり方がわからない|やり方が分からない|どうやって|どうやるの|どうすればいい)$/u,
  ],
  [
    'continue',
    /^(?:continue|resume|carry on|keep going|(?:pick up|go on|continue|resume) where (?:i|we) left off|continue the (?:guide|walkthrough|steps)|back to the (?:guide|walkthrough|steps)|let's continue|続ける|続けて|続けます|続けたい|つづける|つづけて|続き|つづき|続きから|つづきから|さっきの続き|さっきの続きから|先ほどの続き|続きを|続きをやる|続きから始める|続きから再開|再開|再開する|再開して|再開したい)$/u,
  ],
];

const GO_TO =
  /^(?:(?:go|jump|back|return)(?: back)?(?: to)? )?(?:step|no\.?|number) ?(\d{1,2})$|^(?:手順|ステップ) ?(\d{1,2})(?:番目?)?(?:へ|に(?:戻る|戻って|進む|行って|移動|飛んで|移って))?$|^(\d{1,2})(?:番目|つ目)の(?:手順|ステップ)(?:へ|に(?:戻る|戻って|進む|行って|移動))?$/u;

const COURTESY =
  // eslint-disable-next-line regexp/no-super-linear-move -- of LONGEST_MOVE at most
  /^(?:(?:please|pls|ok|okay|well|so|actually|えっと|あの|では|じゃあ|それでは|すみません)[\s、,]+)+|(?: ?(?:please|pls|thanks|thank you|ください|下さい|お願いします|お願い致します|お願い|です|ね|よ))+$/gu;

/** Orders that are typed in haste, and words that are no slip of one. */
const SLIPPED = [
  'next',
  'back',
  'skip',
  'done',
  'repeat',
  'again',
  'continue',
  'previous',
  'finished',
  'stuck',
];
const OTHER_WORDS = new Set(['one', 'don', 'net', 'sip', 'gain', 'suck', 'tuck']);

/** A longer message says more than a move. */
const LONGEST_MOVE = 60;

/** @returns the order to move that a whole message is, if it is one; courtesies around it don't matter */
export function moveIn(message: string): Move | undefined {
  if (message.length > LONGEST_MOVE) return undefined;
  const said = normalise(message)
    .replace(/(?<![.!。！、,～~…♪\s])[.!。！、,～~…♪\s]+$/u, '')
    .replace(/[?？]$/u, '')
    .trim();
  const plain = said.replace(COURTESY, '').trim();
  for (const text of new Set([said, plain, withoutSlip(plain)])) {
    if (GO_TO.test(text)) return { kind: 'goTo', step: Number(/\d+/.exec(text)![0]) };
    const kind = MOVES.find(([, pattern]) => pattern.test(text))?.[0];
    if (kind) return { kind };
  }
  return undefined;
}

/** @returns the order that a word with one letter too many, too few or in the wrong place stands for: "nexxt" */
export function withoutSlip(word: string): string {
  if (!/^[a-z]{3,10}$/u.test(word) || OTHER_WORDS.has(word)) return word;
  return SLIPPED.find((order) => isSlipOf(word, order)) ?? word;
}

function isSlipOf(word: string, order: string): boolean {
  const without = (text: string, at: number) => text.slice(0, at) + text.slice(at + 1);
  const places = Array.from(order, (_, at) => at);
  switch (word.length - order.length) {
    case 1:
      return places.some((at) => word[at] === word[at + 1] && without(word, at) === order);
    case -1:
      return places.some((at) => without(order, at) === word);
    case 0:
      return places.some(
        (at) => order.slice(0, at) + (order[at + 1] ?? '') + order[at]! + order.slice(at + 2) === word,
      );
    default:
      return false;
  }
}

/** @returns whether an order to go on says that something has been done, rather than "next" */
export function saysDone(message: string): boolean {
  return /\b(?:done|finished|completed|did|created|filed|submitted|worked)\b|完了|でき|出来|終わ|おわ|済|ました/u.test(
    normalise(message),
  );
}

/** @returns whether a message that is not about anything by itself asks to be led through the steps */
export function asksForGuidance(message: string): boolean {
  return /^(?:(?:please |can you |could you )?(?:walk|guide|take|lead) me(?: through)?(?: (?:it|that|this|them|the steps|the procedure))?|step by step|one step at a time|(?:do )?it with me|(?:一つずつ|ひとつずつ|1つずつ|一手順ずつ|順番に|順を追って|ステップごとに)(?:教えて|案内して|説明して|やりたい)?|手順を(?:案内|ガイド)して|案内して|ガイドして|一緒にやって)(?: please|ください|下さい|お願いします)?[.!?。！？]*$/u.test(
    normalise(message),
  );
}

/** @returns whether a message asks to be led through what it is about, rather than for all of it at once */
export function wantsGuidance(message: string): boolean {
  const said = normalise(message);
  return (
    /\b(?:walk|guide|lead|take) (?:me|us)\b|\bhelp (?:me|us)\b|step[- ]by[- ]step|one step at a time|\btogether\b|一つずつ|ひとつずつ|1つずつ|一手順ずつ|順を追って|順番に|ステップバイステップ|ステップごと|案内し|あんないし|ガイドし|ナビし|一緒に|いっしょに|手伝|てつだ|付き添/u.test(
      said,
    ) && !wantsAllAtOnce(said)
  );
}

/** @returns whether a message asks for all steps in one reply */
export function wantsAllAtOnce(message: string): boolean {
  return /all at once|all (?:of )?the steps|in one go|まとめて|全部|一覧|すべて|全手順/u.test(
    normalise(message),
  );
}

/** @returns whether a message says that something does not work */
export function tellsTrouble(message: string): boolean {
  return /\b(?:can't|cannot|can not|couldn't|unable to|don't see|doesn't|won't|fail(?:s|ed|ing)?|error|refused|rejected|trouble|problem|not (?:there|shown|working|visible|available|able|possible)|greyed out|grayed out|no such|nothing happens|stuck)\b|ない|ません|ねえ|グレーアウト|困っ|エラー|失敗|弾かれ|はじかれ|拒否|だめ|ダメ/u.test(
    normalise(message),
  );
}

/** @returns whether a message is put as a question, rather than as a statement or a keyword */
export function isQuestion(message: string): boolean {
  const said = normalise(message);
  return (
    /[?？]\s*$/u.test(said) ||
    /^(?:how|what|where|when|which|who|whom|whose|why|can|could|may|must|do|does|did|is|are|should|will|would|am i)\b/u.test(
      said,
    ) ||
    /(?:です|ます|ません|でしょう|だろう|でした|ました|る|た|ない|いい|の)か[。.]*$|(?:教えて|知りたい|ご教示|おしえて)(?:ください|下さい|です|いただけますか|ほしい|欲しい)?[。.!]*$/u.test(
      said,
    )
  );
}
