// Japanese sentences about dates.
import type { DateTexts } from './dateTexts.js';

/** What has happened lies in the past; the other dates are mostly still to come. */
const EXAMPLE = {
  expiry: '来月末',
  redemption: '先週の金曜日',
  renewal: '来月末',
  assignment: '先週の金曜日',
  'renewal-start': '来月1日',
} as const;

export const ja: DateTexts = {
  answer: {
    'key-redeem-by': (date) => `プロダクトキーは、**${date}**までに引き換えてください。`,
    'key-usable-until': (date) => `キーは、**${date}**まで使えます。`,
    'user-assigned-until': (date) => `その特典は、**${date}**まで有効化して利用できます。`,
    'benefits-until': (date) => `その特典は、**${date}**まで引き換えられます。`,
    'reassign-from': (date) => `サブスクリプションは、**${date}**から再割り当てできます。`,
    'renew-from': (date) => `メンバーシップは、**${date}**から更新できます。`,
  },
  because: {
    'key-redeem-by': (given) => `特典の有効期限 (${given}) は、特典を有効化できる最後の日です。`,
    'key-usable-until': (given) =>
      `引き換えたキーは、特典の有効期限にかかわらず、引き換えた日 (${given}) から1年間使えます。`,
    'user-assigned-until': (given) =>
      `Visual Studio サブスクリプションなど、ユーザーの割り当てが必要な特典は、登録の更新日 (${given}) の後も、さらに30日間利用できます。`,
    'benefits-until': (given) => `1年間の登録期間の特典は、更新日 (${given}) まで引き換えられます。`,
    'reassign-from': (given) =>
      `Visual Studio サブスクリプションは、最初の割り当て (${given}) から90日たつと、別の方に再割り当てできます。`,
    'renew-from': (given) => `メンバーシップは、更新開始日 (${given}) 以降であれば、いつでも更新できます。`,
  },
  notOnLastDay: `最終日を待たず、早めに済ませておくと安心です。`,
  rule: {
    'key-redeem-by': `プロダクトキーは、特典の有効期限 (特典を有効化できる最後の日) までに引き換えます。`,
    'key-usable-until': `引き換えたキーは、引き換えた日から1年間使えます。`,
    'user-assigned-until': `ユーザーの割り当てが必要な特典は、登録の更新日の後も、さらに30日間利用できます。`,
    'benefits-until': `1年間の登録期間の特典は、更新日まで引き換えられます。`,
    'reassign-from': `Visual Studio サブスクリプションは、最初の割り当てから90日たつと、別の方に再割り当てできます。`,
    'renew-from': `メンバーシップは、更新開始日以降であれば、いつでも更新できます。`,
  },
  ask: {
    expiry: `特典の有効期限はいつですか？`,
    redemption: `キーを引き換えたのはいつですか？`,
    renewal: `登録の更新日はいつですか？`,
    assignment: `サブスクリプションを最初に割り当てたのはいつですか？`,
    'renewal-start': `更新開始日はいつですか？MPN ダッシュボードの「メンバーシップ オファー (Membership Offers)」ページで確認できます。`,
  },
  askHint: (needs) => `「${EXAMPLE[needs]}」のような書き方でもかまいません。`,
  submit: `送信`,
  impossible: (words) => `「${words}」という日付はありません。`,
  choose: (dates) => `${dates.join('と')}の、どちらでしょうか？`,
  noDate: `日付を読み取れませんでした。`,
  unknown: {
    expiry: `特典の有効期限をどこで確認できるかは、この FAQ には書かれていません。わかったら、日付をお知らせください。`,
    redemption: `引き換えた日をどこで確認できるかは、この FAQ には書かれていません。わかったら、日付をお知らせください。`,
    renewal: `登録の更新日をどこで確認できるかは、この FAQ には書かれていません。更新の「開始日」であれば、MPN ダッシュボードの「メンバーシップ オファー (Membership Offers)」ページに表示されます。わかったら、日付をお知らせください。`,
    assignment: `割り当てた日をどこで確認できるかは、この FAQ には書かれていません。わかったら、日付をお知らせください。`,
    'renewal-start': `更新開始日は、MPN ダッシュボードの「メンバーシップ オファー (Membership Offers)」ページで確認できます。わかったら、日付をお知らせください。`,
  },
  notYet: {
    expiry: `わかったら、特典の有効期限をお知らせください。`,
    redemption: `まだ引き換えていないのですね。引き換える予定の日をお知らせいただければ、いつまで使えるかを計算します。引き換えの締め切りを知りたいときは、特典の有効期限をお知らせください。`,
    renewal: `わかったら、登録の更新日をお知らせください。`,
    assignment: `まだ割り当てていないのですね。割り当てる予定の日をお知らせいただければ、いつから再割り当てできるかを計算します。`,
    'renewal-start': `わかったら、更新開始日をお知らせください。`,
  },
  today: `今日`,
  lead: { yes: 'はい、', no: 'いいえ、' },
  possible: (day, limit, answer) =>
    ({
      deadline: `${day}なら間に合います。${answer}`,
      end: `${day}はまだ期間内です。${answer}`,
      start: `${day}の時点で可能です。${answer}`,
    })[limit],
  partlyPossible: (span, limit, answer) =>
    ({
      deadline: `${span}の途中までなら間に合います。${answer}`,
      end: `${span}の途中までは期間内です。${answer}`,
      start: `${span}の途中から可能です。${answer}`,
    })[limit],
  impossibleOn: (day, limit, answer, date, isPast) =>
    limit === 'start'
      ? `${day}の時点ではまだできません。${answer}`
      : `${day}では期限を過ぎています。最終日は**${date}**${isPast ? 'でした' : 'です'}。`,
  ends: (isSo, answer) => `${isSo ? 'はい' : 'いいえ'}、${answer}`,
  daysLeft: (days) => (days === 0 ? `今日がその日です。` : `今日からあと${days}日です。`),
  hasPassed: `この日はすでに過ぎています。`,
  item: (role, given, bound, date) => `${role}：${given} → **${date}**${bound === 'until' ? 'まで' : 'から'}`,
  itemDaysLeft: (days) => ` (今日からあと${days}日)`,
  first: (item) => `${item} (こちらが先です)`,
  role: {
    expiry: '特典の有効期限',
    redemption: 'キーの引き換え',
    renewal: '登録の更新日',
    assignment: '最初の割り当て',
    'renewal-start': '更新開始日',
  },
  result: {
    'key-redeem-by': 'キーを引き換えられる最終日',
    'key-usable-until': 'キーを使える最終日',
    'user-assigned-until': '特典を利用できる最終日',
    'benefits-until': '特典を引き換えられる最終日',
    'reassign-from': '再割り当てできる最初の日',
    'renew-from': '更新できる最初の日',
  },
  addToCalendar: 'カレンダーに追加',
  workOut: {
    'key-redeem-by': 'キーは何日までに引き換える？',
    'key-usable-until': 'キーは何月何日まで使える？',
    'user-assigned-until': '更新日の後、VS は何日まで使える？',
    'benefits-until': '更新日を基準に、特典は何日まで使える？',
    'reassign-from': 'VS は何日から再割り当てできる？',
    'renew-from': 'メンバーシップは何日から更新できる？',
  },
};
