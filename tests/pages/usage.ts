// What a shop's developer writes in TypeScript. The lines that must not compile say so.
/// <reference path="../../widget/loader/jatak.d.ts" />

const form = jatak.mount('#place', { business: 'your-shop', locale: 'da', categories: ['back_in_stock'], context: 'sku:123' });
form.addEventListener('jatak:submitted', (event) => {
  const agreed: string[] = event.detail.categories.map((category) => category.id);
  const notice: string = event.detail.notice;
  console.log(agreed, notice);
});
document.addEventListener('jatak:error', (event) => {
  if (event.detail.field === 'phone') console.log(event.detail.code);
});
const put: boolean = form.setPhone('+4520123456');
jatak.setPhone(document.body, '+4520123456');
const element: HTMLElement = document.createElement('jatak-opt-in');
element.setAttribute('business', 'your-shop');
console.log(put, document.querySelector('jatak-opt-in')?.setPhone('+4520123456'));
form.unmount();
jatak.unmount('#place');

// @ts-expect-error A form is some business's.
jatak.mount('#place', { locale: 'da' });
// @ts-expect-error There is no such theme.
jatak.mount('#place', { business: 'your-shop', theme: 'pink' });
// @ts-expect-error The number is told to nobody.
form.addEventListener('jatak:submitted', (event) => event.detail.phone);
