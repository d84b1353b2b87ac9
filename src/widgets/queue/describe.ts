import { rentEvidence, rentInBalance } from '#evidence/prices.ts';
import { decimal, duration, multiple, yearNumber } from '#model/format.ts';
import type { DataTable } from '../data-table.ts';
import type { Part } from '../sentence.ts';
import { computePrices, NO_TIME, type PricesPicture, type QueuePicture } from './compute.ts';
import { dollars, HORIZON_YEARS, NEED_YEAR } from './settings.ts';

/** Which of the settings that an answer names the reader has moved. */
export interface Changed {
  readonly you: boolean;
  readonly others: boolean;
  readonly commit: boolean;
}

const A_MILLION = 1e6;
const SUFFIXES = ['th', 'st', 'nd', 'rd'];

/** "36th": the place of whoever comes after so much. Long lines are counted in three digits. */
export function ordinal(place: number): string {
  const whole = Math.ceil(place - 1e-9);
  if (whole > A_MILLION) return 'past the millionth';
  const shown = whole < 1000 ? whole : Number(whole.toPrecision(3));
  const suffix = shown % 100 > 10 && shown % 100 < 14 ? 'th' : (SUFFIXES[shown % 10] ?? 'th');
  return `${decimal(shown, 0)}${suffix}`;
}

/** "1 year late", "on time", "not within 12 years". */
export function lateness(wait: number | null): string {
  if (wait === null) return `not within ${HORIZON_YEARS} years`;
  return wait < NO_TIME ? 'on time' : `${duration(wait)} late`;
}

const strong = (text: string, isYours = false) => ({ text, tone: isYours ? 'yours' : 'strong' }) as const;

function arrival({ wait }: QueuePicture): Part {
  const said = { text: lateness(wait), tone: 'gap' } as const;
  return wait === null ? said : { ...said, result: 'wait', value: wait };
}

/** What the unsigned pay. */
function unsigned({ price }: QueuePicture): Part[] {
  const paid: Part = { text: multiple(price), tone: 'money', result: 'price', value: price };
  if (price < 0.995) return [' Those who never signed pay ', paid, ' on the day, less than you.'];
  if (price < 1.005) return [' Those who never signed pay ', paid, ' on the day: no more than you.'];
  return [' Those who never signed pay ', paid, ' on the day.'];
}

/** The answer, rewritten with each drag. */
export function answer(picture: QueuePicture, changed: Changed): Part[] {
  const { state, place, placeOnDay, waitOnDay } = picture;
  const { you, others, commit } = state;
  const yours: Part = { ...strong(duration(you), changed.you), setting: 'you' };
  const theirs: Part = { ...strong(duration(others), changed.others), setting: 'others' };
  const stands: Part = strong(`${ordinal(place)} in line`, changed.you);
  const built: Part[] =
    commit === 0
      ? ['. Capacity comes ']
      : [
          '. With ',
          { ...strong(duration(commit), changed.commit), setting: 'commit' },
          ' committed ahead, it comes ',
        ];
  const rest = (than: string): Part[] => [...built, arrival(picture), than, '.', ...unsigned(picture)];
  const instead = lateness(waitOnDay);
  const not = instead === lateness(picture.wait) ? '' : `, not ${instead}`;

  if (you === 0 && others === 0)
    return ['Sign on the day you need it, as everyone else does, and you are ', stands, ...rest('')];
  if (you === 0)
    return [
      'If everyone else signs ',
      theirs,
      ' before the need and you on the day, you are ',
      stands,
      ...rest(''),
    ];
  if (you === others)
    return [
      'If everyone signs ',
      yours,
      ' before the need, you too, you are ',
      stands,
      ' as if nobody had',
      ...rest(''),
    ];
  if (others === 0)
    return [
      'Signing ',
      yours,
      ' before you need it makes you ',
      stands,
      `, not ${ordinal(placeOnDay)}`,
      ...rest(not),
    ];
  return [
    'If everyone else signs ',
    theirs,
    ' before the need and you ',
    yours,
    ', you are ',
    stands,
    ...rest(not),
  ];
}

/** The simulation, and the closed form beside it. */
export function closedForm({ wait, byLaw, lawHolds, lawYear }: QueuePicture): Part[] {
  const law: Part = { text: byLaw < NO_TIME ? 'no wait' : duration(byLaw), tone: 'strong' };
  const said: Part[] = [`Simulated: ${lateness(wait)}. Closed form, (L − F) + a − b: `, law];
  const isHeld = lawHolds || (wait !== null && wait < NO_TIME && byLaw < NO_TIME);
  if (isHeld) return [...said, '.'];
  if (wait === null && NEED_YEAR + byLaw > HORIZON_YEARS) return [...said, ', beyond the picture.'];
  return [...said, `; it holds from year ${yearNumber(lawYear)} on.`];
}

/** What a dot is. */
export function dotMeans({ dot, state }: QueuePicture): string {
  const much =
    dot === 1 ? 'as much as ran in year 0' : `${dot < 1 ? `1/${1 / dot}` : multiple(dot)} what ran in year 0`;
  return `Each dot asks for ${much}. Every ${duration(state.doubling)} of hesitation doubles the line before you.`;
}

/** The line in words, for those who don’t see it. */
export function chartDescription(picture: QueuePicture): string {
  const { slots, place, placeOnDay, state, wait, waitOnDay, price } = picture;
  const served = slots.filter(({ who }) => who === 'served').length;
  const day =
    state.after === 0
      ? `On the day of need, in year ${NEED_YEAR}`
      : `In year ${yearNumber(NEED_YEAR + state.after)}`;
  return (
    `A line of ${slots.length} dots by date of signing, from the front to the ${ordinal(placeOnDay)} place, which is had ` +
    `by signing on the day of need. Below each dot stands the capacity that will serve it. ${day} ${served} of the dots ` +
    `are served. Under the line a curve shows how late each place is served: ${lateness(waitOnDay)} at its end. ` +
    `You stand ${ordinal(place)}, ${lateness(wait)}. Coins at the foot: whoever signed pays 1×, whoever did not ${multiple(price)}.`
  );
}

/** The line by date of signing. */
export function tableOf({ state, lateAt }: QueuePicture): DataTable {
  const steps = Array.from({ length: 2 * NEED_YEAR + 1 }, (_, half) => half / 2);
  return {
    caption: `What signing earlier buys whoever needs capacity in year ${NEED_YEAR}`,
    columns: [
      {
        key: 'advance',
        label: 'signs before need',
        unit: 'years',
        format: (value) => (value === 0 ? 'on the day' : duration(value)),
      },
      { key: 'place', label: 'place in line', unit: 'multiples of year 0', format: ordinal },
      { key: 'late', label: 'late', unit: 'years', format: (value) => lateness(value) },
    ],
    rows: steps.map((advance) => ({
      advance,
      place: 2 ** ((NEED_YEAR - advance + state.others) / state.doubling),
      late: lateAt(advance) ?? lateness(null),
    })),
  };
}

/** What prices say, in one sentence and a half. */
export function pricesAnswer(picture: PricesPicture): Part[] {
  const { state, ratio, implied, covered, uncommitted, risk } = picture;
  const lead = duration(state.lead);
  const start: Part[] = [
    'An H100 rents for ',
    { ...strong(dollars(state.rent)), setting: 'rent' },
    ' an hour, ',
    { text: multiple(ratio), tone: 'money', result: 'price-ratio', value: ratio },
    ` its low of ${dollars(rentInBalance)}. `,
  ];
  const short: Part = { text: multiple(implied), tone: 'gap', result: 'implied', value: implied };
  const without: Part = {
    text: multiple(uncommitted),
    tone: 'strong',
    result: 'uncommitted',
    value: uncommitted,
  };
  const glut: Part = { text: multiple(risk), tone: 'supply', result: 'risk', value: risk };
  if (implied < 1.005)
    return [
      ...start,
      'That says that nothing is short: all ',
      lead,
      ' of building are covered, and if growth stopped, ',
      glut,
      ' what is wanted would stand there.',
    ];
  if (covered <= 0)
    return [
      ...start,
      'That would mean ',
      short,
      ' as much wanted as exists, more than the ',
      without,
      ' that waiting alone can make: prices say that nobody committed to anything.',
    ];
  return [
    ...start,
    'That means ',
    short,
    ' as much wanted as exists, not ',
    without,
    ': ',
    { text: duration(covered), tone: 'supply', result: 'covered', value: covered },
    ` of the ${lead} are covered. If growth stopped, `,
    glut,
    ' what is wanted would stand there.',
  ];
}

export function pricesDescription({ state, ratio, implied, covered, coveredShown }: PricesPicture): string {
  return (
    `Two scales. On the first, rents of an H100 in dollars an hour: ${dollars(state.rent)} now, ${multiple(ratio)} the low of ` +
    `${dollars(rentInBalance)}. On the second, one lead time of ${duration(state.lead)}: ` +
    `${coveredShown < NO_TIME ? 'nothing' : duration(coveredShown)} of it is covered by commitments` +
    `${covered < state.lead ? `, the rest, which makes ${multiple(implied)} short, is not` : ''}.`
  );
}

/** What each of the known prices would say, and the reader’s. */
export function pricesTable(picture: PricesPicture): DataTable {
  const { state } = picture;
  const known = rentEvidence.marks.map(({ label, value, fact }) => ({
    what: `${label}, ${fact.asOf}`,
    rent: value,
  }));
  const isKnown = known.some(({ rent }) => rent === state.rent);
  return {
    caption: 'What each price of an H100-hour would say, if the low was balance',
    columns: [
      { key: 'what', label: 'price', unit: '', format: String },
      { key: 'rent', label: 'rent', unit: 'USD per GPU-hour', format: dollars },
      { key: 'implied', label: 'demand ÷ supply', unit: 'ratio', format: multiple },
      { key: 'covered', label: 'covered', unit: 'years', format: (value) => decimal(value, 1) },
      { key: 'risk', label: 'too much if growth stops', unit: 'ratio', format: multiple },
    ],
    rows: [...(isKnown ? [] : [{ what: 'set here', rent: state.rent }]), ...known].map(({ what, rent }) => {
      const { implied, covered, risk } = computePrices({ ...state, rent });
      return { what, rent, implied, covered, risk };
    }),
  };
}
