// What people say about a date that was worked out for them, as words; each list holds both languages.

const words = (text: string): string[] => text.split('|').map((each) => each.trim());

/** Asks for the number of days from today. */
const COUNTS_DAYS = words(
  'how many more days|how many days more|how many days|days left|days remaining|days remain|days to go|days till|number of days|' +
    'how long|how much longer|how much time|countdown|' +
    'あと何日|後何日|残り何日|残り日数|残日数|あと何日間|何日残って|何日あり|何日後|何日待て|どれくらい残って|どのくらい残って|あとどれくらい|あとどのくらい',
);

/** Asks for the date itself. */
const ASKS_DATE = words(
  'until when|till when|from when|by when|since when|when|which day|what day|which date|what date|exact date|date|deadline|last day|final day|first day|not before that|not earlier|not sooner|' +
    'いつから|いつまで|いつまでに|いつなら|いつになったら|いつ|何日から|何日まで|何日までに|何日なら|何月何日|具体的な日付|正確な日付|日付|正確には|具体的には|最終日|それより前は',
);

/** Asks whether the time is over, or has not come yet: "yes" says that it is not possible. */
const ASKS_IF_OVER = words(
  'expired|too late|too early|too soon|passed|over|run out|ran out|dead|gone|lapsed|' +
    '切れて|切れた|切れました|切れてる|過ぎて|過ぎた|過ぎました|過ぎてる|失効して|失効した|失効しました|期限切れ|手遅れ|遅い|遅すぎ|早い|早すぎ|無理|できない|出来ない|使えない|だめ|ダメ|駄目|アウト',
);

/** Asks whether it is possible. */
const ASKS_IF_POSSIBLE = words(
  'can i|can we|can he|can she|can they|could i|could we|may i|still|ok|okay|good|fine|valid|usable|possible|allowed|in time|safe|able|works|working|covered|any day|any time|anytime|from now on|' +
    '大丈夫|平気|使える|使えます|できる|できます|出来る|出来ます|いける|いけます|間に合う|間に合います|間に合って|可能|有効|ok|セーフ|生きて|変えられる|変えられます|移せる|移せます|引き換えられる|引き換えられます|もういい|もうよい|もういいの|いいんです|いいです',
);

/** "Isn't the 3rd all right?" can be answered neither by yes nor by no without being misread. */
const ASKS_EITHER_WAY = words(
  "じゃだめ|じゃダメ|じゃ駄目|ではだめ|ではダメ|では駄目|じゃ無理|では無理|isn't possible|not possible|isn't allowed|not allowed|isn't ok|won't work",
);

/** Speaks of another thing of the kind, by its day: "the one from May", 5月のは？ */
const ANOTHER_ONE = words(
  'one from|ones from|the one|the other one|another one|one redeemed|one assigned|one i',
);

/** Asks for the first of several. */
const WHICH_IS_FIRST = words(
  'runs out first|run out first|expires first|expire first|ends first|end first|comes first|first to expire|first to run out|first to end|runs out sooner|expires sooner|ends sooner|runs out earlier|expires earlier|free first|which is first|who is first|' +
    'どっちが先|どちらが先|どれが先|誰が先|だれが先|どっちが早|どちらが早|どれが早|一番早い|一番先|いちばん早い|最初に切れる|先に切れる|先に終わる|先に使えなく',
);

/** Says that what was said before was wrong, or not yet known. */
const CORRECTS_FIRST = words(
  'no|nope|sorry|oops|wait|actually|correction|i meant|i mean|not|oh sorry|found it|my mistake|my bad|scratch that|' +
    'いや|いえ|いいえ|違|ちが|すみません|すいません|ごめん|訂正|間違|失礼',
);
const CORRECTS_ANYWHERE = words('i meant|ではなく|じゃなく|の間違い');

/** What has to be taken away before it is told whether a message says more than its date. */
const LIGHT = words(
  "can|could|may|will|would|should|shall|must|is|are|was|were|be|been|being|do|does|did|done|had|has|have|got|get|i|we|you|he|she|it|they|that|this|them|these|those|his|her|hers|him|mine|ours|theirs|yours|their|your|the|a|an|my|our|me|us|one|ok|okay|fine|good|possible|allowed|enough|still|already|yet|even|just|only|exactly|itself|in|time|too|late|early|soon|on|by|at|until|till|before|after|from|to|of|for|with|than|what|how|about|if|and|so|then|or|but|please|pls|hmm|hm|well|oh|uh|um|phew|wow|great|thanks|thank|hey|yes|no|sorry|instead|same|today|now|there|here|also|i'll|we'll|it's|that's|what's|i've|we've|key|keys|product|benefit|benefits|subscription|subscriptions|sub|seat|visual studio|vs|licence|licences|license|licenses|membership|left|remaining|remain|go|wait|more|other|another|again please|redeemed|used|assigned|gave|given|bro|lol|right|correct|really|know|tell|say|exact|supposed|gonna|going|have to|need|next|that day|this day|sure|think|guess|know|last|first|second|third|found|meant|mean|actually|mistake|not|thing|things|" +
    'でも|なら|場合|もし|手遅れ|遅い|早い|遅すぎ|早すぎ|ちょうど|ぴったり|だと|だったら|では|じゃあ|じゃ|それ|その|この|あの|そっち|こっち|そちら|こちら|これ|あれ|日|まで|までに|から|大丈夫|平気|間に合い|間に合う|できます|できる|られます|られる|可能|いいです|よいです|どうです|です|でしょう|ます|します|する|した|たら|して|し|て|た|だ|な|まだ|もう|すでに|既に|今|今日|いま|現在|キー|コード|特典|サブスクリプション|サブスク|メンバーシップ|再割り当て|再割当|割り当て|割当|引き換え|ライセンス|ok|ません|ない|か|に|は|を|が|の|も|で|と|ね|よ|え|い|や|やつ|もの|分|ぶん|方|ほう|ん|って|という|こと|つまり|結局|ということ|わけ|かな|教えて|ください|待て|ば|れば|けど|だけど|ですけど|んだけど|んですが|が、|えっと|なので|さっき|本当|ほんとう|ほんま|一応|ちなみに|あと|そう|なる|なり|なって|になって|いる|ある|あり|訂正|間違い|間違え|すみません|すいません|ごめん|失礼|いや|違い|違う|ちがう|ではなく|じゃなく|じゃなくて|ではなくて',
);

/** "And the second?": which of several dates. */
const ORDINALS: readonly (readonly string[])[] = [
  words('the first|first one|1つ目|一つ目|ひとつ目|1個目|最初の'),
  words('the second|second one|2つ目|二つ目|ふたつ目|2個目'),
  words('the third|third one|3つ目|三つ目|みっつ目|3個目'),
  words('the fourth|fourth one|4つ目|四つ目|4個目'),
];

/** People whose dates are asked about, beside those who are named: "my colleague's". */
const PEOPLE = words(
  'colleague|coworker|co-worker|boss|manager|friend|teammate|team mate|assistant|partner|wife|husband|brother|sister|director|developer|intern|' +
    '同僚|上司|部下|先輩|後輩|社員|課長|部長|社長|担当者|彼女|彼|あの人|別の人|もう一人|もうひとり',
);

const LATIN = /^[\x20-\x7e]+$/;

/** A pattern of what is in a list: English as whole words, Japanese anywhere; the longest first. */
function anyOf(list: readonly string[]): string {
  const inOrder = [...new Set(list)].sort((a, b) => b.length - a.length);
  const latin = inOrder.filter((word) => LATIN.test(word)).join('|');
  const japanese = inOrder.filter((word) => !LATIN.test(word)).join('|');
  return [...(latin ? [`\\b(?:${latin})\\b`] : []), ...(japanese ? [japanese] : [])].join('|');
}

const anywhere = (list: readonly string[]) => new RegExp(anyOf(list), 'iu');
const everywhere = (list: readonly string[]) => new RegExp(anyOf(list), 'giu');

export const says = {
  countsDays: everywhere(COUNTS_DAYS),
  asksDate: everywhere(ASKS_DATE),
  asksIfOver: everywhere(ASKS_IF_OVER),
  asksIfPossible: everywhere(ASKS_IF_POSSIBLE),
  asksEitherWay: anywhere(ASKS_EITHER_WAY),
  whichIsFirst: anywhere(WHICH_IS_FIRST),
  anotherOne: anywhere(ANOTHER_ONE),
  light: everywhere(LIGHT),
} as const;

const CORRECTS = new RegExp(`^(?:${anyOf(CORRECTS_FIRST)})|${anyOf(CORRECTS_ANYWHERE)}|でした。?$`, 'iu');
const ORDINAL_PATTERNS = ORDINALS.map(anywhere);

export function corrects(said: string): boolean {
  return CORRECTS.test(said);
}

/** @returns which of several is named, counted from 0 */
export function ordinalIn(said: string): number | undefined {
  const index = ORDINAL_PATTERNS.findIndex((pattern) => pattern.test(said));
  return index < 0 ? undefined : index;
}

const LATIN_PEOPLE = PEOPLE.filter((word) => LATIN.test(word)).join('|');
const JAPANESE_PEOPLE = PEOPLE.filter((word) => !LATIN.test(word)).join('|');
const OF_SOMEBODY = new RegExp(
  `\\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]he|[Aa]nother|[Aa])\\s(?:other\\s)?(?<relation>${LATIN_PEOPLE})(?:'s)?\\b` +
    `|(?<named>\\b[A-Z]\\p{L}{1,30})'s\\b` +
    `|(?:(?:${JAPANESE_PEOPLE})の)?(?<honoured>[\\p{Script=Han}\\p{Script=Katakana}ー]{1,10}(?:さん|様|氏|くん|君|ちゃん))(?:の分|のぶん)?` +
    `|(?<role>${JAPANESE_PEOPLE})(?=[のはが、])(?:の分|のぶん)?`,
  'gu',
);
/** "Today's fine" and "what's the date" name nobody. */
const NOBODY =
  /^(?:What|That|It|When|Where|How|There|Here|Today|Tomorrow|Yesterday|He|She|Who|Let|Microsoft|Visual|Partner)$/u;

/** Somebody whose date a message speaks of, as they are called in it. */
export interface Owner {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export function ownersIn(text: string): Owner[] {
  return [...text.matchAll(OF_SOMEBODY)].flatMap(({ index, 0: all, groups = {} }) => {
    const { relation, named, honoured, role } = groups;
    const name = relation ?? named ?? honoured ?? role ?? '';
    return NOBODY.test(name) ? [] : [{ name, start: index, end: index + all.length }];
  });
}
