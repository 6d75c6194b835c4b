// The last step of a yes that is confirmed in WhatsApp, fetched when there is one: what to send, and what became of it.
//
// The words come with the answer, in the notice's language. Everything is made as elements, since a page may refuse markup.
// `own` is what the form goes by; `widget/loader/form.js` says what each member is.

// How long to wait between two questions, in milliseconds: a shopper learns of it within three seconds, and nobody asks
// more than once in one, whatever the page is brought to do.
const RHYTHM = 1500;
const LEAST = 1000;

// How long to go on asking without being asked to: a code lives a quarter of an hour. After that only whoever looks at the page
// again has it ask.
const LONGEST = 16 * 60 * 1000;

// How long an answer may take.
const PATIENCE = 10000;

// A screen so wide is hardly the telephone that WhatsApp is on.
const WIDE = '(min-width: 600px)';

const make = (name, members, ...children) => {
  const element = Object.assign(document.createElement(name), members);
  element.append(...children);
  return element;
};

// The code as a drawing. A long message makes many squares; a telephone reads them from four pixels each on.
const draw = (qr) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${qr.size} ${qr.size}`);
  svg.setAttribute('aria-hidden', 'true');
  Object.assign(svg.style, { display: 'block', width: `${Math.max(300, 4 * qr.size)}px`, maxWidth: '100%', background: '#fff' });
  const modules = document.createElementNS(svg.namespaceURI, 'path');
  modules.setAttribute('d', qr.path);
  svg.append(modules);
  return svg;
};

// Posts JSON to the edge and reads the answer: status 0 where none came.
const post = async (data, path, body) => {
  const patience = new AbortController();
  const over = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(`${data.edge}/v1/${data.business}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: patience.signal,
    });
    return { status: answer.status, body: await answer.json() };
  } catch (lost) {
    return { status: 0, body: {} };
  } finally {
    clearTimeout(over);
  }
};

// Shows how to confirm, after `before`, and waits for it.
const waitFor = (own, verification, before) => {
  const text = verification.text;
  const link = make('a', { className: 'go', href: verification.url, target: '_blank', rel: 'noopener noreferrer', textContent: text.open });
  link.setAttribute('part', 'button');
  const status = make('p', { textContent: text.waiting });
  status.setAttribute('role', 'status');
  const code = make('div', {});
  const steps = make('div', {}, make('p', { textContent: text.explanation }), link, code);
  const heading = make('h2', { className: 'heading', textContent: text.heading, tabIndex: -1 });
  heading.setAttribute('part', 'heading');
  const section = make('section', {}, heading, steps, status);
  // Set as properties, which no policy on styles refuses; the colours are the form's own.
  Object.assign(steps.style, { display: 'grid', gap: '0.25em', margin: '0.25em 0 1em' });
  Object.assign(heading.style, { fontSize: '1.125em' });
  Object.assign(section.style, { margin: '1em 0', padding: '1em', border: '1px solid var(--edge)', borderRadius: 'calc(var(--round) * 0.75)', background: 'var(--tint)' });
  before.after(section);
  const root = section.getRootNode();

  const begun = Date.now();
  const wide = matchMedia(WIDE).matches;
  let asking;
  let asked = 0;
  let busy = false;
  const end = () => {
    clearTimeout(asking);
    document.removeEventListener('visibilitychange', look);
  };
  const settle = (state) => {
    end();
    if (state === 'expired') {
      // Where the focus is in what goes, it must not go with it; whoever is elsewhere on the page hears of it by its role.
      const isHere = root.activeElement;
      // The form again, unticked: it is asked for anew.
      own.again();
      const said = own.find('.changed');
      said.textContent = text.expired;
      said.hidden = false;
      if (isHere) said.focus();
    } else {
      // What has the focus goes, and the focus must not go with it.
      if (steps.contains(root.activeElement)) heading.focus();
      steps.remove();
      status.textContent = text[state];
    }
    own.tell(state, {});
  };
  // Asks once, and again after a while. What is not answered is asked again: a line may be lost for a while.
  const look = async () => {
    clearTimeout(asking);
    const wait = (time) => { asking = setTimeout(look, time); };
    const isOver = Date.now() - begun > LONGEST;
    // A form that was replaced has another question. One that is out of the page may come back, but is not waited for
    // for ever.
    if (!root.contains(section) || (isOver && !section.isConnected)) {
      end();
      return;
    }
    // Whoever is in WhatsApp sees nothing here; the first look back asks at once.
    if (document.hidden || busy) return;
    if (!section.isConnected) {
      wait(RHYTHM);
      return;
    }
    const soon = asked + LEAST - Date.now();
    if (soon > 0) {
      wait(soon);
      return;
    }
    asked = Date.now();
    busy = true;
    const question = { secret: verification.secret };
    if (wide && !code.firstChild) question.draw = verification.url;
    const answer = await post(own.data, 'verifications', question);
    busy = false;
    if (answer.body.qr && !code.firstChild) code.append(make('p', { textContent: text.scan }), draw(answer.body.qr));
    const state = answer.status === 404 ? 'expired' : answer.body.state;
    if (state === 'confirmed' || state === 'expired') settle(state);
    else if (Date.now() - begun < LONGEST) wait(RHYTHM);
  };
  document.addEventListener('visibilitychange', look);
  look();
  return heading;
};

// Shows the last step of a submission, above what its receipt says.
export const confirm = (own, verification) => { waitFor(own, verification, own.find('#jatak-done')); };

// The forms whose offer is being made.
const making = new WeakSet();

// Says yes without a number: the ticks wait for a message, whose number it will be.
export const offer = async (own) => {
  const data = own.data;
  const link = own.link;
  const form = own.find('form');
  if (making.has(form) || link.pending) return;
  const fail = (code) => {
    own.showErrors([code]);
    // The WASM knows nothing of this error, so whatever is done about it takes it away.
    form.addEventListener('input', () => own.showErrors([]), { once: true });
  };
  const categories = link.ticked();
  if (!categories.length) {
    fail('category_none');
    return;
  }
  making.add(form);
  const button = own.find('.offer button');
  const said = button.textContent;
  button.textContent = data.notice.labels.sending;
  const offered = data.offered;
  const context = (own.options.context ? [].concat(own.options.context).join(' ').split(/[\s,]+/).filter(Boolean) : []).slice(0, 5);
  // Some old libraries give every array a JSON form of their own.
  [offered, categories, context].forEach((list) => { list.toJSON = 0; });
  const page = location.href.split(/[?#]/)[0];
  const answer = await post(data, 'offers', { notice: data.notice.id, offered, categories, page, context });
  const status = answer.status;
  const body = answer.body;
  making.delete(form);
  button.textContent = said;
  if (status === 201) {
    form.hidden = true;
    // A yes that waits stays on show, as a recorded one does.
    link.waits = true;
    waitFor(own, body, form).focus();
  } else if (body.code !== 'notice_outdated' || !(await own.renew(body.current))) {
    const known = body.code in data.notice.labels.errors;
    fail(known ? body.code : !status && !navigator.onLine ? 'offline' : !status || status > 499 ? 'unavailable' : 'refused');
  }
};
