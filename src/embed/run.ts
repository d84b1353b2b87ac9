const WITHIN_MS = 1_000;

/** Whether what a host sets goes on with what it set before, as where it moves the figure frame by frame. */
export class Run {
  #last = -Infinity;
  #commits = -1;

  /** No hand has let go of anything since the last of them, which is not long ago. */
  goesOn(nowMs: number, commits: number): boolean {
    return commits === this.#commits && nowMs - this.#last < WITHIN_MS;
  }

  /** The host has set something, which made this the page's last commit. */
  step(nowMs: number, commits: number): void {
    this.#last = nowMs;
    this.#commits = commits;
  }
}
