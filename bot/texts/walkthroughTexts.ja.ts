// Japanese sentences of walkthroughs and diagnoses.
import type { WalkthroughTexts } from './walkthroughTexts.js';

const count = (number: number) => number.toLocaleString('ja-JP');
const things = (number: number) => (number < 10 ? `${number}つ` : `${number}個`);

export const ja: WalkthroughTexts = {
  heading: (step, of, title) => `**手順 ${step} / ${of}** · ${title}`,
  fieldHeading: (field, of, form) => `**確認事項 ${field} / ${of}** · ${form}`,
  lead: (lead, of, step) =>
    ({
      started: `手順は全部で${things(of)}あります。一つずつ進めましょう。`,
      startedOver: `最初の手順からやり直しましょう。`,
      continued: `続きから進めましょう。`,
      skipped: `この手順はスキップしました。`,
      firstAlready: `これが最初の手順です。この前の手順はありません。`,
      noSuchStep: `手順は全部で${things(of)}です。いまの手順はこちらです。`,
      notUnderstood: `すみません、うまく読み取れませんでした。いまは手順${step}です。できたら「次へ」、うまくいかないときは、どうなったかをお聞かせください。`,
      stillHere: `手順${step}は、まだ完了にしていません。できたら「次へ」で進んでください。`,
      progress:
        step === of
          ? `全部で${things(of)}のうち、最後の手順です。`
          : `全部で${things(of)}のうち、${step}番目です。この後は、あと${things(of - step)}です。`,
      takeYourTime: `はい、お待ちしています。`,
      leftAnother: `先ほどのガイドは、いったん中断しました。こちらの手順は全部で${things(of)}です。`,
    })[lead],
  fieldLead: (lead) => {
    switch (lead.kind) {
      case 'fieldHelp':
        return `こちらの項目ですね。`;
      case 'leftOut':
        return `この項目は空欄にします。`;
      case 'summaryIn':
        return `まとめは、項目がそろったあとに${lead.language === 'en' ? '英語' : '日本語'}で作成します。`;
      case 'impossible':
        return `「${lead.text}」という日付はありません。`;
      case 'noted': {
        const masked = lead.isMasked
          ? `ID やキー、パスワード、連絡先と思われる部分は伏せました。これらは、Microsoft サポートのフォームにだけ入力してください。`
          : '';
        const cut = lead.cut > 0 ? `長すぎるため、途中の${count(lead.cut)}文字を省きました。` : '';
        return `承りました。${masked}${cut}`;
      }
    }
  },
  needs: (what) => `必要なもの：${what}`,
  hint: (onward) =>
    `できたら「**${onward}**」で進んでください。「**戻る**」「**うまくいかない**」「**やめる**」も使えます。`,
  formIntro: () =>
    `この手順の前に、チケットに書く内容をまとめましょう。ID やパスワードは入力しないでください。答えにくい項目は「**スキップ**」できます。`,
  fieldHint: `空欄にするときは「**スキップ**」、前に戻るときは「**戻る**」、中断するときは「**やめる**」をお使いください。`,
  choices: (titles) => `例：${titles.join('、')}。ほかの製品名を入力していただいてもかまいません。`,
  summaryIntro: () => `チケットに貼り付けられるように、内容をまとめました。`,
  summaryHint: `直したい項目は、「エラー：0x80070643」のように項目名を付けて入力するか、「製品を変更」のように入力してください。チケットを作成できたら「**完了**」と入力してください。`,
  download: 'テキスト ファイルで保存',
  leftOut: '－',
  cut: (characters) => `［ここで${count(characters)}文字を省略しました］`,
  shortened: (characters) => `［続きの${count(characters)}文字は、テキスト ファイルにあります］`,
  stuck: (step) => `手順${step}を、もう一度確認しましょう。`,
  noMoreKnown: (support) =>
    support
      ? `この手順について、FAQ にはこれ以上の説明がありません。先に進めないときは、こちらへご相談ください：${support}`
      : `この手順について、FAQ にはこれ以上の説明がありません。`,
  stuckHint: (onward) =>
    `うまくいったら「**${onward}**」、飛ばして進むときは「**スキップ**」、中断するときは「**やめる**」をお使いください。`,
  offer: (step, of, title) => `「${title}」は、手順 ${step} / ${of} の途中です。続けますか？`,
  paused: (step, of, title) =>
    `「${title}」は、手順 ${step} / ${of} で中断しています。「**続ける**」と入力すると、いつでも続きから再開できます。`,
  done: (title) => `「${title}」の手順は、これで終わりです。`,
  allSteps: (title) => `「${title}」の手順は、次のとおりです。`,
  youAreAt: (step, of) => `いまは、手順 ${step} / ${of} です。`,
  summarySoFar: `ここまでの内容です。`,
  nothingFilledIn: `まだ何も入力されていません。`,
  diagnosisNamed: (titles) => `「${titles.join('」「')}」ですね。`,
  diagnosisLead: {
    denied: `承知しました。それ以外で、当てはまるものはありますか？`,
    several: `いくつか挙げていただきましたが、答えが変わりますので、一つずつ確認させてください。`,
  },
  diagnosisAgain: (title) => `「**${title}**」についての確認の続きです。`,
  diagnosisHint: `ボタンで選ぶか、番号を入力してください。やめるときは「**キャンセル**」と入力してください。`,
  pickOne: `一つ選んでください。`,
  buttons: {
    next: '次へ',
    finish: '完了',
    back: '戻る',
    skip: 'スキップ',
    stuck: 'うまくいかない',
    stop: 'やめる',
    continue: '続ける',
    startOver: '最初から',
    summaryIn: { en: '英語のまとめ', ja: '日本語のまとめ' },
  },
};
