/** What the reader guessed before seeing, by the widget that asked. Kept on the page, and gone with it. */
class Guesses {
  #made = $state.raw<Readonly<Record<string, number | null>>>({});
  #asked = $state.raw<string | null>(null);

  /** What is being asked just now, so that nothing else on the page gives it away. */
  get asked(): string | null {
    return this.#asked;
  }

  ask(id: string): void {
    this.#asked = id;
  }

  /** The question is answered, passed over or gone. */
  done(id: string): void {
    if (this.#asked === id) this.#asked = null;
  }

  /** The guess; null where the reader would rather not; undefined where nobody has asked yet. */
  of(id: string): number | null | undefined {
    return this.#made[id];
  }

  /** The first word counts. */
  make(id: string, guess: number | null): void {
    if (!Object.hasOwn(this.#made, id)) this.#made = { ...this.#made, [id]: guess };
  }
}

/** The guesses of this page's reader. Made in the browser only. */
export const guesses = new Guesses();
