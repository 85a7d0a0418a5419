import { BarcodeFormat, QRCodeWriter } from '@zxing/library';
import { expect, test } from 'vitest';
import { decodeCode } from '@/Licences/decodeCode';
import { namedBy } from '@/Licences/licenceCode';

test.each([
  ['91310118631656145F', { creditCode: '91310118631656145F' }],
  [' 91310118631656145f ', { creditCode: '91310118631656145F' }],
  ['http://www.gsxt.gov.cn/index.html?uniscid=91310118631656145F&province=310000', { creditCode: '91310118631656145F' }],
  ['XK18-978-00001', { licence: 'XK18-978-00001' }],
  ['（沪）XK18-978-00001', { licence: '(沪)XK18-978-00001' }],
  ['https://example.gov.cn/xkz?no=%28%E6%B2%AA%29XK18-978-00001', { licence: '(沪)XK18-978-00001' }],
  ['SC11131011800012', { licence: 'SC11131011800012' }],
  ['2024010902345678', { licence: '2024010902345678' }],
  [
    'http://www.gsxt.gov.cn/?t=2026112908150000&uniscid=91310118631656145F',
    { licence: '2026112908150000', creditCode: '91310118631656145F' },
  ],
  ['100%正品', {}],
  ['91310118631656145FA', {}],
])('the code %j names %j', (text, named) => expect(namedBy(text)).toEqual(named));

/** A picture of a code, black on white, as a camera would give it. */
function pictureOf(text: string, size: number) {
  const code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, size, size, new Map());
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (code.get(x, y)) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  }
  return { data, width: size, height: size };
}

test('a code is read from a picture where the browser reads none', () => {
  const text = 'http://www.gsxt.gov.cn/?uniscid=91310118631656145F';
  expect(decodeCode(pictureOf(text, 400))).toBe(text);
});

test('a picture without a code says nothing', () => {
  expect(decodeCode({ data: new Uint8ClampedArray(200 * 200 * 4).fill(200), width: 200, height: 200 })).toBeNull();
});
