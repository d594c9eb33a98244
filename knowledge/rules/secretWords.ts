// The words by which people name a secret, and those that stand between its name and its value: data, by language.
import type { Language } from '../faq/language.js';

/** What a name announces; each kind has values that look differently. */
export type SecretKind = 'password' | 'passphrase' | 'id' | 'contract' | 'key' | 'phone';

interface SecretWords {
  /**
   * The names of each kind, in lower case. A space stands for any space, hyphen or underscore, or none. `owner+noun`
   * lists are written out below, as for "access ID" and "contract number".
   */
  readonly names: Readonly<Record<SecretKind, readonly string[]>>;
  /** Names that count only before a colon or an equals sign, as "pass" does: Azure Pass is a product. */
  readonly onlyBeforeSign: readonly string[];
  /** After these a name is another thing: a "password reset" has no value. */
  readonly notAfterName: readonly string[];
  /** Between a name and its value: "the password **is** …". */
  readonly says: readonly string[];
  /** Between a value and its name: "… **is** my password". */
  readonly saysBefore: readonly string[];
  /** What may stand before the name: "… is **my old** password", "is … **a valid** password?" */
  readonly whose: readonly string[];
  /** Between values of one name: "… **and** …". */
  readonly joins: readonly string[];
  /** They begin another clause: what "is" something after them is not the secret. */
  readonly breaks: readonly string[];
  /** What people write after "password:" or "password is" that is none. */
  readonly noValues: readonly string[];
}

const each = (owners: string, nouns: string): string[] =>
  owners.split(' ').flatMap((owner) => nouns.split(' ').map((noun) => `${owner} ${noun}`));

export const SECRET_WORDS: Readonly<Record<Language, SecretWords>> = {
  en: {
    names: {
      password: [
        ...['password', 'pass word', 'passwd', 'passcode', 'pwd', 'pw', 'pin', 'pin code', 'pin number'],
        ...['psk', 'login code', 'otp'],
        ...each('verification security confirmation authentication sms access', 'code'),
        ...each('one-time', 'code password passcode'),
      ],
      passphrase: ['passphrase', 'pass phrase', 'recovery phrase', 'seed phrase'],
      id: [
        ...each('access contract support agreement', 'id ids number no code'),
        ...each('access/contract', 'id ids'),
      ],
      contract: ['access', 'contract'],
      key: [
        'secret',
        'token',
        ...each('api access account secret private shared subscription storage encryption master', 'key'),
        ...each('license licence product activation recovery host function admin', 'key'),
        ...each('client app application shared', 'secret'),
        ...each('access refresh bearer api sas id session auth', 'token'),
      ],
      phone: [
        ...['phone', 'telephone', 'mobile', 'tel', 'fax', 'cell'],
        ...each('phone telephone mobile cell fax tel contact', 'number no'),
      ],
    },
    onlyBeforeSign: ['pass'],
    notAfterName: [
      ...['reset', 'policy', 'policies', 'requirement', 'rule', 'error', 'problem', 'issue', 'prompt'],
      ...['field', 'box', 'screen', 'page', 'dialog', 'manager', 'expiry', 'expiration', 'length'],
      ...['protection', 'hint', 'portal', 'writeback', 'hash', 'sync', 'change', 'lifetime'],
    ],
    says: [
      ...['is', 'was', 'are', 'were', 'be', 'being', 'been', 'reads', 'says', 'equals', 'to', 'as'],
      ...['still', 'now', 'currently', 'just', 'simply', 'probably', 'maybe', 'also', 'only', 'actually'],
      ...['number', 'no', 'called', 'namely', 'set', 'it'],
    ],
    saysBefore: ['is', 'was', 'as', 'are', 'were', 'being', 'for'],
    whose: [
      ...['my', 'our', 'the', 'his', 'her', 'their', 'your', 'its', 'this', 'old', 'new', 'current'],
      ...['actual', 'admin', 'temporary', 'initial', 'portal', 'account', 'login', 'right', 'correct'],
      ...['first', 'second', 'last', 'local', 'same', 'personal', 'company', 'a', 'valid', 'good', 'strong'],
    ],
    joins: ['and', 'or', 'then'],
    breaks: ['and', 'but', 'so', 'because', 'when', 'if', 'since', 'while', 'although', 'after', 'before'],
    noValues: [
      ...['how', 'what', 'where', 'when', 'why', 'who', 'which', 'can', 'could', 'do', 'does', 'did', 'is'],
      ...['are', 'was', 'were', 'will', 'would', 'should', 'has', 'have', 'had', 'must', 'may', 'the', 'a'],
      ...['an', 'my', 'our', 'your', 'his', 'her', 'its', 'their', 'this', 'that', 'these', 'those', 'it'],
      ...['i', 'we', 'you', 'they', 'he', 'she', 'there', 'here', 'not', 'no', 'none', 'never', 'nothing'],
      ...['yes', 'ok', 'okay', 'n/a', 'and', 'or', 'but', 'for', 'from', 'to', 'in', 'on', 'of', 'with'],
      ...['see', 'same', 'please', 'thanks', 'thank', 'sorry', 'help', 'any', 'some', 'all', 'if', 'as'],
      ...['null', 'true', 'false', 'undefined', 'empty', 'blank', 'hidden', 'secret', 'masked', 'unknown'],
      ...['required', 'expired', 'wrong', 'incorrect', 'correct', 'invalid', 'valid', 'missing', 'needed'],
      ...['forgotten', 'forgot', 'lost', 'reset', 'changed', 'change', 'locked', 'rejected', 'refused'],
      ...['accepted', 'set', 'unset', 'weak', 'strong', 'short', 'long', 'old', 'new', 'optional', 'done'],
      ...['asked', 'shown', 'works', 'working', 'failed', 'fails', 'denied', 'error', 'problem', 'issue'],
      ...['only', 'still', 'already', 'just', 'also', 'too', 'login', 'username', 'user', 'account'],
    ],
  },
  ja: {
    names: {
      password: [
        ...['パスワード', 'パスコード', '暗証番号', 'ピンコード', 'ピン番号', 'ワンタイムコード'],
        ...['認証コード', '確認コード', 'セキュリティコード', '検証コード'],
      ],
      passphrase: ['パスフレーズ'],
      id: each('アクセス コントラクト 契約 サポート', 'id ids アイディー 番号 の番号 number コード'),
      contract: ['アクセス', '契約'],
      key: [
        ...['シークレット', 'クライアントシークレット', 'トークン', 'アクセストークン', '秘密鍵', '秘密キー'],
        ...['アクセスキー', 'アカウントキー', 'apiキー', '共有キー', '暗号化キー', '回復キー'],
        ...['プロダクトキー', 'ライセンスキー'],
      ],
      phone: ['電話', '携帯', 'ファックス', '電話番号', '携帯番号', '携帯電話', '携帯電話番号'],
    },
    onlyBeforeSign: ['パス'],
    notAfterName: [],
    says: [
      ...['は', 'が', 'を', 'に', 'も', 'で', 'の', 'って', 'というのは', 'として', 'ですが', 'なんですが'],
      ...['番号', 'コード', 'たぶん', '多分', '今', '現在', '次の'],
    ],
    saysBefore: ['が', 'は', 'を', 'という', 'っていう', 'って', 'というのが', 'で'],
    whose: [
      ...[
        'うちの',
        '私の',
        '弊社の',
        '当社の',
        'わたしの',
        '僕の',
        '現在の',
        '今の',
        '新しい',
        '古い',
        '正しい',
      ],
      ...['ポータルの', '管理者の', '仮の', '初期'],
    ],
    joins: ['と', 'または', 'か', 'および'],
    breaks: [],
    noValues: [],
  },
};

/** Products and formats that are written like a password: letters and digits in one. */
export const NAMES_WITH_DIGITS =
  /^(?:(?:ms|microsoft)?-?(?:office|windows|win|server|exchange|sharepoint|outlook|word|excel|access|project|visio|teams|azure|vs|visualstudio|vscode|powershell|dynamics|sql|sqlserver|edge|node|java|python|net|dotnet|oauth|ios|android|ipv|sha|md|aes|rsa|tls|ssl|http|base|utf-?|step|page|line|user|round|[meofabpdx](?=\d{1,3}$))-?[\d.]+(?:(?:for|pro|sp|h|r)\d*)?|b2[bc]|[a-z]\d{1,2})$/iu;
