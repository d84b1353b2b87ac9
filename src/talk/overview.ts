/** All slides at once, in rows: reveal.js would have them in one, and most of them out of sight. */
export class Overview {
  readonly #root: HTMLElement;
  readonly #sections: readonly HTMLElement[];
  readonly #picked: (slide: string) => void;
  #isOpen = false;

  /** `picked` hears which slide was chosen. */
  constructor(root: HTMLElement, sections: readonly HTMLElement[], picked: (slide: string) => void) {
    this.#root = root;
    this.#sections = sections;
    this.#picked = picked;
    root.addEventListener('click', ({ target }) => this.#pick(target));
    root.addEventListener('keydown', (event) => this.#walk(event));
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#root.classList.toggle('overview', isOpen);
    const columns = this.#columns;
    for (const [index, section] of this.#sections.entries()) {
      const [column, row] = [index % columns, Math.floor(index / columns)];
      const place = `translate(${(100 / columns) * (column + 0.03)}%, ${(100 / columns) * (row + 0.03)}%) scale(${0.94 / columns})`;
      section.style.setProperty('transform', isOpen ? place : '');
      // Here a slide is a thing to pick, and nothing on it can be reached.
      for (const part of section.children) part.toggleAttribute('inert', isOpen);
      if (isOpen) section.setAttribute('role', 'button');
      else section.removeAttribute('role');
      if (isOpen) section.tabIndex = 0;
      else section.removeAttribute('tabindex');
    }
  }

  get #columns(): number {
    return Math.ceil(Math.sqrt(this.#sections.length));
  }

  #pick(target: EventTarget | null): void {
    const slide =
      target instanceof Element
        ? target.closest<HTMLElement>('section[data-slide]')?.dataset.slide
        : undefined;
    if (this.#isOpen && slide !== undefined) this.#picked(slide);
  }

  /** Arrows walk from slide to slide. */
  #walk(event: KeyboardEvent): void {
    const from = this.#sections.findIndex((section) => section.matches(':focus'));
    if (!this.#isOpen || from < 0) return;
    const ways = new Map([
      ['ArrowLeft', -1],
      ['ArrowRight', 1],
      ['ArrowUp', -this.#columns],
      ['ArrowDown', this.#columns],
    ]);
    const way = ways.get(event.key);
    if (way === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (way === undefined) this.#pick(event.target);
    else this.#sections[from + way]?.focus();
  }
}
