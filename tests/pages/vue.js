// A shop made with Vue: the form is kept alive while another view is shown, and moved to another place.

import { createApp, defineComponent, h, KeepAlive, ref, Teleport } from 'vue';

const place = document.getElementById('shop');
window.heard = [];

const Form = defineComponent({
  name: 'ShopForm',
  setup: () => () => h('jatak-opt-in', {
    business: place.dataset.business,
    locale: 'en',
    context: 'from-vue',
    'onJatak:submitted': (event) => window.heard.push(event.detail.categories.map((category) => category.id)),
  }),
});
const Elsewhere = defineComponent({ name: 'ShopElsewhere', setup: () => () => h('p', { id: 'elsewhere' }, 'Elsewhere') });

createApp({
  setup() {
    const away = ref(false);
    const to = ref('#top');
    return () => [
      h('button', { onClick: () => { to.value = to.value === '#top' ? '#bottom' : '#top'; } }, 'Move'),
      h('button', { onClick: () => { away.value = !away.value; } }, 'Route'),
      h(Teleport, { to: to.value }, [h(KeepAlive, null, { default: () => h(away.value ? Elsewhere : Form) })]),
    ];
  },
}).mount(place);
