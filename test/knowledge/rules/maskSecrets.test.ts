import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { SECRET_WORDS } from '../../../knowledge/rules/secretWords.js';
import { maskSecrets } from '../../../knowledge/rules/maskSecrets.js';

/** By language; secrets stand between ⟦ and ⟧. */
const forms = load(
  readFileSync(new URL('../../../../test/knowledge/rules/secrets.yaml', import.meta.url), 'utf8'),
) as Record<'masked' | 'kept', Record<'en' | 'ja', string[]>>;
const MARKED = /⟦([^⟧]*)⟧/gu;
/** The full stop behind a secret may go with it: it may be a part of it. */
const withoutStops = (text: string) => text.replace(/••••[.,;:?!]+/gu, '••••');

describe('maskSecrets', () => {
  for (const text of [...forms.masked.en, ...forms.masked.ja]) {
    const posted = text.replace(MARKED, '$1');
    it(`masks what is marked in ${JSON.stringify(text)}`, () => {
      const masked = maskSecrets(posted);
      expect(withoutStops(masked)).to.equal(withoutStops(text.replace(MARKED, '••••')));
      expect(maskSecrets(masked)).to.equal(masked);
    });
  }

  for (const text of [...forms.kept.en, ...forms.kept.ja]) {
    it(`leaves ${JSON.stringify(text)} as it is`, () => {
      expect(maskSecrets(text)).to.equal(text);
    });
  }

  it('keeps the width and the invisible marks of what stands beside a secret', () => {
    expect(maskSecrets('Ｎｏ\u00ADte：ｐａｓｓ\u00ADｗｏｒｄ：ｈｕｎ\u200Bｔｅｒ２　ｏｋ')).to.equal(
      'Ｎｏ\u00ADte：ｐａｓｓ\u00ADｗｏｒｄ：••••　ｏｋ',
    );
  });

  for (const [secret, text, masked] of [
    ['an Access ID', 'Access ID: A1234567', 'Access ID: ••••'],
    ['a Contract ID in a sentence', 'our contract ID is 00123456.', 'our contract ID is ••••.'],
    ['both in one name', 'Access ID/Contract ID: 9912-3344-A', 'Access ID/Contract ID: ••••'],
    ['a Japanese Access ID', 'アクセス IDは1234567です', 'アクセス IDは••••です'],
    ['a Contract ID in wide letters', '契約ＩＤ：ＡＢ１２３４５６', '契約ＩＤ：••••'],
    ['the number of a contract', 'サポート契約の番号は87654321です', 'サポート契約の番号は••••です'],
    ['a contract number', '契約番号 AB-123-456', '契約番号 ••••'],
    ['a product key', 'key abcde-12345-FGHIJ-67890-klmno fails', 'key •••• fails'],
    ['a password after a colon', 'password: correcthorse', 'password: ••••'],
    ['a password in a sentence', 'my password is hunter2!', 'my password is ••••'],
    ['a Japanese password', 'パスワードは abc123 です', 'パスワードは •••• です'],
    ['an e-mail address', 'mail taro.yamada@example.co.jp please', 'mail •••• please'],
    ['a Japanese telephone number', '電話は03-1234-5678まで', '電話は••••まで'],
    ['a mobile number without hyphens', '09012345678', '••••'],
    ['an international number', 'call +81 90-1234-5678', 'call ••••'],
    ['an American number', 'call (425) 555-0100 or 425-555-0100', 'call •••• or ••••'],
    ['a long number', 'ID 123456789012', 'ID ••••'],
    ['a number that ends a sentence', 'ring 090-2345-6789. Thanks', 'ring ••••. Thanks'],
    ['the last of several numbers', '03-2345-6789 or 090-2345-6789.', '•••• or ••••.'],
    ['numbers side by side', '03-2345-6789 (03) 345-6789 0120-12-34-56', '•••• •••• ••••'],
    ['an area code in brackets', '(03) 2345-6789', '••••'],
    ['a number with the long vowels of a kana keyboard', '０９０ー２３４５ー６７８９です', '••••です'],
    ['a number with an extension', 'call 03-2345-6789 ext. 12', 'call ••••'],
    ['a number between spaces', '1 425 555 0100', '••••'],
    ['a short number that is named', 'phone: 555 0100', 'phone: ••••'],
    ['a long number that ends a sentence', 'It is 234567890123.', 'It is ••••.'],
    ['digits in fours', '1234-5678-9012 and 4111 1111 1111 1111', '•••• and ••••'],
    ['a Contract ID without "ID"', 'contract: 87654321; next', 'contract: ••••; next'],
    ['a Japanese Contract ID without "ID"', '契約は87654321です', '契約は••••です'],
    ['several IDs', 'access and contract IDs: 7654321 and 87654321', 'access and contract IDs: ••••'],
    ['a password right after its name', 'password hunter2, then', 'password •••• then'],
    ['a Japanese password right after its name', 'パスワード「abc123', 'パスワード「••••'],
    ['an unbroken product key', 'key ABCDE12345FGHIJ67890KLMNO', 'key ••••'],
    ['an unbroken product key in small letters', 'abcde12345fghij67890klmno。', '••••。'],
    ['a product key between spaces', 'ABCDE 12345 FGHIJ 67890 KLMNO', '••••'],
    ['a product key with other dashes', 'ABCDE–12345–FGHIJ–67890–KLMNO', '••••'],
  ] as const) {
    it(`masks ${secret}`, () => {
      expect(maskSecrets(text)).to.equal(masked);
    });
  }

  for (const text of [
    'error 0x80070643 and 1603',
    'HRESULT 0x8004010F',
    '2021-01-31 12:33:44.123 setup.exe',
    'build 10.0.19045.3930',
    '192.168.100.120:8080',
    'the password is wrong',
    'パスワードは忘れました',
    'where is the access ID?',
    '2021年1月31日から',
    'C:\\Program Files (x86)\\Microsoft Visual Studio\\2019',
    'correlation 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    'since 01-31-2021 and 01.02.2021',
    'error -2147467259',
    'after being reset there still',
    'the contract ended on 2021-01-31',
    'cannot access 0x80070005',
    '契約は2021年1月31日まで',
    'password expired!',
    'Visual Studio 2019 16.11.5',
    '',
  ]) {
    it(`leaves "${text}" as it is`, () => {
      expect(maskSecrets(text)).to.equal(text);
    });
  }

  const digits = (count: number) =>
    fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: count, maxLength: count })
      .map((all) => all.join(''));
  const keyPart = fc.stringMatching(/^[A-Z]{2}[2-9][A-Z]{2}$/u);
  const secrets = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('03', '06', '045', '090', '0120'),
        digits(4),
        digits(4),
        fc.constantFrom('-', '‐', '–', 'ー', '.', ' '),
      )
      .map(([area, first, last, mark]) => [area, first, last].join(mark)),
    fc.tuple(digits(3), digits(4)).map(([first, last]) => `(03) ${first}-${last}`),
    fc.tuple(digits(2), digits(4), digits(4)).map((parts) => `+81 ${parts.join('-')}`),
    fc.tuple(digits(3), digits(3), digits(4)).map((parts) => parts.join('-')),
    digits(12),
    fc
      .array(keyPart, { minLength: 5, maxLength: 5 })
      .chain((parts) => fc.constantFrom('-', '–', ' ', '').map((mark) => parts.join(mark))),
    fc
      .tuple(
        fc.constantFrom('access id ', 'Contract ID: ', 'contract: ', 'アクセスIDは', '契約番号 ', '契約：'),
        digits(8),
      )
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('password ', 'Password: ', 'PW=', 'パスワードは', 'パスワード '), digits(4))
      .map(([name, end]) => `${name}swordfish${end}`),
    digits(6).map((start) => `u${start}@example.co.jp`),
  );
  const before = fc.constantFrom('', 'call me on ', '(', '電話は', '「', 'a line\n', 'it says: ', '1. ');
  const after = fc.constantFrom(
    '',
    '. Thanks',
    '.',
    ', please',
    '; next',
    '!',
    '?',
    'です。',
    '」',
    ')',
    '\nmore',
    ' or',
  );

  it('masks every kind of secret wherever it stands, and several in one text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(before, secrets, after), { minLength: 1, maxLength: 3 }), (parts) => {
        const masked = maskSecrets(parts.map((part) => part.join('')).join(' '));
        expect(masked).to.not.match(/\d{3}|swordfish|[A-Z]{2}\d[A-Z]{2}/u);
        expect(maskSecrets(masked)).to.equal(masked);
      }),
      { numRuns: 2000 },
    );
  });

  it('masks nothing more in what it has masked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(maskSecrets(maskSecrets(text))).to.equal(maskSecrets(text));
      }),
    );
  });

  it('takes a long paste in one go', () => {
    for (const unit of [
      '0',
      '0-',
      'a@',
      'access id ',
      'password is ',
      'ABCDE-',
      'ABCDE ',
      'A',
      '(',
      '+1 ',
      '@',
      'password @',
      'contract-',
      'tel 1 ',
      '1234-',
      'IDs 1234567,',
    ]) {
      expect(maskSecrets(unit.repeat(200_000 / unit.length))).to.be.a('string');
    }
  });

  /** What hostile pastes are made of: names of secrets, what may follow them, and what forms begin with. */
  const pieces = fc.constantFrom(
    ...Object.values(SECRET_WORDS).flatMap(({ names, says, whose, joins, noValues }) => [
      ...Object.values(names).flat(),
      ...[...says, ...whose, ...joins, ...noValues.slice(0, 20)].map((word) => ` ${word} `),
    ]),
    ...[
      ' ',
      '      ',
      '\n',
      '"',
      "'",
      '「',
      ':',
      '=',
      '-',
      '/',
      '(',
      '@',
      '+',
      '.',
      '!',
      '•',
      '\u00AD',
      'e\u0301',
    ],
    ...['1', '2026', '0x', 'S-1-', 'KB5', 'eyJ', '8Q~', 'ABCDE-', 'a@b.', 'http://a:', '?code=', 'Hunter2!'],
    ...['-----BEGIN PRIVATE KEY-----', 'bearer ', 'error ', 'ﾊﾟ', 'é', 'x'.repeat(24)],
  );
  const SIZE = 256 * 1024;
  const filled = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const msToMask = (text: string) => {
    const begun = performance.now();
    maskSecrets(text);
    return performance.now() - begun;
  };
  /** Eight times the text takes eight times as long, and 64 times as long where it grows with the square. */
  const MAX_GROWTH = 28;
  const growthOf = (text: (size: number) => string) =>
    msToMask(text(SIZE)) / Math.max(msToMask(text(SIZE / 8)), 2);
  const expectLinear = (text: (size: number) => string) => {
    // Once more, where others had the processor for a while.
    const isLinear = [1, 2, 3].some(() => growthOf(text) < MAX_GROWTH);
    expect(isLinear, JSON.stringify(text(60))).to.equal(true);
  };

  it('takes time in proportion to a text of 256 KB, whatever it repeats', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 4 }), (parts) => {
        expectLinear((size) => filled(parts.join(''), size));
      }),
      { numRuns: 30 },
    );
  });

  it('takes time in proportion to the spaces, quotes and digits behind the name of a secret', function () {
    this.timeout(120_000);
    for (const name of ['access id', 'password', 'パスワードは', 'tel', 'contract', 'token:'])
      for (const unit of [' ', '"', '1', '- ', '\n', 'x', 'はが', '(', '1 '])
        expectLinear((size) => `${name}${filled(unit, size)}x 1`);
  });
});
