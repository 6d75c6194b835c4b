// klaro as its documentation sets it up, with four services to tick. `mustConsent` opens its window of boxes at once, where
// it would first show a banner: what is measured is the time until a box can be ticked.
import * as klaro from 'klaro';

const services = [
  ['functionality', 'Functionality', 'Remembers your language, your basket and what you looked at last.'],
  ['analytics', 'Analytics', 'Tells us which pages are read, so that we can make them better.'],
  ['marketing', 'Marketing', 'Shows you goods of ours on other pages that you visit.'],
  ['social', 'Social media', 'Lets you share goods with your friends.'],
];

klaro.setup({
  version: 1,
  mustConsent: true,
  acceptAll: true,
  lang: 'en',
  privacyPolicy: '#about',
  services: services.map(([name, title, description]) => ({ name, title, description, purposes: [name] })),
});
