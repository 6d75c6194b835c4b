// One form: painting it, sending it until the WASM has taken over, and handing over.

import { fetchHelp, fetchWasm } from './live.js';
import { guard } from './guard.js';
import { paint, paintLink } from './paint.js';
import { refusals } from './refusals.js';
import { words } from './place.js';

// The place of an error, by its code: beside the field it is about.
const placeOf = (code) => (/^number/.test(code) ? 'phone' : /^category/.test(code) ? 'category' : 'form');

// 16 random bytes in hex: the 128 bits that an idempotency key has at least.
const randomKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => (byte + 256).toString(16).slice(1)).join('');

// The code of a problem, where the answer is one.
const codeOf = (outcome) => outcome.body && outcome.body.code;

// Makes `host` show the form of `data`.
export const mount = (host, data, options) => {
  const root = host.attachShadow({ mode: 'open' });
  const boxes = guard(root);
  const wasRefused = refusals(data.edge);
  let box;
  let glue;
  let sent;
  let key;

  const find = (selector) => box.querySelector(selector);
  const field = (name) => find(`[name=${name}]`);
  const tell = (name, detail) => host.dispatchEvent(new CustomEvent(`jatak:${name}`, { bubbles: true, composed: true, detail }));

  // What the WASM is given to go on from. Whoever `live` names sends: never both.
  const link = {
    live: false,
    // The submission in flight: a promise of `{ status, body, rescued }`, where status 0 means that no answer came.
    pending: null,
    // The errors now shown, and the answer once the submission is recorded.
    codes: [],
    answer: null,
    // Neither query nor fragment: they may carry what is nobody's business.
    page: location.href.split(/[?#]/)[0],
    // At most 5 strings: the edge refuses more.
    context: words(options.context).slice(0, 5),
    ticked: boxes.ticked,
    tell,
    // The idempotency key of `body`: the same for every attempt to send the same.
    key: (body) => {
      if (body !== sent) {
        sent = body;
        key = randomKey();
      }
      return key;
    },
    // What can still be done about an answer that is none, or that the notice has changed. Says whether it was done.
    rescue: (status, body) => {
      if (body && body.code === 'notice_outdated') return renew(body.current);
      return status ? Promise.resolve(false) : wasRefused().then((refused) => refused && post());
    },
  };

  // The form as it is now. `notice` names one that it must be made from, where the edge has told.
  const fetchForm = (notice) => {
    const query = new URLSearchParams({ locale: options.locale || data.locale });
    if (options.categories) query.set('categories', words(options.categories));
    if (notice) query.set('notice', notice);
    return fetch(`${data.edge}/v1/${data.business}/form?${query}`, { cache: 'no-cache' })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
  };

  // Shows the notice as it is now, unticked, with what was typed.
  const renew = (notice) => fetchForm(notice).then((fresh) => {
    if (fresh.notice.id === data.notice.id) return false;
    // The very fields, with what was typed, chosen and fetched for them.
    const kept = [field('country'), field('phone')];
    data = fresh;
    show();
    kept.forEach((element) => field(element.name).replaceWith(element));
    find('.changed').hidden = false;
    find('.changed').focus();
    return true;
  }).catch(() => false);

  // Posts the plain form where fetch is refused: in a new tab, so that the shop's page stays. It says the same as the
  // fetch did, so it has its idempotency key. Where posting is refused too, the link to the form's own page is left.
  const post = () => {
    const form = find('form');
    const added = link.context.map((value) => Object.assign(document.createElement('input'), { type: 'hidden', name: 'context', value }));
    form.append(...added);
    field('page').value = link.page;
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
    link.answer = answer;
    find('.masked').textContent = answer.subject.masked;
    find('.receipt').href = answer.receipt_url;
    done.querySelectorAll('li').forEach((item) => { item.hidden = !agreed.includes(item.dataset.category); });
    find('form').hidden = true;
    done.hidden = false;
    done.querySelector('h2').focus();
    tell('submitted', { id: answer.id, notice: answer.notice, categories: answer.categories });
  };

  // Shows what became of a submission, unless the WASM does.
  const settle = (outcome) => {
    if (link.live) return;
    link.pending = null;
    const status = outcome.status;
    const code = codeOf(outcome);
    if (status === 201) showAnswer(outcome.body);
    else if (outcome.rescued) showErrors([]);
    else if (!status) showErrors([navigator.onLine ? 'unavailable' : 'offline'], true);
    else if (status < 500 && status !== 429) showErrors([code in data.notice.labels.errors ? code : 'refused']);
    else showErrors([status === 429 ? 'rate_limited' : 'unavailable'], true);
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
    const body = JSON.stringify({
      notice: data.notice.id,
      offered: data.offered,
      categories,
      subject: { phone, country: field('country').value },
      page: link.page,
      context: link.context,
    });
    find('button').textContent = data.notice.labels.sending;
    link.pending = fetch(find('form').action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': link.key(body) },
      body,
    })
      .then((answer) => answer.json().catch(() => null).then((body) => ({ status: answer.status, body })), () => ({ status: 0 }))
      .then((outcome) => link.rescue(outcome.status, outcome.body).then((rescued) => Object.assign(outcome, { rescued })));
    link.pending.then(settle);
  };

  const hydrate = () => {
    glue.hydrate(box, data, link);
    // From here on the loader sends nothing. Had the line above thrown, it would go on as before: whatever the WASM has
    // attached looks at `live` first.
    link.live = true;
    host.setAttribute('data-jatak-live', '');
    tell('ready', { hydrated: true });
  };

  const show = () => {
    Object.assign(link, { live: false, pending: null, codes: [] });
    host.removeAttribute('data-jatak-live');
    box = paint(root, data, options);
    boxes.untick();
    // Errors are said in the page's words and beside their fields; the browser's own come where no script runs.
    find('form').noValidate = true;
    find('form').addEventListener('submit', submit);
    if (glue) hydrate();
  };

  const begin = () => {
    try {
      show();
    } catch (refused) {
      paintLink(root, data);
      return;
    }
    tell('ready', { hydrated: false });
    fetchHelp(data, field('country'), field('phone'));
    fetchWasm(data, (module) => {
      glue = module;
      hydrate();
    });
  };

  // A page out of the back-forward cache is a new visit: nothing is ticked in it.
  window.addEventListener('pageshow', (event) => event.persisted && boxes.untick());
  // Shortcuts of the page must not take letters that are typed here.
  ['keydown', 'keypress', 'keyup'].forEach((type) => root.addEventListener(type, (event) => {
    if (event.key && event.key.length === 1) event.stopPropagation();
  }));

  // Where neither URL nor attribute names a language, it is the page's own, if the business speaks it.
  const spoken = (data.locales || []).find((code) => document.documentElement.lang.toLowerCase().startsWith(code.slice(0, 2)));
  options.locale = options.locale || spoken;

  // The page's author may ask for another form than the URL did. Where that one does not come, the one at hand is shown.
  const differs = (options.locale && options.locale !== data.locale)
    || (options.categories && String(words(options.categories)) !== String(data.offered));
  if (differs) fetchForm().then((fresh) => { data = fresh; }).catch(() => {}).then(begin);
  else begin();
};
