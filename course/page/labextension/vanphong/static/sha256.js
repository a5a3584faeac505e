/* SHA-256 (FIPS 180-4) in plain JavaScript: crypto.subtle is missing on plain http hosts. */

const firstBits = number => Math.floor((number - Math.floor(number)) * 2 ** 32);

const primes = [];
for (let candidate = 2; primes.length < 64; candidate++) {
  if (primes.every(prime => candidate % prime)) {
    primes.push(candidate);
  }
}
const START = primes.slice(0, 8).map(prime => firstBits(Math.sqrt(prime)));
const ROUND = primes.map(prime => firstBits(Math.cbrt(prime)));

const turn = (word, count) => (word >>> count) | (word << (32 - count));

/** The SHA-256 of bytes (Uint8Array) as 64 hexadecimal digits. */
export function sha256(bytes) {
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const state = Int32Array.from(START);
  for (let block = 0; block < padded.length; block += 64) {
    addBlock(state, view, block);
  }
  return Array.from(state, word => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function addBlock(state, view, block) {
  const words = new Int32Array(64);
  for (let i = 0; i < 64; i++) {
    words[i] = i < 16 ? view.getInt32(block + 4 * i) : mixed(words, i);
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const one =
      h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + words[i];
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] += word;
  });
}

function mixed(words, i) {
  const early = words[i - 15];
  const late = words[i - 2];
  return (
    (words[i - 16] +
      (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
      words[i - 7] +
      (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10))) |
    0
  );
}
