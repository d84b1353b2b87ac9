/// <reference path="../.astro/types.d.ts" />
/// <reference types="vitest/config" />

declare namespace App {
  interface Locals {
    /** The number of each cited fact's source, on pages with prose. */
    citations?: import('#prose/citations.ts').Citations;
    /** The names of the figures drawn so far on this page. */
    figures?: Set<string>;
    /** Where each claim met so far on this page is written. */
    claims?: Map<string, string>;
  }
}

declare module '*.tex' {
  /** The equation as MathML. */
  const mathml: string;
  export default mathml;
}

declare module 'virtual:deals' {
  /** Every deal of `content/deals/`, ordered by id. */
  export const deals: readonly import('#evidence/deal.ts').Deal[];
}

declare module 'virtual:deal-figures' {
  /** The same, of each only what is drawn; history last. */
  export const deals: readonly import('#evidence/deal.ts').DrawnDeal[];
}

declare module 'virtual:deal-facts' {
  /** The facts that each deal stands on, by the deal's id. */
  export const dealFacts: Readonly<Record<string, readonly import('#evidence/fact.ts').ClientFact[]>>;
}
