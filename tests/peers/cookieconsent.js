// vanilla-cookieconsent as its documentation sets it up, with four categories to tick. Its window of boxes is opened at once,
// where it would first show a banner: what is measured is the time until a box can be ticked.
import { run, showPreferences } from 'vanilla-cookieconsent';

const sections = [
  ['functionality', 'Functionality', 'Remembers your language, your basket and what you looked at last.'],
  ['analytics', 'Analytics', 'Tells us which pages are read, so that we can make them better.'],
  ['marketing', 'Marketing', 'Shows you goods of ours on other pages that you visit.'],
  ['social', 'Social media', 'Lets you share goods with your friends.'],
];

run({
  autoShow: false,
  // A browser that is driven says so, and would be shown nothing.
  hideFromBots: false,
  categories: Object.fromEntries(sections.map(([name]) => [name, {}])),
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'We use cookies',
          description: 'Choose which of them we may set.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Choose',
        },
        preferencesModal: {
          title: 'Your choice of cookies',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save my choice',
          closeIconLabel: 'Close',
          sections: sections.map(([linkedCategory, title, description]) => ({ title, description, linkedCategory })),
        },
      },
    },
  },
}).then(showPreferences);
