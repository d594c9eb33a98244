// The small words of Japanese.
import { isHiragana } from 'wanakana';
import { readsAsKana } from './kana.js';
import type { Words } from './words.js';

const words = (text: string): string[] => text.split(' ');

export const ja: Words = {
  ownLetter: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  functionWords: new Set(
    words('は が を に の へ と で も か から まで より です ます した して ない たい ください'),
  ),
  isGrammar: isHiragana,
  transcribed: {
    words: new Set(
      words(
        'desu desuka masu masuka masen masenka desho deshou deshita mashita kudasai onegai onegaishimasu shimasu suru shitai shite ' +
          'nani nanika itsu doko dou douyatte doushite dare dochira ikura nannkai nankai ' +
          'dekimasu dekimasuka dekiru dekinai dekimasen tsukau tsukaeru tsukaemasu tsukaemasuka arimasu arimasuka ' +
          'oshiete wakaranai wakarimasen hoshii tokuten koushin kigen kagi arigatou konnichiwa sumimasen',
      ),
    ),
    particles: new Set(words('wa ga wo ni no kara made demo nan nai aru')),
    canBe: readsAsKana,
  },
  languageNames: { en: ['英語', 'えいご', 'イングリッシュ'], ja: ['日本語', 'にほんご', 'ジャパニーズ'] },
  otherLanguages: words(
    'フランス語 ドイツ語 スペイン語 中国語 韓国語 ポルトガル語 イタリア語 ロシア語 オランダ語 ヒンディー語 アラビア語 トルコ語 タイ語 ベトナム語 インドネシア語',
  ),
  trouble: words('ない ません ねえ へん グレーアウト 困っ エラー 失敗 弾かれ はじかれ 拒否 だめ ダメ 駄目'),
  guidance: words(
    '一つずつ ひとつずつ 1つずつ 一手順ずつ 順を追って 順番に ステップバイステップ ステップごと 案内し 案内を あんないし ガイドし ナビし 一緒に いっしょに 手伝 てつだ 付き添',
  ),
  done: words('完了 でき 出来 終わ おわ 済 ました'),
  onward: words('次 つぎ 進 すす 先に 先へ'),
  finished: words('完了 終わ おわ 済み 済んだ 済みました 以上'),
  wants: words(
    'したい たいです たいんで たいの たいと たいけど たいな たいわ 必要です 必要で お願いします お願いしたい ほしい 欲しい やりたい',
  ),
  doneThrough: [
    /(?:手順|ステップ)? ?(\d{1,2}) ?(?:番目?|つ目?|個目?|ステップ)?まで/u,
    /最初の ?(\d{1,2})(?:つ|個|ステップ|手順)/u,
  ],
  writing: words('書 入力 記入 入れ 記載'),
  everything: words(
    '全部教え すべて教え 全て教え ぜんぶ教え 全部知り 全部まとめて まとめて教え ひととおり 一通り 一覧で教え 概要 全体像 全般 なんでも教え 何でも教え 色々教え いろいろ教え',
  ),
  allAtOnce: words('まとめて 全部 一覧 すべて 全手順 一気に 一度に'),
  noQuestionAfter: words('も でも'),
  questionStarts: words(
    'いつ どこ 誰 だれ 何 なに なん どう どうやって なぜ どうして どれ どちら どの どんな いくつ いくら',
  ),
  questionEnds: words(
    'ですか ますか ませんか でしょうか だろうか でしたか ましたか るか たか ないか いいか のか んか かな かね かしら の ですかね ますかね のかな んですかね でしたっけ ましたっけ だっけ ますよね ですよね ませんよね でしょう よね なの んだろう ええん',
  ),
  requests: words(
    '教えて おしえて 知りたい 知りたく ご教示 ご教授 伺い お聞き お尋ね 確認したい 説明して 案内して',
  ),
  joiners: words(
    'あと それと それから また ついでに もう一つ もうひとつ あわせて ちなみに ところで そして で 加えて',
  ),
  fillers: words(
    'えっと えーと ええと えと あの あのー あのう その まあ うーん じゃあ じゃ では それでは そしたら ほな すみません すいません あっ あ はい',
  ),
  negation: {
    before: words('非 未'),
    after: words(
      'ではな じゃな では無 ではありません じゃありません ではなく じゃなく でない でなく はな がな もな しな てな ていな てな いな りません きません しません ていません てません ません なし 無し 以外 違 ちが やな へん ちゃう は同じ 同じで はそのまま そのままで 変えず は変え 変わら は増やさ は不要 不要 は要ら はいらな は結構',
    ),
  },
  formerly: words(
    '以前 前は 前に もともと 元々 かつて 昔 過去に だった でした いました ていた 解約 やめ 辞め 今は違 もう違 終わ 切れ',
  ),
  maybe: words(
    'たぶん 多分 おそらく 恐らく かも と思 気がする っぽい はず わからな 分からな わかりま 分かりま 自信が',
  ),
  listJoiners: words('て も と や および 及び または か とか'),
  ordinals: [
    words('最初 一番目 一つ目 ひとつ目 1つ目 一個目 1個目 一番 いちばん目 上 一つめ 1番目'),
    words('二番目 二つ目 ふたつ目 2つ目 二個目 2個目 二番 2番目 二つめ'),
    words('三番目 三つ目 みっつ目 3つ目 三個目 3個目 三番 3番目'),
    words('四番目 四つ目 よっつ目 4つ目 四番 4番目'),
    words('五番目 五つ目 5つ目 五番 5番目'),
    words('六番目 六つ目 6つ目 六番 6番目'),
    words('七番目 七つ目 7つ目 七番 7番目'),
    words('八番目 八つ目 8つ目 八番 8番目'),
    words('九番目 九つ目 9つ目 九番 9番目'),
  ],
  cardinals: [],
  last: words('最後 一番下 いちばん下 下'),
  former: words('前者'),
  latter: words('後者'),
  middle: words('真ん中 まんなか'),
  numberFrames: [
    /(?:手順|ステップ|番号|選択肢|項目)の? ?(\d{1,2})/u,
    /(\d{1,2}) ?(?:番目|番|つ目|個目|つめ|ばん)/u,
    /^(\d{1,2})(?=$|[\s。、!])/u,
  ],
  polarity: {
    permits: words(
      'でき 出来 られ 使え つかえ 渡せ もらえ いただけ 頂け 足せ 組め 回せ 貸せ 戻せ やり直せ 動かせ 置け 試せ 譲れ ' +
        'いい 良い よい よろしい ok オッケ オーケ 大丈夫 だいじょうぶ 平気 へいき 可 可能 かのう ' +
        '問題ない 問題ありません 構わない かまわない 構いません かまいません 差し支えない 差支えない 差し支えありません ' +
        '認められ 許され 許可され ありです ありでしょう のはあり アリ',
    ),
    forbids: words(
      'だめ ダメ 駄目 あかん アカン ng 禁止 禁じられ 不可 不可能 無理 むり ムリ アウト まずい マズい 違反 違法 ' +
        'いけない いけません 問題があり 問題あり 問題になり 断られ 弾かれ はじかれ 拒否され 怒られ 止められ',
    ),
    denies: words('ない ません へん ねえ'),
    invites: words('ません'),
    agreesTag: words(
      'よね よな やんな ですね ますね でしょう ってこと ってことですか ということですか ということでしょうか わけですか ' +
        'で合っていますか で合ってますか で合ってる で正しいですか で間違いないですか で間違いありませんか で間違いないでしょうか ' +
        'という理解でよろしいですか という認識でよろしいですか という理解でいいですか という認識でいいですか という理解でよいですか ' +
        'という認識で合っていますか という理解で合っていますか という認識で正しいですか という理解で正しいですか',
    ),
    agreesStart: [],
    noDeniesDenials: true,
    asksElse: words(
      '必要 ひつよう べき ほうがいい 方がいい ほうがよい 方がよい ほうがよろしい 切れ 止まり 終わり 失効し',
    ),
    open: [],
    openAnywhere: words(
      'いつ どこ 誰 だれ どなた 何 なに なぜ どう どれ どちら どっち どの どんな いくつ いくら どのくらい',
    ),
    alternatives: words('それとも または'),
    narrows: words(
      'しか だけ のみ 限り 限定 きり なくても なくて ずに なしで 抜きで しないで にもいない にもない どちらにも どちらも いずれにも ' +
        'ないといけ ないとだめ ないとダメ ないとあかん なければ なきゃ 年 か月 ヶ月 カ月 週間 日間 ずっと',
    ),
    opposites: [[words('前 早'), words('後 過ぎ 以降')]],
    connectives: [],
    indirect: [],
    subordinates: [],
    endings: words(
      'ます る です でしょう だろう か かな かね かしら の ん なの なん な よ ね て い てい おり に なる なり され や やろ ' +
        'ねん もの もん ので のでしょう っけ わけ こと',
    ),
    explains: words('ん の'),
  },
};
