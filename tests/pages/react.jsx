// A shop made with React: the form is one of its elements, moved, changed, taken away and brought back by its state.

import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Form({ business, locale, context }) {
  const form = useRef(null);
  useEffect(() => {
    const element = form.current;
    const heard = (event) => { window.heard.push(event.detail.categories.map((category) => category.id)); };
    element.addEventListener('jatak:submitted', heard);
    return () => element.removeEventListener('jatak:submitted', heard);
  }, []);
  return <jatak-opt-in ref={form} business={business} locale={locale} context={context} />;
}

function Shop({ business }) {
  const [last, setLast] = useState(false);
  const [locale, setLocale] = useState('en');
  const [away, setAway] = useState(false);
  const form = <Form key="form" business={business} locale={locale} context="from-react" />;
  const rest = [<p key="coffee">Coffee</p>, <p key="tea">Tea</p>];
  return (
    <main>
      <button onClick={() => setLast(!last)}>Move</button>
      <button onClick={() => setLocale('da')}>Language</button>
      <button onClick={() => setAway(!away)}>Route</button>
      {away ? <p id="elsewhere">Elsewhere</p> : <section>{last ? [...rest, form] : [form, ...rest]}</section>}
    </main>
  );
}

window.heard = [];
const place = document.getElementById('shop');
createRoot(place).render(<StrictMode><Shop business={place.dataset.business} /></StrictMode>);
