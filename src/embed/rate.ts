const MOST = 240;
const WITHIN_MS = 1_000;

/** Lets through as many calls a second as the fastest screen draws, so that a flood of them leaves time for the reader. */
export class Rate {
  #since = 0;
  #count = 0;

  allows(nowMs: number): boolean {
    if (nowMs - this.#since >= WITHIN_MS) {
      this.#since = nowMs;
      this.#count = 0;
    }
    this.#count++;
    return this.#count <= MOST;
  }
}
