// FIPS 180-4. The browser's own is not to be had on plain HTTP, which a bureau's network may well be: crypto.subtle needs a secure context.
const bits = (part: number) => Math.floor((part - Math.floor(part)) * 2 ** 32);
const primes = Array.from({ length: 310 }, (_, at) => at + 2)
  .filter((one, _, all) => all.every((other) => other >= one || one % other !== 0));
const begin = primes.slice(0, 8).map((prime) => bits(Math.sqrt(prime)));
const rounds = primes.slice(0, 64).map((prime) => bits(Math.cbrt(prime)));
const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  const hash = Uint32Array.from(begin);
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.byteLength; block += 64) {
    let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
    for (let at = 0; at < 64; at++) {
      const [near, far] = [words[at - 2] ?? 0, words[at - 15] ?? 0];
      const mixed = (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10)) + (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3));
      words[at] = at < 16 ? padded.getUint32(block + at * 4) : words[at - 16]! + words[at - 7]! + mixed;
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]!;
      const other = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(one + other) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => {
      hash[at]! += word;
    });
  }
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}
