import { inGigawatts } from '#state/gigawatts-a-year.ts';
import type { Part } from '../sentence.ts';
import { DUST, type Picture } from './compute.ts';
import { rateKey, startKey } from './settings.ts';
import { STAGES, type StageId, WORK } from './stages.ts';
import { capital, listed, span } from './words.ts';

const TIME_KEYS = ['consent', ...WORK, ...WORK.map(startKey)] as const;
const FLOW_KEYS = WORK.map(rateKey);

const rateWords = (gigawatts: number) => `${inGigawatts(gigawatts)} a year`;
const strong = (text: string) => ({ text, tone: 'strong' }) as const;
const yours = (text: string) => ({ text, tone: 'yours' }) as const;
const onlineAfter = (online: number): Part => ({ ...strong(span(online)), result: 'online', value: online });
const sooner = (by: number) => `${span(Math.abs(by))} ${by < 0 ? 'sooner' : 'later'}`;

/** The keys under which the reader's state is another than the essay's. */
const changedAmong = <Key extends keyof Picture['state']>(
  keys: readonly Key[],
  now: Picture,
  essay: Picture,
) => keys.filter((key) => now.state[key] !== essay.state[key]);

/** Names in a row, each in its own colour: "Power", "Chips and power". */
function named(ids: readonly StageId[], isFirst = false): Part[] {
  return ids.flatMap((id, index): Part[] => {
    const before = index === 0 ? '' : index === ids.length - 1 ? ' and ' : ', ';
    const { short, tone } = STAGES[id];
    return [before, { text: isFirst && index === 0 ? capital(short) : short, tone }];
  });
}

/** The answer: what is slow, and what came of what the reader changed. */
export function answer(now: Picture, essay: Picture): Part[] {
  return now.state.view === 'time'
    ? [...whenOnline(now), ...timeMoved(now, essay)]
    : [...throughWhat(now), ...flowMoved(now, essay)];
}

function whenOnline({ online, binding }: Picture): Part[] {
  const when = onlineAfter(online);
  if (online < DUST) return ['None: all of it is there on the day of signing, and the wait is ', when, '. '];
  const work = binding.filter((id) => id !== 'consent');
  if (work.length === WORK.length) return ['No single one: all four finish together, after ', when, '. '];
  // Consent is no rival of the buildings that wait for it.
  if (binding.includes('consent') && work.length === 1)
    return [...named(['consent'], true), ', and then ', ...named(work), ', after ', when, '. '];
  return [...named(work, true), `${work.length > 1 ? ' together' : ''}, after `, when, '. '];
}

function timeMoved(now: Picture, essay: Picture): Part[] {
  const changed = changedAmong(TIME_KEYS, now, essay);
  const [key] = changed;
  if (key === undefined)
    return ['Finish any of the others sooner, and the site comes online not a day sooner.'];
  const moved = now.online - essay.online;
  const outcome =
    Math.abs(moved) < DUST
      ? ['the day the site comes online moved by ', strong('nothing'), '.']
      : ['the site comes online ', yours(sooner(moved)), '.'];
  if (changed.length > 1) return ['With all that you changed, ', ...outcome];
  const by = now.state[key] - essay.state[key];
  if (key === 'consent') return ['You counted ', yours(span(by)), ' for ', ...named([key]), '; ', ...outcome];
  const id = WORK.find((each) => each === key || startKey(each) === key) ?? 'chips';
  return [
    `You ${key === id ? 'finished' : 'began'} the `,
    ...named([id]),
    ' ',
    yours(sooner(by)),
    '; ',
    ...outcome,
  ];
}

function throughWhat({ narrowest, gwPerYear, next }: Picture): Part[] {
  const through: Part = { ...strong(rateWords(gwPerYear)), result: 'throughput', value: gwPerYear };
  if (next === null) return ['No single one: all four carry ', through, '. '];
  return [
    ...named(narrowest, true),
    narrowest.length > 1 ? ' together: only ' : ': only ',
    through,
    ` gets through, though the others could carry ${rateWords(next.gwPerYear)} or more. `,
  ];
}

function flowMoved(now: Picture, essay: Picture): Part[] {
  const changed = changedAmong(FLOW_KEYS, now, essay);
  const [key] = changed;
  if (key === undefined) {
    const more = inGigawatts((now.next?.gwPerYear ?? 0) - now.gwPerYear);
    return [`Widen it by more than ${more}, and `, ...named(now.next?.ids ?? []), ' will be the narrowest.'];
  }
  const moved = now.gwPerYear - essay.gwPerYear;
  const outcome =
    Math.abs(moved) < DUST
      ? ['what gets through moved by ', strong('nothing'), '.']
      : [yours(`${rateWords(Math.abs(moved))} ${moved < 0 ? 'less' : 'more'}`), ' gets through.'];
  if (changed.length > 1) return ['With all that you changed, ', ...outcome];
  const by = now.state[key] - essay.state[key];
  const id = WORK.find((each) => rateKey(each) === key) ?? 'chips';
  return [
    `You ${by < 0 ? 'narrowed' : 'widened'} the `,
    ...named([id]),
    ' by ',
    yours(inGigawatts(Math.abs(by))),
    '; ',
    ...outcome,
  ];
}

/** The picture in words, for those who don't see it. */
export function chartDescription({ bars, pipes, online, gwPerYear, state }: Picture): string {
  if (state.view === 'flow') {
    const widths = pipes.map(({ id, gw }) => `${STAGES[id].short} ${rateWords(gw)}`);
    return `Four pipes in a row, as high as what they can carry: ${listed(widths)}. Through them all runs a stream as high as the narrowest, ${rateWords(gwPerYear)}.`;
  }
  const shown = bars.filter(({ id, lead }) => id !== 'consent' || lead > 0);
  const spans = shown.map(
    ({ id, start, end, slack }) =>
      `${STAGES[id].short} from ${start === 0 ? 'signing' : span(start)} to ${span(end)}, ${slack === 0 ? 'with no slack' : `with ${span(slack)} of slack`}`,
  );
  return `Bars on an axis of years since signing: ${spans.join('; ')}. A line marks the day the site comes online, after ${span(online)}.`;
}

/** The line under the picture. */
export function caption({ state, online, binding }: Picture): Part[] {
  if (state.view === 'time')
    return state.consent > 0
      ? ['Ground is broken only once consent is given; a no has no date.']
      : ['A fifth is missing from the list of four: local consent. A no has no date.'];
  return [
    'Chips are counted worldwide, power in the US, buildings in North America; cooling is assumed, and no source here counts consent in gigawatts. In time: ',
    onlineAfter(online),
    `, set by ${listed(binding.map((id) => STAGES[id].short))}.`,
  ];
}
