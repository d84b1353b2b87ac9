import { readSetting, writeSetting } from '#state/address.ts';
import type { Settings, Values } from '#state/quantity.ts';
import { stateOf, wholeOf } from '#state/view.svelte.ts';
import type { Spec } from '#widgets/define.ts';
import type { Deck, Slide, Step } from './deck.ts';

/** A state as an author writes it, values as an address has them: `{ doubling: '7mo', lead: '2y' }`. */
export type SaidState = Readonly<Record<string, string>>;

export interface SaidLive {
  readonly widget: string;
  readonly preset?: string | undefined;
  readonly state: SaidState;
}

export interface SaidStep {
  readonly title?: string | undefined;
  readonly preset?: string | undefined;
  readonly state: SaidState;
}

/** A slide as its file has it. */
export interface SaidSlide {
  readonly id: string;
  readonly title: string;
  /** "1:30" */
  readonly time: string;
  readonly line: number;
  readonly lives: readonly SaidLive[];
  readonly steps: readonly SaidStep[];
  /** The steps that notes are for. */
  readonly notesAt: readonly number[];
  readonly hasEssay: boolean;
  /** Whether it says something to begin with. */
  readonly hasWords: boolean;
  readonly cited: readonly string[];
}

export interface SaidDeck {
  /** Where it is written: content/talks/the-law.mdx. */
  readonly file: string;
  readonly slides: readonly SaidSlide[];
}

/** The talk that a file describes. Throws where it can't be given, naming the file, the slide and the reason. */
export function checkDeck(
  said: SaidDeck,
  { id, title, minutes }: { readonly id: string; readonly title: string; readonly minutes: number },
  widgets: readonly Spec[],
): Deck {
  const met = new Map<string, number>();
  const slides = said.slides.map((slide): Slide => {
    const fail = failing(said.file, slide);
    const before = met.get(slide.id);
    if (before !== undefined) fail(`its id is also that of the slide on line ${before}; each needs its own`);
    met.set(slide.id, slide.line);
    return checkSlide(slide, widgets, fail);
  });
  const last = said.slides.at(-1);
  if (last === undefined) throw new Error(`${said.file}: it has no <Slide>`);
  if (!last.hasEssay) failing(said.file, last)('the last slide leads to the essay; wanted: <Essay /> on it');
  const seconds = slides.reduce((sum, each) => sum + each.seconds, 0);
  if (seconds !== 60 * minutes)
    throw new Error(
      `${said.file}: its slides take ${inMinutes(seconds)}, but it says ${minutes} minutes; wanted: times that add up`,
    );
  return { id, title, slides };
}

type Fail = (reason: string) => never;

const failing =
  (file: string, { id, line }: SaidSlide): Fail =>
  (reason) => {
    throw new Error(`${file}:${line}, slide “${id}”: ${reason}`);
  };

function checkSlide(said: SaidSlide, widgets: readonly Spec[], fail: Fail): Slide {
  const { id, title, time, lives, notesAt } = said;
  if (!/^[a-z][a-z0-9-]*$/.test(id)) fail('its id is not one of small letters, digits and hyphens');
  if (title === '') fail('it has no title');
  const seconds = secondsOf(time) ?? fail(`its time is “${time}”; wanted: minutes and seconds, such as 1:30`);
  if (lives.length > 1) fail('it has two widgets; wanted: one at most');
  const [live] = lives;
  if (live !== undefined && !said.hasWords)
    fail('it shows a widget and says nothing; wanted: a sentence under <Live>');
  const steps = live === undefined ? wordsOnly(said, fail) : liveSteps(said, live, widgets, fail);
  const over = notesAt.find((at) => !Number.isInteger(at) || at < 1 || at > steps.length);
  if (over !== undefined)
    fail(`it has notes at step ${over}, but ${steps.length === 1 ? 'one step' : `${steps.length} steps`}`);
  const twice = notesAt.find((at, index) => notesAt.indexOf(at) < index);
  if (twice !== undefined) fail(`it has two notes for step ${twice}; wanted: one at most`);
  if (!notesAt.includes(1)) fail('it has no notes to begin with; wanted: <Notes>…</Notes>');
  return { id, title, seconds, widget: live?.widget ?? null, steps };
}

function wordsOnly({ title, steps }: SaidSlide, fail: Fail): Step[] {
  const stated = steps.find(({ preset, state }) => preset !== undefined || Object.keys(state).length > 0);
  if (stated !== undefined) fail('a step has a state, but the slide has no <Live> widget to take it');
  return [{ title }, ...steps].map((step) => ({ title: step.title ?? title, state: {} }));
}

function liveSteps(
  { title, steps }: SaidSlide,
  live: SaidLive,
  widgets: readonly Spec[],
  fail: Fail,
): Step[] {
  const spec = widgets.find((each) => each.id === live.widget);
  if (spec === undefined)
    return fail(
      `<Live widget="${live.widget}">: there is no such widget; there are ${widgets.map((each) => each.id).join(', ')}`,
    );
  let reached: Values = {};
  return [{ title, ...live }, ...steps].map((step): Step => {
    const base = step.preset === undefined ? reached : presetOf(spec, step.preset, fail);
    reached = { ...base, ...valuesOf(spec, step.state, fail) };
    checkBounds(spec, reached, fail);
    return {
      title: step.title ?? title,
      state: wholeOf(spec.settings, stateOf(reached)),
    };
  });
}

function presetOf(spec: Spec, id: string, fail: Fail): Values {
  const all = [...spec.presets, spec.challenge];
  const preset = all.find((each) => each.id === id);
  if (preset === undefined)
    return fail(`${spec.id} has no preset “${id}”; it has ${all.map((each) => each.id).join(', ')}`);
  return { ...wholeOf(spec.settings, preset.state) };
}

function valuesOf({ id, settings }: Spec, state: SaidState, fail: Fail): Values {
  return Object.fromEntries(
    Object.entries(state).map(([key, text]) => {
      const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
      if (setting === undefined)
        return fail(`${id} has nothing called “${key}” to set; it has ${Object.keys(settings).join(', ')}`);
      const { value, notice } = readSetting(setting, text);
      if (notice !== null) fail(`${id} can’t be set to ${key}=${text}: ${wantedOf(settings, key)}`);
      return [key, value];
    }),
  );
}

function wantedOf(settings: Settings, key: string): string {
  const setting = settings[key];
  if (setting === undefined) return '';
  if (setting.kind === 'choice')
    return `wanted is one of ${setting.options.map(({ value }) => value).join(', ')}`;
  const written = (value: number) => writeSetting({ ...setting, default: Number.NaN }, value) ?? '';
  return `wanted is ${setting.codec.wanted}, from ${written(setting.min)} to ${written(setting.max)}`;
}

/** A quantity may not exceed another that binds it. */
function checkBounds({ id, settings }: Spec, said: Values, fail: Fail): void {
  const whole: Values = wholeOf(settings, stateOf(said));
  for (const setting of Object.values(settings)) {
    if (setting.kind === 'choice' || setting.within === undefined) continue;
    const [value, most] = [Number(whole[setting.key]), Number(whole[setting.within])];
    if (value > most)
      fail(
        `${id} can’t be set to ${setting.key} ${setting.format(value)}: that is more than its ${setting.within}, ${setting.format(most)}`,
      );
  }
}

/** "1:30" → 90 */
function secondsOf(time: string): number | null {
  const [, minutes, seconds] = /^(\d{1,2}):([0-5]\d)$/.exec(time) ?? [];
  return minutes === undefined ? null : 60 * Number(minutes) + Number(seconds);
}

const inMinutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
