/** A speaker's clock, as all windows of a talk have it. Times in milliseconds. */
export interface Timer {
  /** When it was last set going; null while it rests. */
  readonly since: number | null;
  /** What had been spoken for by then. */
  readonly spent: number;
  /** What had been spoken for when the slide on show came. */
  readonly entered: number;
}

export const restingTimer: Timer = { since: null, spent: 0, entered: 0 };

export function spentBy({ since, spent }: Timer, now: number): number {
  return spent + (since === null ? 0 : Math.max(0, now - since));
}

export function startTimer(timer: Timer, now: number): Timer {
  return timer.since === null ? { ...timer, since: now } : timer;
}

export function pauseTimer(timer: Timer, now: number): Timer {
  return { ...timer, since: null, spent: spentBy(timer, now) };
}

/** Another slide came. */
export function enterSlide(timer: Timer, now: number): Timer {
  return { ...timer, entered: spentBy(timer, now) };
}

/** What another window says of its timer; null where that is none. */
export function readTimer(said: unknown): Timer | null {
  if (typeof said !== 'object' || said === null) return null;
  const fields = new Map<string, unknown>(Object.entries(said));
  const [since, spent, entered] = [fields.get('since'), fields.get('spent'), fields.get('entered')];
  const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
  if ((since !== null && !isTime(since)) || !isTime(spent) || !isTime(entered)) return null;
  return { since, spent, entered };
}

/** How a talk goes beside its plan, in seconds. */
export interface Pace {
  /** Negative once the time is over. */
  readonly left: number;
  readonly onSlide: number;
  /** Positive: behind the plan; negative: ahead of it; 0 while the slide on show is the planned one. */
  readonly behind: number;
  /** The share of the talk's time that is gone. */
  readonly share: number;
}

export function paceOf(timer: Timer, now: number, plan: readonly number[], index: number): Pace {
  const spent = spentBy(timer, now) / 1000;
  const total = plan.reduce((sum, each) => sum + each, 0);
  const from = plan.slice(0, index).reduce((sum, each) => sum + each, 0);
  const to = from + (plan[index] ?? 0);
  return {
    left: total - spent,
    onSlide: spent - timer.entered / 1000,
    behind: spent > to ? spent - to : Math.min(0, spent - from),
    share: Math.min(1, spent / total),
  };
}

/** "4:05", "−0:20" */
export function clockOf(seconds: number): string {
  const whole = Math.abs(seconds < 0 ? Math.ceil(seconds - 1e-9) : Math.floor(seconds + 1e-9));
  return `${seconds < 0 && whole > 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
