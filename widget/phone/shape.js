// Shaping a number while it is typed: spaces and signs are put where the country puts them, and nothing else is touched.
// No digit is ever added, dropped or changed, also none of another script; what fits no shape stays as it was typed.

// A decimal digit of any script.
const DIGIT = /\p{Nd}/u;

// What may stand between digits and be moved: spaces, dashes, dots, slashes, brackets, marks that show nothing.
const LOOSE = /^[\s\-‐-―−ー－.．/／()（）[\]［］~·\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/;

// The value of a digit, in ASCII. Every script has its ten digits in a row.
const ascii = (digit) => {
  const point = digit.codePointAt(0);
  let zero = point;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
};

// The characters of `text` that count: its digits, and a plus.
export const counting = (text) => [...text].filter((char) => DIGIT.test(char) || /[+＋]/.test(char));

// The digits of `text` in ASCII, after a plus where one stands first.
export const plain = (text) => counting(text).map((char) => (DIGIT.test(char) ? ascii(char) : '+')).join('');

const fits = (pattern, text) => RegExp(`^(?:${pattern})$`).test(text);
const begins = (pattern, text) => RegExp(`^(?:${pattern})`).test(text);
const put = (text, pattern, way) => text.replace(RegExp(`^(?:${pattern})$`), way);

// The whole of `number` in this format.
const whole = (number, format, way) => {
  const last = format.leading[format.leading.length - 1] || '';
  return begins(last, number) && fits(format.pattern, number) ? put(number, format.pattern, way) : '';
};

// The beginning of a number in this format: nines stand for the digits that the pattern takes at most.
const part = (number, format, way) => {
  const pattern = format.pattern;
  if (pattern.includes('|') || (number.length > 2 && !begins(format.leading[0] || '', number))) return '';
  const any = pattern.replace(/\[[^\]]*\]/g, '\\d').replace(/\d(?=[^,}][^,}])/g, '\\d');
  const nines = ('9'.repeat(15).match(RegExp(`^(?:${any})`)) || [''])[0];
  if (nines.length < number.length) return '';
  let at = 0;
  let end = 0;
  const filled = put(nines, any, way).replace(/9/g, (nine, place) => {
    if (at === number.length) return nine;
    end = place + 1;
    at += 1;
    return number[at - 1];
  });
  return filled.slice(0, end);
};

// `digits` as the first format says that takes the whole of them, or else as the first that they can be the beginning of;
// `abroad` says whether they stand after a calling code. A trunk prefix is not part of what a format takes.
const written = (digits, rules, abroad) => {
  for (const write of [whole, part]) {
    for (const format of rules.formats) {
      for (const way of abroad ? [...format.written].reverse() : format.written) {
        const trunk = way.split('$')[0].replace(/\D/g, '') || rules.trunk;
        const cut = !abroad && digits.startsWith(trunk) ? trunk.length : 0;
        for (const from of [cut, 0]) {
          const text = from < digits.length && write(digits.slice(from), format, way);
          const found = text && [text, `${trunk} ${text}`].find((one) => one.replace(/\D/g, '') === digits);
          if (found) return found;
        }
      }
    }
  }
  return '';
};

// `text`, a number as far as it is typed, in the shape that `rules` give it.
export const shape = (text, rules) => {
  const bare = text.replace(/^\s*tel:/i, '');
  const own = counting(bare);
  const rest = [...bare].filter((char) => !own.includes(char)).join('');
  // A zero in brackets is dialled or not, depending on from where: only the edge can tell.
  if (!LOOSE.test(rest) || /[(（]0[)）]/.test(bare)) return text;
  const number = plain(bare);
  const abroad = number[0] === '+';
  const digits = number.slice(abroad ? 1 + rules.code.length : 0);
  if (number.lastIndexOf('+') > 0 || !number.startsWith(abroad ? `+${rules.code}` : '')) return text;
  const shaped = digits && written(digits, rules, abroad);
  if (!shaped) return text;
  const all = abroad ? `+${rules.code} ${shaped}` : shaped;
  let at = 0;
  return all.replace(/[+\d]/g, () => own[at++]);
};
