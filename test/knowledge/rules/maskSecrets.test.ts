import { expect } from 'chai';
import fc from 'fast-check';
import { maskSecrets } from '../../../knowledge/rules/maskSecrets.js';

describe('maskSecrets', () => {
  for (const [secret, text, masked] of [
    ['an Access ID', 'Access ID: A1234567', 'Access ID: ••••'],
    ['a Contract ID in a sentence', 'our contract ID is 00123456.', 'our contract ID is ••••.'],
    ['both in one name', 'Access ID/Contract ID: 9912-3344-A', 'Access ID/Contract ID: ••••'],
    ['a Japanese Access ID', 'アクセス IDは1234567です', 'アクセス IDは••••です'],
    ['a Contract ID in wide letters', '契約ＩＤ：ＡＢ１２３４５６', '契約ID:••••'],
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
    '',
  ]) {
    it(`leaves "${text}" as it is`, () => {
      expect(maskSecrets(text)).to.equal(text);
    });
  }

  it('masks nothing more in what it has masked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(maskSecrets(maskSecrets(text))).to.equal(maskSecrets(text));
      }),
    );
  });

  it('takes a long paste in one go', () => {
    for (const unit of ['0', '0-', 'a@', 'access id ', 'password is ', 'ABCDE-', '(', '+1 ']) {
      expect(maskSecrets(unit.repeat(200_000 / unit.length))).to.be.a('string');
    }
  });
});
