export type Box = 'help' | 'goto';

/** The boxes over the slides, of which one at most is open. */
export class Boxes {
  opened = $state<Box | null>(null);

  toggle(box: Box): void {
    this.opened = this.opened === null ? box : null;
  }

  /** Whether there was one to close. */
  close(): boolean {
    const was = this.opened;
    this.opened = null;
    return was !== null;
  }
}
