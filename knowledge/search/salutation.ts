// Politeness before the question, which says nothing about what is asked.

const SALUTATION = new RegExp(
  [
    '^\\s*(?:',
    '(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|everyone|sir|madam|bot))*',
    '|(?:excuse me|sorry to bother you|quick question|one quick question|question)',
    '|(?:ありがとう(?:ございます|ございました)?|thank(?:s| you)(?: so much| very much| a lot)?|thx)(?=.*(?:[?？]|か[。\\s]*$|教え|方法|\\b(?:how|what|where|when|who|which|why|can)\\b))',
    '|(?:平素|日頃|日ごろ)[^。]{0,30}(?:おります|います|申し上げます)|[^。、？?]{1,20}(?:と申します|でございます)',
    '|(?:いつも)?(?:大変)?お世話に(?:なって(?:おります|います|ます)|なります)',
    '|お疲れ(?:様|さま)(?:です|でございます)?|こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|はじめまして|初めまして',
    '|すみません|すいません|恐れ入りますが?|恐縮ですが|お忙しいところ(?:恐れ入りますが|すみません(?:が)?|申し訳ありません(?:が)?)?|失礼(?:いた|致)?します|突然すみません|教えてください',
    ')(?:\\s*[,.!?:;~、。！？：…～ー・-]+\\s*|\\s+|$)',
  ].join(''),
  'iu',
);

/** @returns what is left of a message without the greetings that it begins with; the message where nothing is */
export function withoutSalutation(message: string): string {
  let rest = message;
  for (let shorter = rest.replace(SALUTATION, ''); shorter !== rest; shorter = rest.replace(SALUTATION, '')) {
    rest = shorter;
  }
  return /[\p{L}\p{N}]/u.test(rest) ? rest : message;
}
