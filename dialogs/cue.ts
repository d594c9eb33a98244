// Cues: messages about the conversation itself, such as "help", "日本語で" or "ありがとう".
import type { Language } from '../knowledge/faq/language.js';
import { bareWords, normalise } from '../knowledge/search/normalise.js';

/**
 * Cues that are followed wherever they come. `pinLanguage` asks for the language that it carries.
 */
export type Command =
  | { readonly kind: 'help' }
  /** Announces a question. */
  | { readonly kind: 'ask' }
  /** Asks for a date to be worked out, and does not say which. */
  | { readonly kind: 'chooseDate' }
  | { readonly kind: 'chooseLanguage' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'startOver' }
  | { readonly kind: 'pinLanguage'; readonly language: Language };

/** Remarks that are answered when the message holds no question that the FAQ answers. */
export type Remark =
  | 'human'
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'aboutBot'
  | 'frustration'
  /** Asks the bot to do something in the user's place. */
  | 'cannotAct'
  /** Asks whether the bot has done something. */
  | 'hasNotActed';

const COMMANDS: readonly (readonly [Command, readonly string[]])[] = [
  [
    { kind: 'help' },
    [
      'help',
      'help me',
      'i need help',
      'menu',
      'what can you do',
      'what can i ask',
      'what can i ask you',
      'how does this work',
      'how do i use this',
      'how do i use this bot',
      'show help',
      'what do you know',
      'usage',
      'commands',
      'options',
      'ヘルプ',
      'へるぷ',
      'メニュー',
      '使い方',
      '使い方は',
      '使い方を教えて',
      '使い方がわからない',
      '使い方が分からない',
      '何ができるの',
      '何ができる',
      '何ができますか',
      '何が聞けますか',
      '何を聞けますか',
      '何を聞けばいい',
      '何を聞けばいいですか',
      '助けて',
      'どう使うの',
      '使いかた',
    ],
  ],
  [
    { kind: 'ask' },
    [
      'ask',
      'ask a question',
      'i have a question',
      'i have a question for you',
      'can i ask a question',
      'can i ask you a question',
      'can i ask you something',
      '質問',
      '質問する',
      '質問したい',
      '質問したいです',
      '質問があります',
      '質問がある',
      '質問があるのですが',
      '質問があるんですが',
      '質問です',
      '質問していいですか',
      '質問してもいいですか',
      '質問してもよろしいですか',
      '聞きたいことがある',
      '聞きたいことがあります',
    ],
  ],
  [
    { kind: 'chooseDate' },
    [
      'date',
      'dates',
      'work out a date',
      'work out a date for me',
      'can you work out a date',
      'calculate a date',
      'calculate dates',
      'calculate a date for me',
      '日付',
      '日付を計算',
      '日付を計算する',
      '日付を計算して',
      '日付を計算したい',
      '日付を計算してほしい',
      '日付の計算',
      '日付計算',
      '期日の計算',
      '期日を計算',
      '期日を計算する',
      '期日を計算して',
    ],
  ],
  [
    { kind: 'cancel' },
    [
      'cancel',
      'stop',
      'quit',
      'exit',
      'abort',
      'never mind',
      'nevermind',
      'forget it',
      'cancel that',
      'leave it',
      'キャンセル',
      'やめる',
      'やめます',
      'やめて',
      'やめたい',
      'もうやめる',
      'もうやめます',
      'ストップ',
      '中止',
      '中断',
      '終了',
      'もういい',
      'もういいです',
      '取り消し',
      'やっぱりいい',
      'やっぱりいいです',
      'やっぱりいいや',
      '後で',
      'あとで',
      '後にする',
      '一時停止',
      'pause',
      'later',
    ],
  ],
  [
    { kind: 'startOver' },
    [
      'start over',
      'restart',
      'reset',
      'begin again',
      'new conversation',
      'start again',
      'from the beginning',
      '最初から',
      '最初から始める',
      '最初からやり直す',
      '最初からやり直したい',
      'やり直したい',
      'やり直す',
      'やり直し',
      'リセット',
      '初めから',
      'はじめから',
      '最初に戻る',
      '最初に戻って',
      '新しい会話',
    ],
  ],
  [
    { kind: 'pinLanguage', language: 'en' },
    [
      'english',
      'in english',
      'english please',
      'in english please',
      'speak english',
      'use english',
      'switch to english',
      'change to english',
      'can you speak english',
      'do you speak english',
      'can we speak english',
      'answer in english',
      'reply in english',
      'please answer in english',
      'please speak english',
      'please use english',
      'please reply in english',
      'eigo',
      'eigo de',
      '英語',
      '英語で',
      '英語でお願い',
      '英語に切り替え',
      '英語に切り替えて',
      '英語に変えて',
      '英語にして',
      '英語に戻して',
      '英語で答えて',
      '英語で話して',
      '英語で返信して',
      '英語でもいい',
      '英語は話せますか',
      '英語はできますか',
    ],
  ],
  [
    { kind: 'pinLanguage', language: 'ja' },
    [
      'japanese',
      'in japanese',
      'japanese please',
      'in japanese please',
      'speak japanese',
      'use japanese',
      'switch to japanese',
      'change to japanese',
      'can you speak japanese',
      'do you speak japanese',
      'answer in japanese',
      'reply in japanese',
      'please answer in japanese',
      'please speak japanese',
      'please use japanese',
      'please reply in japanese',
      'nihongo',
      'nihongo de',
      'nihongo de onegaishimasu',
      '日本語',
      '日本語で',
      '日本語でお願い',
      '日本語に切り替え',
      '日本語に切り替えて',
      '日本語に変えて',
      '日本語にして',
      '日本語で答えて',
      '日本語で話して',
      '日本語で返信して',
      '日本語は話せますか',
      '日本語はできますか',
      '日本語に戻して',
    ],
  ],
  [
    { kind: 'chooseLanguage' },
    [
      'language',
      'change language',
      'switch language',
      'languages',
      '言語',
      '言語を変える',
      '言語を変えて',
      '言語切り替え',
      '言語の切り替え',
      '言語を切り替えて',
      '言語設定',
    ],
  ],
];

const DEED = String.raw`(?:renew|extend|activate|redeem|(?:re|un)?assign|buy|purchase|order|file|submit|raise|open|create|send|cancel|change|update|fix|add|remove|install|set up|register|pay|handle|do|look up|check|contact|call|email)`;
const DONE = String.raw`(?:renew(?:ed)?|extend(?:ed)?|activated?|redeem(?:ed)?|(?:re|un)?assign(?:ed)?|order(?:ed)?|filed?|submit(?:ted)?|raised?|open(?:ed)?|created?|sen[dt]|cancel(?:l?ed)?|changed?|updated?|register(?:ed)?|contact(?:ed)?|do|done)`;
const DEED_JA = String.raw`(?:(?:更新|延長|有効化|引き換え|申請|割り当て|登録|購入|作成|提出|送信|(?<!再)発行|手続き?|変更|解約|キャンセル|インストール|連絡|起票)(?:を|も)?して|やって|作って|出して|送って|切って)`;
const FAVOUR_JA = String.raw`(?:くれ(?:る|ます|ません|ない)?|もらえ(?:る|ます|ません|ない)?|いただけ(?:る|ます|ません)?|ほしい|欲しい|おいて)(?:です|でしょう)?(?:の|ん)?(?:か|かな)?`;
const FAVOUR_DONE_JA = String.raw`(?:くれ(?:た|ました)|くださいました|もらえ(?:た|ました)|いただけました)`;

/** What the bot never does, whatever of the FAQ it is about: it does not let people believe that it has. */
const DEEDS: readonly (readonly [Remark, RegExp])[] = [
  [
    'cannotAct',
    new RegExp(
      String.raw`^(?:(?:please|so|and|then|hey|just) )*(?:(?:can|could|would|will|can't|couldn't) (?:you|u|the bot|this bot)(?: please| just| not| also)* )?${DEED}\b[^.?!]{0,60}\b(?:for (?:me|us)|on (?:my|our) behalf)\b[a-z ]{0,20}[.?! ]*$` +
        String.raw`|^(?:(?:so|and|then|hey) )*(?:can|could|would|will) (?:you|u|the bot|this bot)(?: please| just)* ${DEED} (?:my|our|the ticket|a (?:support )?ticket)\b[^.?!]{0,40}[.?! ]*$` +
        String.raw`|^(?!.*(?:どう|いつ|何|なに|どこ|誰|だれ|どの|サポート(?:に|が)|担当|管理者|マイクロソフト|microsoft)).{0,40}${DEED_JA}${FAVOUR_JA}[。.?!]*$`,
      'u',
    ),
  ],
  [
    'hasNotActed',
    new RegExp(
      String.raw`^(?:(?:so|and|ok|okay|wait) )*(?:did|have|has) (?:you|u|the bot|this bot)(?: already| just| actually| really| now)* ${DONE}\b[^.?!]{0,60}[.?! ]*$` +
        String.raw`|^(?:(?:so|and|ok|okay|wait) )*(?:is|was|has|have) (?:the|my|our|this|that) (?:support )?(?:ticket|request|case|form)(?: been)?(?: already| now)? (?:filed|submitted|sent|created|opened|raised|made)(?: already| now| yet| for me)*[.?! ]*$` +
        String.raw`|^(?!.*(?:いつ|どこ|誰|だれ|サポート(?:に|が)|担当|管理者)).{0,40}(?:${DEED_JA}${FAVOUR_DONE_JA}|(?:チケット|申請|問い合わせ|リクエスト|依頼).{0,12}(?:(?:送信|提出|作成|登録|起票)さ|送ら|出さ|作ら)れ(?:た|ました|て(?:い)?(?:る|ます)))(?:の|ん)?(?:です)?(?:か[。?]*|\?+)$`,
      'u',
    ),
  ],
];

const REMARKS: readonly (readonly [Remark, RegExp])[] = [
  ...DEEDS,
  [
    'human',
    /\b(?:speak|talk|connect me|chat) (?:to|with) (?:a |an |some)?(?:human|person|agent|someone|somebody|body|one|operator|staff)|\b(?:real|live) (?:person|human|agent)\b(?! or)|担当者(?:に|と|へ)|人間(?:に|と)|オペレーター?|人と話|有人/u,
  ],
  [
    'frustration',
    /\b(useless|stupid|sucks?|rubbish|bullshit|crap|ridiculous|this is wrong|idiot|terrible|awful|waste of time|not helpful|unhelpful|doesn't help|didn't help|wrong answer|that's wrong|not what i (asked|meant)|(?:second|third|fourth|fifth|2nd|[345][a-z]{2}|tenth|hundredth) time (?:that )?(?:i|we)(?:'m|'ve| am| have| had)?(?: to)? (?:ask|said|say|tr(?:y|ied)|typ)[a-z]*|how (?:many times|often) (?:do|must|should|did) i (?:have to )?(?:ask|say|tell)|i give up|fed up)\b|役に立たな|使え(?:ない|ん|ね[えー])(?:ボット|bot|な|ね|わ|よ|$)|^(?:(?:いや|いえ|だから)[、。 ]*)?(?:(?:それ|これ|回答|答え|内容)(?:は|が)?)?(?:全然|全く|ぜんぜん|まったく)?違(?:う(?:よ|って|んだけど|けど|[、。!]|$)|います)|そうじゃな|^もう(?:無理|むり|やだ|嫌|いや|限界|うんざり)|お手上げ|何(?:回|度)も?(?:聞|言)(?:い|か|わ|っ|え)|ポンコツ|間違って(?:る|い)|答えになって|話が通じな|いい加減に|ふざけ|イライラ/u,
  ],
  [
    'thanks',
    /\b(thanks|thank you|thx|ty|cheers|much appreciated|great help|that helped|arigatou?)\b|ありがと|あざす|あざっす|有難う|有り難う|サンキュー|おおきに|助かりました|助かった|感謝します|どうもです/u,
  ],
  [
    'goodbye',
    /^(bye|goodbye|good bye|see you|see ya|that's all|that is all|good night)\b|さようなら|さよなら|またね|失礼します|失礼いたします|以上です|おやすみ/u,
  ],
  [
    'aboutBot',
    /\b(are you|r u|is this) (a |an )?(real |live )?(bot|robot|human|person|ai|machine|chatbot)\b|\bwho (are|made|built|created) (you|u)\b|\bwho(?:'s| is) (?:this|there)\b|\bwho am i (?:talking|speaking|chatting) (?:to|with)\b|\bwhat are you\b|\bwhat('s| is) your name\b|あなたは(?:誰|だれ|何|なに|ai|人|ボット|ロボット|本物)|(?:君|きみ|お前|おまえ|あんた|貴方|そちら|このボット|これ)(?:は|って)?(?:誰|だれ|何者|なにもの|どなた)|^(?:誰|だれ|どなた|何者)(?:です|なの)?か?[?。]*$|^(?:ai|ボット|ロボット|人間)ですか|名前は(?:何|なに|なん)|自己紹介|中の人/u,
  ],
  [
    'greeting',
    /^(hi|hello|hey|hiya|yo|good (morning|afternoon|evening|day)|greetings|howdy|konnichiwa|konbanwa|ohayou?)\b|^(?:こんにち[はわ]|こんばん[はわ]|おはよ|はじめまして|初めまして|お世話になって|お世話様|お疲れ|おつかれ|よろしく|やあ|どうも|もしもし)/u,
  ],
];

const COURTESY =
  // eslint-disable-next-line regexp/no-super-linear-move -- of LONGEST_CUE at most
  /^(please |pls |ok |okay |hey |えっと|あの|すみません|すいません)+|( please| pls| now|ください|下さい|お願いします|お願い致します|お願いいたします|お願い|ね|よ|して)+$/gu;

/** A longer message says more than a cue does. */
const LONGEST_CUE = 200;

const commandByPhrase = new Map(
  COMMANDS.flatMap(([command, phrases]) => phrases.map((phrase) => [phrase, command] as const)),
);

/** @returns the command that the whole message is, if it is one; courtesies around it don't matter */
export function commandIn(message: string): Command | undefined {
  if (message.length > LONGEST_CUE) return undefined;
  const text = bareWords(message);
  return commandByPhrase.get(text) ?? commandByPhrase.get(text.replace(COURTESY, '').trim());
}

/** @returns what a message without a question says about the conversation */
export function remarkIn(message: string): Remark | undefined {
  if (message.length > LONGEST_CUE) return undefined;
  const text = normalise(message);
  return REMARKS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** @returns whether a remark is about what the bot does itself, and so goes before what the FAQ says */
export function isAboutDeeds(remark: Remark): boolean {
  return DEEDS.some(([deed]) => deed === remark);
}
