// The words around a date that tell which part it plays, in Japanese and English.
import { matchesOf } from '../dates/matches.js';
import { firstAndLast, MAX_CUES } from '../text/boundedText.js';
import type { DateRole } from './dateRules.js';

/** What a date is about: a part in a rule, the day on which something is to be done, or something that no rule counts from, such as an order. */
export type Part = DateRole | 'renewing' | 'reassigning' | 'activating' | 'using' | 'unrelated';

export function isRole(part: Part | undefined): part is DateRole {
  return (
    part !== undefined && !['renewing', 'reassigning', 'activating', 'using', 'unrelated'].includes(part)
  );
}

export interface Cue {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  /** Labels ("expiry date") stand before their date; events ("redeemed") before it in English, after it in Japanese. */
  readonly kind: 'label' | 'event';
  readonly script: 'latin' | 'japanese';
}

type Pattern = readonly [Part, Cue['kind'], Cue['script'], RegExp];

/** In this order: what a pattern has matched is not looked at by the later ones. */
const PATTERNS: readonly Pattern[] = [
  [
    'renewal-start',
    'label',
    'latin',
    /renewal[ -](?:period |window )?(?:start(?:s|ing|ed)?|open(?:s|ing|ed)?|begin(?:s|ning)?)(?: (?:date|day))?|start(?:ing)? (?:date|day) (?:of|for) (?:the |our |my )?(?:membership )?renewal|(?:start|beginning|opening) of (?:the |our |my )?renewal|renewals? (?:can |may )?(?:start|begin|open)s?\b|start date/giu,
  ],
  [
    'renewal-start',
    'label',
    'japanese',
    /更新(?:の)?(?:受付|受け付け|手続き)?(?:の)?(?:開始日?|スタート日?)|更新(?:期間|受付)(?:の)?(?:開始|初日)|開始日/gu,
  ],
  [
    'reassigning',
    'event',
    'latin',
    /re-?assign(?:ed|ing|s|ment|able)?|hand(?:ed|ing)? (?:it |them |over|on)|(?:move|moved|moving|transfer|transferred|transferring|swap|swapped|swapping|switch|switched|switching|shift|free|freed|release)\b|pass(?:ed|ing)? (?:it|them|the \w+|that \w+) (?:on|to)|(?:give|hand|assign) (?:it|them|this|that|the \w+) to|(?:give|giving|assign(?:ed|ing)?) (?:it|them|the \w+|that \w+|this \w+)(?: \w+){0,4} to (?:some(?:one|body)|another|other|a new|a different|the next)|to (?:some(?:one|body) else|another|a different|a new (?:hire|user|developer|person|colleague|employee))/giu,
  ],
  [
    'reassigning',
    'event',
    'japanese',
    /再割り?当て|再アサイン|再付与|付け?替え|割り?当て(?:し)?(?:直|なお|替|変え?)|(?:他|ほか|別)の(?:人|方|社員|ユーザー|ユーザ|メンバー|開発者|担当者?|スタッフ|エンジニア|者|誰か)|別人|後任|引き継|移(?:す|し|せ|行)|入れ替え|回(?:す|せ|し)|譲|変更(?:でき|し|する|可能)|外(?:す|せ|し)て|交代/gu,
  ],
  [
    'expiry',
    'label',
    'latin',
    /(?:benefits?(?:'s?|s')? )?(?:expiry|expiration)(?: (?:date|day))?|(?:benefits?|perks?|mpn|enrol?lment year)(?: \w+){0,3}? (?:will |to |is |are )?(?:expir(?:e|es|ed|ing)|laps(?:e|es|ed|ing)|run(?:s|ning)? out|ran out|end(?:s|ed|ing)?)|expir(?:e|es|ed|ing) (?:on|at|by)/giu,
  ],
  [
    'expiry',
    'label',
    'japanese',
    /特典の?(?:の|有効)*期限(?:日)?|有効期限(?:日)?|(?<![用効])期限(?=[がはのを：: ]|いつ|何日|って)|失効(?:日)?|特典(?:が|は|の)?.{0,8}?(?:切れ|満了|終了|失効)/gu,
  ],
  [
    'renewal',
    'label',
    'latin',
    /(?:enrol?lment |membership |our |the |my )?renewal(?:s)?(?: (?:date|day))?|enrol?lment (?:ends?|ended|end date|renew(?:s|ed)?|year (?:ends?|ended))|re-?enrol?lment/giu,
  ],
  [
    'renewal',
    'label',
    'japanese',
    /(?:登録|契約|メンバーシップ|会員)?の?更新(?:日|期日|予定日)|登録の?更新(?!でき|し|手続)/gu,
  ],
  [
    'renewal',
    'event',
    'latin',
    /\b(?:re-?enrolled|renewed) (?:it |them |our \w+ |the \w+ |my \w+ )?(?=on\b)|renewal (?=is\b|was\b)/giu,
  ],
  [
    'renewal',
    'event',
    'japanese',
    /(?<=日に)(?:登録を|メンバーシップを|契約を)?更新(?=(?:し|済|が済|を済))/gu,
  ],
  ['redemption', 'label', 'latin', /(?:redemption|redeem(?:ed)?) (?:date|day)/giu],
  ['redemption', 'label', 'japanese', /引き?換え?(?:た)?日|引替日|使用開始日/gu],
  [
    'assignment',
    'label',
    'latin',
    /(?<!re)(?:assignment|assigned) (?:date|day)|date of (?:the )?(?:original )?assignment/giu,
  ],
  ['assignment', 'label', 'japanese', /(?<!再)(?:割り?当て|割当|付与)(?:た)?日/gu],
  [
    'redemption',
    'event',
    'latin',
    /redeem(?:e?d|ing|s|able)?|redemption|claim(?:ed|ing|s)?|cash(?:ed|ing)? in|(?:punch|typ|put|key)(?:ed|ing|ting)? in\b|(?:enter|entered|entering|activate|activated|activating|applied|apply) (?:the|my|our|a|this|that|one|these) (?:\w+ )?(?:product )?(?:keys?|codes?)|used (?:the|my|our|a|this|that) (?:\w+ )?(?:product )?(?:keys?|codes?) on|(?:keys?|codes?) (?:was |were |got )?(?:activated|enter\w*|applied|used up)/giu,
  ],
  [
    'redemption',
    'event',
    'japanese',
    /引き?換え?|引替え?|リディーム|(?:キー|コード)(?:を|は|の)?(?:入力|有効化|登録|適用|アクティ[ブベ]\S{0,3})|入力(?:した|しました|済)|適用(?:した|しました|済)|使い始め|使用を開始/gu,
  ],
  [
    'assignment',
    'event',
    'latin',
    /(?<!user[- ])assign(?:ed|ing|s|ment)?|gave|given|went to|goes to|allocat(?:e|ed|ing)|hand(?:ed|s)?(?: out)?\b|got (?:his|her|their|the|a) (?:vs|visual studio|sub|subscription|seat)/giu,
  ],
  ['assignment', 'event', 'japanese', /割り?(?:当て|振)|アサイン|付与|渡し|配(?:布|った|り)/gu],
  [
    'unrelated',
    'event',
    'latin',
    /\border(?:ed)?\b|\bpurchas(?:e|ed|ing)\b|\bbought\b|\b(?:joined|signed up|hired|leaves|leaving|quits?|resigns?|retires?)(?= (?:us |mpn |it |them |the \w+ )?on\b)|\b(?:demo|meeting|conference|trip|training|workshop)(?= (?:is |was |will be )?on\b)/giu,
  ],
  ['unrelated', 'event', 'japanese', /発注|注文|購入|退職|退社|異動|入社|加入|入会/gu],
  ['renewing', 'event', 'latin', /renew(?:ing|ed|s|able)?\b/giu],
  [
    'renewing',
    'event',
    'japanese',
    /更新(?:手続き|の手続き)?(?:を|が|は|も)?(?:でき|し|する|可能|受け付け|終わ|済ま|行)|リニューアル|更新(?:手続き|の手続き)|更新って/gu,
  ],
  ['activating', 'event', 'latin', /\bactivat(?:e|es|ed|ing|ion)\b/giu],
  ['activating', 'event', 'japanese', /有効化|有効に(?:で|す|し|いた|致|な)|アクティ[ブベ]\S{0,3}/gu],
  [
    'using',
    'event',
    'latin',
    /\b(?:us(?:e|es|ed|ing|able)|work(?:s|ing)?|valid|good (?:for|until|till|to)|is it good|last(?:s|ing)? (?:until|till)|stop(?:s)? working|run(?:s)? out|ran out|dead|active|available|access|expire[sd]?|keep)\b/giu,
  ],
  [
    'using',
    'event',
    'japanese',
    /使(?:え|用|い|う|っ)|利用|有効(?!期限|化)|動(?:く|き|か)|(?<!期限(?=切れ(?:です|でしょう)か))切れ|失効|使用期限/gu,
  ],
];

/** @returns the cues of a text, in order, without overlaps; of very many the first and the last */
export function findCues(text: string): Cue[] {
  const cues: Cue[] = [];
  const isTaken = new Uint8Array(text.length);
  for (const [part, kind, script, pattern] of PATTERNS) {
    for (const match of matchesOf(pattern, text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isTaken.subarray(start, end).includes(1)) continue;
      isTaken.fill(1, start, end);
      cues.push({ part, kind, script, start, end });
    }
  }
  return firstAndLast(
    cues.sort((a, b) => a.start - b.start),
    MAX_CUES,
  );
}
