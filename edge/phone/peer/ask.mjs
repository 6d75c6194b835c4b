// Asks Google's own libphonenumber (npm `google-libphonenumber`: its code and metadata, compiled by its authors' tools)
// what it makes of its example numbers, each type of every region in each of its forms, and of random changes to them.
//
//     node edge/phone/peer/ask.mjs MUTATIONS SEED
//
// Writes lines `kind TAB region TAB text TAB answer`: `example` or `changed`, and the E.164 form of a number that it holds
// possible, or a dash.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil } = require("google-libphonenumber");
const library = PhoneNumberUtil.getInstance();
const [mutations, seed] = process.argv.slice(2).map(Number);

const answer = (region, text) => {
  try {
    const number = library.parse(text, region);
    return library.isPossibleNumber(number) ? library.format(number, PhoneNumberFormat.E164) : "-";
  } catch {
    return "-";
  }
};

// mulberry32: the same numbers from the same seed, on every machine.
let state = seed;
const random = (below) => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
};
const one = (list) => list[random(list.length)];

const regions = library.getSupportedRegions().sort();
const types = [...new Set(Object.values(PhoneNumberType))].filter((type) => type !== PhoneNumberType.UNKNOWN);
const examples = [];
for (const region of regions) {
  for (const type of types) {
    const number = library.getExampleNumberForType(region, type);
    if (!number) continue;
    for (const format of Object.values(PhoneNumberFormat)) examples.push([region, library.format(number, format)]);
  }
}

// What hands and clipboards do to a number. Each takes a text and gives another.
const digitsAs = (zero) => (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const at = (text) => random(text.length + 1);
const CHANGES = [
  // A digit is another, is missing, is doubled, is one too many, has changed places.
  (text) => text.replace(/\d/g, (digit) => (random(6) ? digit : String(random(10)))),
  (text) => { const place = at(text); return text.slice(0, place) + text.slice(place + 1); },
  (text) => { const place = at(text); return text.slice(0, place) + random(10) + text.slice(place); },
  (text) => { const place = at(text); return text.slice(0, place) + text.slice(place, place + 2).split("").reverse().join("") + text.slice(place + 2); },
  (text) => text.slice(0, 1 + random(text.length)),
  (text) => text + random(1000),
  // It is written otherwise.
  (text) => { const place = at(text); return text.slice(0, place) + one([" ", "-", ".", "/", "(", ")", "\u00a0", "\u2011", "\u200b"]) + text.slice(place); },
  (text) => text.replace(/[^\d+]/g, ""),
  (text) => text.replace(/^\+/, one(["00", "011", "++", "+ ", "(+"])),
  (text) => one(["0", "00", "1", "8", "+", "+0", "(0)", "0-"]) + text,
  (text) => text.replace(/^(\+\d{1,3})/, "$1 (0)"),
  digitsAs(0x660), digitsAs(0x6f0), digitsAs(0xff10), digitsAs(0x966),
  (text) => `\u202a${text}\u202c`,
  // Something stands with it.
  (text) => text + one([" x12", ";ext=3", ", 45", "#", " ext. 7"]),
  (text) => { const place = at(text); return text.slice(0, place) + one(["a", "O", "*", ";", "ø", "x"]) + text.slice(place); },
  // It is typed in another country.
  (text) => text,
];

const asked = new Map();
const ask = (kind, region, text) => {
  const question = `${region}\t${text}`;
  if (!asked.has(question)) asked.set(question, `${kind}\t${question}\t${answer(region, text)}`);
};
examples.forEach(([region, text]) => ask("example", region, text));
const until = asked.size + mutations;
while (asked.size < until) {
  let [region, text] = one(examples);
  for (let times = 1 + random(2); times > 0; times -= 1) text = one(CHANGES)(text);
  if (!random(8)) region = one(regions);
  ask("changed", region, text);
}
process.stdout.write([...asked.values()].join("\n") + "\n");
