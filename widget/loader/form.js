// One form: painting it, sending it, and handing over to the WASM.

import { fetchForm } from './data.js';
import { fetchHelp, fetchWasm } from './live.js';
import { guard } from './guard.js';
import { paint, paintLink } from './paint.js';
import { wasRefused } from './refusals.js';
import { words } from './place.js';

// How long an answer may take. The edge's slowest is a cold start on a slow line, a few seconds; after 30 a shopper has
// given up, and what was sent may be sent again under the same key without harm.
const PATIENCE = 30000;

// The place of an error, by its code: beside the field it is about.
const placeOf = (code) => (/^number/.test(code) ? 'phone' : /^category/.test(code) ? 'category' : 'form');

// 160 random bits; an idempotency key has 128 at least, and 22 signs, which this falls short of once in 10^28.
const randomKey = () => crypto.getRandomValues(new Uint32Array(5)).join('-');

// The forms that hold something beyond their own nodes: their WASM, and a tick that a page out of the cache must lose.
const forms = new Set();

// How often the page has come out of the back-forward cache.
let visits = 0;

// A page out of the back-forward cache is a new visit: nothing is ticked in it.
export const watchVisits = () => window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  visits += 1;
  forms.forEach((form) => form.untick());
});

// Makes `host` show the form of `data`. Returns what a page's script can do with it later.
export const mount = (host, data, options) => {
  const root = host.attachShadow({ mode: 'open' });
  const boxes = guard(root);
  let box;
  let sent;
  let key;
  let release;
  // The visit that the ticks are of.
  let visit = visits;

  const find = (selector) => box.querySelector(selector);
  const field = (name) => find(`[name=${name}]`);
  const tell = (name, detail) => host.dispatchEvent(new CustomEvent(`jatak:${name}`, { bubbles: true, composed: true, detail }));

  // What the WASM is given to go on from. Whoever `live` names shows what became of a submission; there is one way to
  // send, and while something is on its way nothing else is.
  const link = {
    live: false,
    // The submission in flight: a promise of `{ status, body, rescued }`, where status 0 means that no whole answer came.
    pending: null,
    // The errors now shown, and the answer once the submission is recorded.
    codes: [],
    answer: null,
    ticked: boxes.ticked,
    tell,
    // How a request is sent; the WASM puts its own way in the place of this one.
    post: (request) => fetch(request),
    // Sends these answers to the edge; what is on its way already is not joined by another.
    send: (categories, phone, country) => {
      if (!link.pending) {
        const offered = data.offered;
        // At most 5 strings: the edge refuses more.
        const context = words(options.context).slice(0, 5);
        // Some old libraries give every array a JSON form of their own.
        [offered, categories, context].forEach((list) => { list.toJSON = 0; });
        const body = JSON.stringify({
          notice: data.notice.id,
          offered,
          categories,
          subject: { phone, country },
          // Neither query nor fragment: they may carry what is nobody's business.
          page: location.href.split(/[?#]/)[0],
          context,
        });
        // One key for every attempt to send the same.
        if (body !== sent) {
          sent = body;
          key = randomKey();
        }
        link.pending = post(body).then(async (outcome) => Object.assign(outcome, { rescued: await rescue(outcome) }));
        link.pending.then(settle);
      }
      return link.pending;
    },
  };

  // Posts `body` and reads the whole answer: one that breaks off is none.
  const post = async (body) => {
    const patience = new AbortController();
    setTimeout(() => patience.abort(), PATIENCE);
    let status = 0;
    try {
      const answer = await link.post(new Request(find('form').action, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body,
        signal: patience.signal,
      }));
      if (!answer.ok) status = answer.status;
      return { body: await answer.json(), status: answer.status };
    } catch (lost) {
      return { status };
    }
  };

  // What can still be done about an answer that is none, or that the notice has changed. Says whether it was done.
  const rescue = async (outcome) => {
    const body = outcome.body;
    if (body && body.code === 'notice_outdated') return renew(body.current);
    return !outcome.status && (await wasRefused(data.edge)) && postPlain();
  };

  // Shows the form of `fresh` in place of this one, unticked, with what was typed.
  const replace = (fresh) => {
    const spoken = data.locale;
    const kept = [field('country'), field('phone')];
    data = fresh;
    show();
    const shown = [field('country'), field('phone')];
    if (spoken === data.locale) {
      // The very fields, with what was typed, chosen and fetched for them, but without what was wrong.
      kept.forEach((element, i) => shown[i].replaceWith(element));
      kept[1].setAttribute('aria-invalid', false);
    } else {
      // In another language the countries have other names, so they are fetched anew, around the one that was chosen.
      kept.forEach((element, i) => Object.assign(shown[i].dataset, element.dataset));
      shown[0].textContent = '';
      shown[0].append(kept[0].selectedOptions[0]);
      shown[1].value = kept[1].value;
      fetchHelp(data, shown[0], shown[1]);
    }
  };

  // Shows the notice as it is now and says that it is another. `notice` names it, as the edge has told.
  const renew = async (notice) => {
    try {
      const fresh = await fetchForm(data, Object.assign({ notice }, options), { cache: 'no-cache' });
      if (fresh.notice.id === data.notice.id) return false;
      replace(fresh);
      find('.changed').hidden = false;
      find('.changed').focus();
      return true;
    } catch (lost) {
      return false;
    }
  };

  // Posts the plain form where fetch is refused: in a new tab, so that the shop's page stays. It says the same as the
  // fetch did, so it has its idempotency key. Where posting is refused too, the link to the form's own page is left.
  const postPlain = () => {
    const form = find('form');
    const body = JSON.parse(sent);
    const added = body.context.map((value) => Object.assign(document.createElement('input'), { type: 'hidden', name: 'context', value }));
    form.append(...added);
    field('page').value = body.page;
    field('idempotency_key').value = key;
    find('.hosted').hidden = false;
    form.target = '_blank';
    form.submit();
    added.forEach((input) => input.remove());
    return true;
  };

  // Shows these errors and moves to the first. `again` makes the button say that pressing it tries once more.
  const showErrors = (codes, again) => {
    const labels = data.notice.labels;
    link.codes = codes;
    ['category', 'phone', 'form'].forEach((place) => {
      const code = codes.find((code) => placeOf(code) === place);
      find(`[data-error=${place}]`).textContent = code ? labels.errors[code] : '';
      if (place === 'phone') field('phone').setAttribute('aria-invalid', !!code);
    });
    find('button').textContent = again ? labels.retry : labels.submit;
    codes.forEach((code, i) => {
      if (!i) find({ phone: '[name=phone]', category: '[type=checkbox]', form: 'button' }[placeOf(code)]).focus();
      tell('error', { code, field: placeOf(code) });
    });
  };

  const showAnswer = (answer) => {
    const agreed = answer.categories.map((category) => category.id);
    const done = find('.done');
    find('.masked').textContent = answer.subject.masked;
    find('.receipt').href = answer.receipt_url;
    done.querySelectorAll('li').forEach((item) => { item.hidden = !agreed.includes(item.dataset.category); });
    find('form').hidden = true;
    done.hidden = false;
    find('#jatak-done').focus();
    tell('submitted', { id: answer.id, notice: answer.notice, categories: answer.categories });
  };

  // What is confirmed in WhatsApp needs more, which comes then, and goes by what is here.
  const confirming = (path, what, verification) => import(data.edge + path)
    .then((ours) => ours[what]({ data, find, link, options, renew, showErrors, tell, again }, verification));

  // Asks anew what was not confirmed in time: the same answers are another submission.
  const again = () => {
    sent = link.answer = link.waits = null;
    replace(data);
  };

  // Shows what became of a submission, unless the WASM does.
  const settle = (outcome) => {
    const status = outcome.status;
    const body = outcome.body;
    link.pending = null;
    if (status === 201) link.answer = body;
    if (body && body.verification) {
      const asked = body.verification;
      // Where the rest does not come, the link alone does.
      confirming(asked.js, 'confirm', asked).catch(() => {
        find('#jatak-done').after(Object.assign(document.createElement('a'), { className: 'go', href: asked.url, target: '_blank', textContent: asked.text.heading }));
      });
    }
    if (link.live) return;
    const code = body && body.code;
    if (status === 201) showAnswer(body);
    else if (outcome.rescued) showErrors([]);
    else if (status && status < 500 && status !== 429) showErrors([code in data.notice.labels.errors ? code : 'refused']);
    else showErrors([status === 429 ? 'rate_limited' : status || navigator.onLine ? 'unavailable' : 'offline'], true);
  };

  const submit = (event) => {
    // Also once the WASM is there, since this page must never be left.
    event.preventDefault();
    if (link.live || link.pending) return;
    const categories = link.ticked();
    const phone = field('phone').value;
    const missing = [categories.length ? '' : 'category_none', phone.trim() ? '' : 'number_missing'].filter(Boolean);
    showErrors(missing);
    if (missing.length) return;
    find('button').textContent = data.notice.labels.sending;
    link.send(categories, phone, field('country').value);
  };

  // Takes the form back from the WASM. What was typed and ticked stays, and so does what is on its way.
  const letGo = () => {
    if (release) release();
    release = null;
    link.live = false;
    link.codes = [];
    host.removeAttribute('data-jatak-live');
  };

  // Lets the WASM take over, when it has come and the form that it was fetched for is still the one shown. It would show a
  // form without an answer, so it is kept away from one that waits for a message and stands hidden.
  const wake = () => {
    const painted = box;
    forms.add(form);
    // A form that was out of the page when the visit ended was not told.
    if (visit !== visits) form.untick();
    fetchWasm(data, (hydrate) => {
      if (box !== painted || release || link.waits || !forms.has(form)) return;
      release = hydrate(box, data, link);
      // Had the line above thrown, the loader would go on as before: whatever the WASM has attached looks at `live` first.
      link.live = true;
      host.setAttribute('data-jatak-live', '');
      tell('ready', { hydrated: true });
    });
  };

  const show = () => {
    letGo();
    link.pending = null;
    box = paint(root, data, options);
    boxes.untick();
    // Errors are said in the page's words and beside their fields; the browser's own come where no script runs.
    find('form').noValidate = true;
    find('form').addEventListener('submit', submit);
    const offer = find('.offer button');
    if (offer) offer.onclick = () => confirming(data.confirm, 'offer').catch(() => showErrors(['unavailable']));
    wake();
  };

  const form = {
    host,
    link,
    replace,
    wake,
    untick: () => {
      visit = visits;
      boxes.untick();
    },
    // For a form that is no longer in the page: nothing keeps it in memory any more.
    sleep: () => {
      letGo();
      forms.delete(form);
    },
  };

  // What another script took out of the page is let go. Should it come back, it works on without WASM; its ticks are gone,
  // since nobody would take them off when the page comes out of the cache.
  forms.forEach((other) => {
    if (other.host.isConnected) return;
    other.sleep();
    other.untick();
  });
  // A tick makes a form one that is held, whatever became of it before.
  root.addEventListener('change', () => forms.add(form));
  // Shortcuts of the page must not take letters that are typed here, and Enter is for this form alone.
  ['keydown', 'keypress', 'keyup'].forEach((type) => root.addEventListener(type, (event) => {
    if (event.key && (event.key.length === 1 || event.key === 'Enter')) event.stopPropagation();
  }));

  try {
    show();
    tell('ready', { hydrated: false });
    fetchHelp(data, field('country'), field('phone'));
  } catch (refused) {
    paintLink(root, data);
  }
  return form;
};
