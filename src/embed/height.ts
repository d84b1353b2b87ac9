/** Changes smaller than this move nothing that a reader would see. */
const HAIR_PX = 2;
const MOST_GROWTHS = 20;
const WITHIN_MS = 2_000;

/** Decides when a height is worth telling. A frame that goes on growing by itself is held to where it is. */
export class Height {
  #told = 0;
  #growths: readonly number[] = [];
  #runsAway = false;
  /** When it last asked for another height. */
  #wishedAt = 0;

  /** The height to tell at this moment, or null for none. */
  next(height: number, nowMs: number): number | null {
    const wanted = Math.ceil(height);
    // What is not shown is not laid out either.
    if (wanted === 0 || Math.abs(wanted - this.#told) < HAIR_PX || this.#isHeld(nowMs)) return null;
    if (wanted > this.#told) {
      this.#growths = [...this.#growths.filter((at) => nowMs - at < WITHIN_MS), nowMs];
      this.#runsAway = this.#growths.length > MOST_GROWTHS;
      if (this.#runsAway) return null;
    }
    this.#told = wanted;
    return wanted;
  }

  /** Whether it is held back for running away. After a while without asking it is let go: what changes then has a cause. */
  #isHeld(nowMs: number): boolean {
    if (nowMs - this.#wishedAt >= WITHIN_MS) this.#runsAway = false;
    this.#wishedAt = nowMs;
    return this.#runsAway;
  }

  /** What was told last; 0 as long as there was nothing to tell. */
  get told(): number {
    return this.#told;
  }

  /** The reader did something: what grows now grows for a reason. */
  resume(): void {
    this.#runsAway = false;
    this.#growths = [];
  }
}
