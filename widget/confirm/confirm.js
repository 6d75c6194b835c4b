// The last step of a yes that is confirmed in WhatsApp, fetched when there is one: what to send, and what became of it.
//
// The words come with the answer, in the notice's language. Everything is made as elements, since a page may refuse markup.

// How long to wait between two questions, in milliseconds: a shopper learns of it within three seconds, and nobody asks
// more than once in one.
const RHYTHM = 1500;

// When to stop asking whatever is answered: a code lives a quarter of an hour.
const LONGEST = 16 * 60 * 1000;

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

// Shows after `before` how to confirm, and waits for it. `tell` tells the page.
export const confirm = (before, data, verification, tell) => {
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

  const ask = async (more) => {
    const answer = await fetch(`${data.edge}/v1/${data.business}/verifications`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(Object.assign({ secret: verification.secret }, more)),
    });
    return answer.status === 404 ? { state: 'expired' } : answer.ok ? answer.json() : {};
  };

  const begun = Date.now();
  let asking;
  let busy = false;
  const settle = (state) => {
    clearTimeout(asking);
    document.removeEventListener('visibilitychange', look);
    steps.remove();
    status.textContent = text[state];
    tell(state, {});
  };
  // Asks once, and again after a while. What is not answered is asked again: a line may be lost for a while.
  const look = async (more) => {
    clearTimeout(asking);
    if (!section.isConnected) return document.removeEventListener('visibilitychange', look);
    // Whoever is in WhatsApp sees nothing here; the first look back asks at once.
    if (document.hidden || busy) return undefined;
    busy = true;
    const answer = await ask(more && more.draw ? more : {}).catch(() => ({}));
    busy = false;
    const state = answer.state;
    if (answer.qr && !code.firstChild) code.append(make('p', { textContent: text.scan }), draw(answer.qr));
    if (state === 'confirmed' || state === 'expired') return settle(state);
    if (Date.now() - begun > LONGEST) return settle('expired');
    clearTimeout(asking);
    asking = setTimeout(look, RHYTHM);
    return undefined;
  };
  document.addEventListener('visibilitychange', look);
  look(matchMedia(WIDE).matches && { draw: verification.url });
  return heading;
};

// Says yes without a number: the ticks wait for a message, whose number it will be. Shows an error by its code.
export const offer = async (form, data, ticked, tell, fail) => {
  const categories = ticked();
  if (!categories.length) return fail(['category_none']);
  const offered = data.offered;
  [offered, categories].forEach((list) => { list.toJSON = 0; });
  const page = location.href.split(/[?#]/)[0];
  let status = 0;
  try {
    const answer = await fetch(`${data.edge}/v1/${data.business}/offers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ notice: data.notice.id, offered, categories, page }),
    });
    status = answer.status;
    const body = await answer.json();
    if (status !== 201) return fail([body.code in data.notice.labels.errors ? body.code : status < 500 ? 'refused' : 'unavailable']);
    form.hidden = true;
    confirm(form, data, body, tell).focus();
  } catch (lost) {
    fail([navigator.onLine ? 'unavailable' : 'offline']);
  }
  return undefined;
};
