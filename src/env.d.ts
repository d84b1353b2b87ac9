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
    /** The talk that this page shows. */
    talk?: import('#talk/deck.ts').Shown;
  }
}

/** Where the script of talks is, and the styles of what it draws around the slides. */
declare const TALK: { readonly script: string; readonly styles: readonly string[] };

/** Whether widgets may stand on a stage: they do in talks, and the essay’s script is lighter without. */
declare const STAGED: boolean;

declare module 'virtual:widgets' {
  /** What loads each widget's component, by id. */
  export const components: Readonly<
    Record<string, () => Promise<import('svelte').Component<import('#widgets/widget-props.ts').WidgetProps>>>
  >;
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
