// The export page: fetches the file with the key in a header and saves it. The key is held by its field alone; it is
// stored nowhere, and stands in no address.

const form = document.querySelector('form.export');
const texts = form.dataset;
const find = (selector) => form.querySelector(selector);
const field = (name) => form.elements[name];
const start = find('[type=submit]');
const stop = find('[data-cancel]');
const progress = find('.progress');
const bar = find('.bar');

// How much is held as separate pieces before it becomes one that the browser may move to disk: 8 MB.
const PIECE = 8 * 1024 * 1024;

let running;

// As numbers are written: Arabic with the digits of everything else here.
const language = document.documentElement.lang.replace(/^ar$/, 'ar-u-nu-latn');

// A value among words from right to left is a piece by itself, so that neither turns the other.
const apart = (value) => (document.dir === 'rtl' ? `\u2068${value}\u2069` : value);
const fill = (text, slot, value) => text.replace(`{${slot}}`, apart(value));

// Bytes as people read them.
const size = (bytes) => {
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toLocaleString(language, { maximumFractionDigits: 1 })} ${units[unit]}`;
};

const say = (text) => { progress.textContent = text; };

const number = (value) => value.toLocaleString(language);

// How often progress is told: often enough to see it move, seldom enough to be read aloud.
const TELL = 1000;

// The number of the last event in a piece of the file, where it tells: in the leaf of a line, or a row's third cell.
// Looked for in the last bytes only: an event with evidence takes two kilobytes.
const reached = (piece) => {
  const text = new TextDecoder().decode(piece.subarray(-8192));
  const found = [...text.matchAll(/,"seq":(\d+),"v":|\n[a-z0-9-]+[,;\t][0-9a-f-]*[,;\t](\d+)[,;\t]/g)].pop();
  return found ? Number(found[1] || found[2]) : 0;
};

// Shows how far it is: by the number of the event where the file holds events, else by bytes alone.
const tell = (bytes, seq, total) => {
  if (seq && total) {
    bar.max = total;
    bar.value = Math.min(seq, total);
    const text = fill(fill(texts.through, 'seq', number(bar.value)), 'total', number(total));
    say(fill(text, 'size', size(bytes)));
  } else {
    bar.removeAttribute('value');
    say(fill(texts.progress, 'size', size(bytes)));
  }
};

// Shows an error at `place`, or beside the key where it is about the key.
const refuseAt = (place, text, aboutKey) => {
  find('#key-error').textContent = aboutKey ? text : '';
  place.textContent = aboutKey ? '' : text;
  field('key').setAttribute('aria-invalid', String(Boolean(aboutKey && text)));
};

// Shows an error of the export: beside the key where it is about the key, else above the button.
const refuse = (text, aboutKey) => {
  refuseAt(find('#error'), text, aboutKey);
  if (text) (aboutKey ? field('key') : start).focus();
};

// What an answer that is none means, and whether it is about the key.
const meaningOf = (status) => {
  if (status === 401) return [texts.keyUnknown, true];
  if (status === 403) return [texts.scope, true];
  if (status === 422) return [texts.choice];
  if (status === 429) return [texts.rateLimited];
  return [texts.other];
};

// A call with the key, which travels in a header and is kept nowhere.
const call = (url, key, signal) => fetch(url, {
  headers: { Authorization: `Bearer ${key}` }, signal, cache: 'no-store', credentials: 'omit',
});

// What is asked for. A delimiter means nothing to a format without one, nor a state to the texts.
const query = () => {
  const query = new URLSearchParams();
  ['kind', 'format', 'delimiter', 'category', 'state', 'from', 'to'].forEach((name) => {
    const input = field(name);
    if (input.value && !input.disabled) query.set(name, input.value);
  });
  return query;
};

const nameOf = (answer) => {
  const found = /filename="?([^";]+)"?/.exec(answer.headers.get('Content-Disposition') || '');
  return found ? found[1] : `export.${field('format').value}`;
};

// Reads the answer to its end, saying how far it has come. A file that breaks off is never saved: it would look whole.
const read = async (answer) => {
  const reader = answer.body.getReader();
  let pieces = [];
  let whole = [];
  let held = 0;
  let bytes = 0;
  let seq = 0;
  let told = 0;
  const total = Number(answer.headers.get('Jatak-As-Of'));
  const events = field('kind').value === 'events';
  for (;;) {
    const step = await reader.read();
    if (step.done) break;
    pieces.push(step.value);
    held += step.value.length;
    bytes += step.value.length;
    if (events) seq = Math.max(seq, reached(step.value));
    if (performance.now() - told > TELL) {
      tell(bytes, seq, total);
      told = performance.now();
    }
    if (held >= PIECE) {
      whole = [new Blob([...whole, ...pieces])];
      pieces = [];
      held = 0;
    }
  }
  tell(bytes, seq, total);
  return new Blob([...whole, ...pieces], { type: answer.headers.get('Content-Type') || '' });
};

const save = (blob, name) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file over by then; a minute is more than any needs.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

const run = async (key, signal) => {
  const answer = await call(`${texts.url}?${query()}`, key, signal);
  if (!answer.ok) {
    say('');
    refuse(...meaningOf(answer.status));
    return;
  }
  const name = nameOf(answer);
  save(await read(answer), name);
  say(fill(texts.done, 'file', name));
};

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (running) return;
  const key = field('key').value.trim();
  refuse('');
  say('');
  if (!key) {
    refuse(texts.keyMissing, true);
    return;
  }
  running = new AbortController();
  stop.hidden = false;
  bar.removeAttribute('value');
  bar.hidden = false;
  try {
    await run(key, running.signal);
  } catch (broken) {
    say(running.signal.aborted ? texts.cancelled : '');
    if (!running.signal.aborted) refuse(texts.offline);
  }
  stop.hidden = true;
  bar.hidden = true;
  running = null;
});

stop.addEventListener('click', () => running && running.abort());

// Consent records are how things stand, so choosing the one chooses the other.
const fit = (event) => {
  const kind = field('kind');
  const format = field('format');
  if (format.value === 'jsonld' && kind.value !== 'state') {
    if (event && event.target === kind) format.value = 'ndjson';
    else kind.value = 'state';
  }
  field('delimiter').disabled = field('format').value !== 'csv';
  field('state').disabled = field('kind').value === 'notices';
};
form.addEventListener('change', fit);
fit();
form.noValidate = true;
form.hidden = false;

// The numbers below: for the days and with the key of the form.
const numbers = document.querySelector('.statistics');
const table = numbers.querySelector('.wide');

// The name of a language in itself, as far as the browser knows it.
const languageOf = (locale) => {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(locale);
  } catch (tooOld) {
    return locale;
  }
};

const row = (day) => {
  const line = document.createElement('tr');
  [day.day, languageOf(day.locale), number(day.shown), number(day.opted_in)].forEach((text, i) => {
    const cell = document.createElement(i ? 'td' : 'th');
    if (!i) cell.scope = 'row';
    if (i === 1) cell.lang = day.locale;
    cell.textContent = text;
    line.append(cell);
  });
  return line;
};

const showNumbers = async () => {
  const key = field('key').value.trim();
  const say = (text, aboutKey) => {
    refuseAt(numbers.querySelector('.error'), text, aboutKey);
    if (aboutKey) field('key').focus();
  };
  const status = numbers.querySelector('[role=status]');
  say('');
  status.textContent = '';
  table.hidden = true;
  if (!key) {
    say(texts.keyMissing, true);
    return;
  }
  const days = new URLSearchParams();
  ['from', 'to'].forEach((name) => field(name).value && days.set(name, field(name).value));
  try {
    const answer = await call(`${numbers.dataset.url}?${days}`, key);
    if (!answer.ok) {
      say(...meaningOf(answer.status));
      return;
    }
    const told = await answer.json();
    table.querySelector('tbody').replaceChildren(...told.days.reverse().map(row));
    table.hidden = !told.days.length;
    status.textContent = told.days.length ? `${told.from} – ${told.to}` : numbers.dataset.none;
  } catch (broken) {
    say(texts.offline);
  }
};

numbers.querySelector('button').addEventListener('click', showNumbers);
numbers.hidden = false;
