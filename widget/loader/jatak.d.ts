// What a shop's script may call and hear, for TypeScript. Served at /jatak.d.ts.

/** What may be said of a form. Each is an attribute of `<jatak-opt-in>` too. */
export interface JatakOptions {
  /** The name of the business, as in its addresses. */
  business: string;
  /** The language, such as `da`, else the page's; where the business does not offer it, the browser's, else its own. */
  locale?: string;
  /** Which categories to offer; all where none is named. */
  categories?: string | readonly string[];
  /** Light, dark, or as the reader prefers; where it is not said, as the page's `color-scheme`. */
  theme?: 'light' | 'dark' | 'auto';
  /** Up to five short words without spaces, kept as evidence, such as the product wanted back in stock. */
  context?: string | readonly string[];
}

/** `<jatak-opt-in>`: a form. It may be moved, removed and added again. */
export interface JatakOptInElement extends HTMLElement {
  /**
   * Puts a number into the field, now or once the form is there. What the shopper has typed stands. Says whether the
   * number is in.
   */
  setPhone(phone: string): boolean;
  /** Takes the form out of the page. */
  unmount(): void;
}

/** The global `jatak`, once `/element.js` has run. */
export interface Jatak {
  /** Puts a form at the end of `place`, an element or a selector; throws where none matches. */
  mount(place: Element | string, options: JatakOptions): JatakOptInElement;
  /** Takes away the form that `mount` gave, or every one in a place. */
  unmount(place: Element | string): void;
  /**
   * Puts a number into the form in a place; see `JatakOptInElement.setPhone`. That of a snippet takes one only once it is
   * there.
   */
  setPhone(place: Element | string, phone: string): boolean;
}

/** The form is there; `hydrated` once the WebAssembly has taken it over, which may never be. */
export interface JatakReady {
  readonly hydrated: boolean;
}

/** A yes was recorded. The number is not in it. */
export interface JatakSubmitted {
  /** The event's id, as in exports. */
  readonly id: string;
  /** The id of the notice agreed to. */
  readonly notice: string;
  readonly categories: readonly { readonly id: string; readonly state: string }[];
}

/** Something is wrong, and the form says so. */
export interface JatakError {
  /** `category_none`, `number_missing`, `offline`, `unavailable` and others. */
  readonly code: string;
  readonly field: 'category' | 'phone' | 'form';
}

declare global {
  /** Not there before `/element.js` has run. */
  var jatak: Jatak;

  interface HTMLElementTagNameMap {
    'jatak-opt-in': JatakOptInElement;
  }

  /** They bubble, out of the form's element and up to the document. */
  interface GlobalEventHandlersEventMap {
    'jatak:ready': CustomEvent<JatakReady>;
    'jatak:submitted': CustomEvent<JatakSubmitted>;
    'jatak:error': CustomEvent<JatakError>;
    /** A yes that waited was confirmed in WhatsApp. */
    'jatak:confirmed': CustomEvent<Record<string, never>>;
    /** The message did not come in time. */
    'jatak:expired': CustomEvent<Record<string, never>>;
  }
}
