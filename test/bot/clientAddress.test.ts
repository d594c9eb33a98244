import { expect } from 'chai';
import { networkOf } from '../../bot/clientAddress.js';

describe('The address that is counted', () => {
  for (const [address, counted] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:DB8:0001:0002:ffff::', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['unknown', 'unknown'],
    ['', ''],
  ] as const) {
    it(`of ${address || 'nobody'} is ${counted || 'nobody’s'}`, () => {
      expect(networkOf(address)).to.equal(counted);
    });
  }

  it('is short, whatever a proxy says', () => {
    expect(networkOf('x'.repeat(10_000)).length).to.be.below(100);
  });
});
