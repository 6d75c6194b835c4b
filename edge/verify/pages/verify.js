// The page that checks exports and receipts. It reads the file piece by piece, hands each to the checker (Rust, compiled
// to WASM, inside this very script) and says in words what came out. It connects to nothing; its policy would not let it.

import init, { Check } from 'jatak-verify';
import { locales, program } from 'jatak-verify-data';

// How much is checked before the page may be drawn again is told by the clock; this is how often the clock is looked at.
const SLICE = 256 * 1024;
// Longer than this the page would feel stuck: two frames.
const PATIENCE = 33;

// English in the way of the country that the pages' wording is in; Arabic with the digits of everything else here.
const REGIONS = { en: 'en-GB', ar: 'ar-u-nu-latn' };
// What browsers may still call Hebrew and Indonesian.
const FORMER = { iw: 'he', in: 'id' };
// The scripts that are written from right to left.
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const find = (selector) => document.querySelector(selector);
const form = find('form');
const [file, key, earlier] = ['#file', '#key', '#earlier'].map(find);
const [verdict, facts] = ['#verdict', '#facts'].map(find);
const [running, bar, done, drop] = ['.running', '#progress', '#done', '.drop'].map(find);

let locale;
// As dates and numbers are written: see `REGIONS`.
let region;
let words;
let faults;
let found;
let run;

// A value among words of the other direction is a piece by itself, so that neither turns the other.
const apart = (text) => (document.documentElement.dir === 'rtl' || RTL.test(text) ? `\u2068${text}\u2069` : text);
const fill = (text, slots = {}) => text.replace(
  /\{(\w+)\}/g,
  (whole, slot) => (slot in slots ? apart(slots[slot]) : whole),
);
const number = (value) => value.toLocaleString(region);
const numbers = (slots) => Object.fromEntries(
  Object.entries(slots).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]),
);

// Bytes as people read them.
const size = (bytes) => {
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toLocaleString(region, { maximumFractionDigits: 1 })} ${units[unit]}`;
};

const moment = (time, timeZone) => new Intl.DateTimeFormat(region, {
  year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit',
  hourCycle: 'h23', timeZone, timeZoneName: 'short',
}).format(new Date(time));

const make = (tag, name, ...content) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
};

const code = (text) => {
  const element = make('code', '', text);
  element.dir = 'ltr';
  return element;
};

// A fact; none where there is nothing to say.
const fact = (name, value) => (value ? [make('div', '', make('dt', '', words[name]), make('dd', '', value))] : []);

const listed = (texts) => texts && texts.length && make('ul', '', ...texts.map((text) => make('li', '', text)));

const judge = (kind, heading, ...sentences) => {
  const box = make('section', `verdict ${kind}`, make('h2', '', heading));
  box.append(...sentences.map((text, at) => make('p', kind === 'bad' && at === 0 ? 'first' : '', text)));
  verdict.replaceChildren(box);
};

const exportFacts = (is) => [
  ...fact('fact_events', is.partial ? fill(words.fact_events_of, numbers(is)) : number(is.events)),
  ...fact('fact_erased', is.erased > 0 ? fill(words.fact_erased_text, { events: number(is.erased) }) : number(0)),
  ...fact('fact_evidence_gone', is.evidence_gone > 0 && number(is.evidence_gone)),
  ...fact('fact_epochs', is.epochs.length > 0 && fill(words.fact_epochs_text, {
    events: is.epochs.map(number).join(', '),
  })),
  ...fact('fact_span', is.span && fill(words.fact_span_text, {
    from: moment(is.span[0], 'UTC'), to: moment(is.span[1], 'UTC'),
  })),
];

const receiptFacts = (is) => {
  const quote = is.wording && make('span', '', is.wording);
  if (quote) Object.assign(quote, { lang: is.language, dir: 'auto' });
  return [
    ...fact('fact_business', is.business && is.business.map(apart).join(', ')),
    ...fact('fact_number', is.number && code(is.number)),
    ...fact('fact_given', listed(is.given)),
    ...fact('fact_withdrawn', listed([...is.withdrawn || [], ...is.everything ? [words.fact_everything] : []])),
    ...fact('fact_kind', !is.given && code(is.what)),
    ...fact('fact_when', moment(is.when, 'UTC')),
    ...fact('fact_page', is.page && make('bdi', '', is.page)),
    ...fact('fact_wording', quote),
    ...fact('fact_witnesses', is.witnessed_by.length > 0 && fill(words.fact_witnesses_text, {
      names: is.witnessed_by.join(', '),
    })),
    ...fact('fact_place', fill(words.fact_place_text, numbers(is))),
  ];
};

// Says what came out, in the page's language.
const tell = () => {
  verdict.replaceChildren();
  facts.replaceChildren();
  facts.hidden = true;
  if (!found) return;
  const { is, name, bytes, at } = found;
  if (is.said) {
    judge(is.kind, words[is.said]);
    return;
  }
  if (is.fault) {
    const where = is.line ? [fill(words.bad_line, numbers(is))] : [];
    const first = [...where, fill(faults[is.fault], numbers(is.slots))].join(': ');
    // What is no fault of the file asks for something else.
    const asked = ['only_exports', 'incomparable'].includes(is.fault);
    judge(asked ? 'doubt' : 'bad', asked ? words.cancelled : words.bad, first, ...asked ? [] : [words.bad_text]);
  } else {
    const whole = is.partial ? 'partial_good_text' : `${is.kind}_good_text`;
    const shown = [fill(words[whole], numbers(is))];
    if (is.extends !== null && is.extends !== undefined) {
      shown.push(fill(words.extends, { events: number(is.extends) }));
    }
    if (is.key_known) judge('good', words[is.partial ? 'receipt_good' : `${is.kind}_good`], ...shown);
    else judge('doubt', words.key_unknown, words.key_unknown_text, ...shown);
  }
  facts.append(
    ...fact('fact_file', `${apart(name)} (${size(bytes)})`),
    ...fact('fact_checked', moment(at)),
    ...is.fault ? [] : (is.kind === 'export' ? exportFacts : receiptFacts)(is),
    ...fact('fact_log', is.log && code(is.log)),
    ...fact('fact_root', is.root && code(is.root)),
    ...fact('fact_key', is.key && code(is.key)),
  );
  facts.hidden = false;
};

const refuse = (input, text = '') => {
  find(`#${input.id}-error`).textContent = text;
  input.setAttribute('aria-invalid', String(Boolean(text)));
  if (!text) return;
  const more = input.closest('details');
  if (more) more.open = true;
  input.focus();
};

const name = () => {
  const [chosen] = file.files;
  drop.querySelector('p').textContent = chosen ? `${apart(chosen.name)} (${size(chosen.size)})` : words.drop;
};

// Lets the page be drawn and listened to. Timers that follow each other are held back by browsers; messages are not.
const turn = () => new Promise((go) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); go(); };
  port2.postMessage(0);
});

// The program is spelled out in the script, each byte as the character that many places behind `0`.
const start = () => init({ module_or_path: Uint8Array.from(program, (char) => char.charCodeAt(0) - 48) });
let ready;

// Reads and checks it all; the verdict, or nothing where it was stopped.
const work = async (check, chosen, mine) => {
  const reader = chosen.stream().getReader();
  let bytes = 0;
  let drawn = performance.now();
  const show = () => {
    bar.value = chosen.size ? bytes / chosen.size : 0;
    done.textContent = fill(words.progress, { done: size(bytes), size: size(chosen.size) });
  };
  show();
  for (;;) {
    const step = await reader.read();
    if (step.done) return check.finish();
    for (let at = 0; at < step.value.length; at += SLICE) {
      const piece = step.value.subarray(at, at + SLICE);
      const bad = check.push(piece);
      bytes += piece.length;
      if (bad || mine.stopped) {
        check.free();
        reader.cancel();
        return bad;
      }
      if (performance.now() - drawn > PATIENCE) {
        show();
        await turn();
        drawn = performance.now();
      }
    }
  }
};

const begin = async (chosen) => {
  const mine = { stopped: false };
  run = mine;
  const told = { name: chosen.name, bytes: chosen.size, at: Date.now() };
  try {
    ready = ready || start();
    await ready;
  } catch (broken) {
    ready = undefined;
    return { is: { said: 'error_program', kind: 'doubt' } };
  }
  let check;
  try {
    check = new Check(key.value, earlier.value);
  } catch (unfit) {
    if (unfit === 'key') refuse(key, words.error_key);
    else refuse(earlier, words.error_earlier);
    return undefined;
  }
  try {
    const text = await work(check, chosen, mine);
    return text ? { is: JSON.parse(text), ...told } : { is: { said: 'cancelled', kind: 'doubt' } };
  } catch (broken) {
    return { is: { said: 'error_read', kind: 'doubt' } };
  }
};

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (run) return;
  [file, key, earlier].forEach((input) => refuse(input));
  found = undefined;
  tell();
  const [chosen] = file.files;
  if (!chosen) {
    refuse(file, words.error_file_missing);
    return;
  }
  running.hidden = false;
  found = await begin(chosen);
  running.hidden = true;
  run = undefined;
  tell();
  if (found) verdict.scrollIntoView({ block: 'nearest' });
});

find('[data-cancel]').addEventListener('click', () => { if (run) run.stopped = true; });
file.addEventListener('change', () => { refuse(file); name(); });

// A file dropped beside the box counts too; the browser would otherwise leave the page and show it.
['dragover', 'dragleave', 'drop'].forEach((kind) => document.addEventListener(kind, (event) => {
  drop.classList.toggle('over', kind === 'dragover');
  if (event.target === file || kind === 'dragleave') return;
  event.preventDefault();
  if (kind === 'drop' && event.dataTransfer.files.length) {
    file.files = event.dataTransfer.files;
    refuse(file);
    name();
  }
}));

// The page in another language, with all that was typed and found.
const speak = (wanted) => {
  locale = wanted;
  region = REGIONS[locale] || locale;
  const { dir, words: its, faults: wrong, skip, language } = locales[locale];
  words = { ...its, skip };
  faults = wrong;
  document.documentElement.lang = locale;
  document.documentElement.dir = dir;
  document.title = `${words.title} – Jatak`;
  document.querySelectorAll('[data-text]').forEach((element) => { element.textContent = words[element.dataset.text]; });
  const nav = find('nav');
  nav.setAttribute('aria-label', language);
  nav.querySelector('summary').textContent = locales[locale].name;
  nav.querySelectorAll('a').forEach((link) => {
    if (link.lang === locale) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
  name();
  tell();
};

Object.entries(locales).forEach(([one, { name: native }]) => {
  const link = make('a', '', native);
  link.href = `?locale=${one}`;
  link.lang = one;
  link.hreflang = one;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    speak(one);
    find('nav details').open = false;
    find('nav summary').focus();
  });
  find('nav ul').append(make('li', '', link));
});
// A language is known by its first part, whatever the country.
const known = (tag) => {
  const [primary] = (tag || '').toLowerCase().split(/[-_]/);
  return Object.keys(locales).find((code) => code.split('-')[0] === (FORMER[primary] || primary));
};
const asked = [new URLSearchParams(location.search).get('locale'), ...navigator.languages];
speak(asked.map(known).find(Boolean) || 'en');
form.hidden = false;
