import { decimal, duration, multiple, yearNumber } from '#model/format.ts';
import { NO_TIME } from '#model/units.ts';
import type { Part } from '../sentence.ts';
import type { QueuePicture } from './compute.ts';
import { HORIZON_YEARS, NEED_YEAR } from './settings.ts';

/** Whether the reader has moved a setting that an answer names. */
export type IsChanged = (key: 'you' | 'others' | 'commit') => boolean;

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
export function lateness(wait: number | null, inWords = duration): string {
  if (wait === null) return `not within ${HORIZON_YEARS} years`;
  return wait < NO_TIME ? 'on time' : `${inWords(wait)} late`;
}

export const strong = (text: string, isYours = false) =>
  ({ text, tone: isYours ? 'yours' : 'strong' }) as const;

function arrival({ wait }: QueuePicture): Part[] {
  if (wait === null) return [' does ', { text: `not come within ${HORIZON_YEARS} years`, tone: 'gap' }];
  return [' comes ', { text: lateness(wait), tone: 'gap', result: 'wait', value: wait }];
}

/** What signing on the day would have meant: ", not 2 years". */
function insteadOf({ wait, waitOnDay }: QueuePicture): string {
  if (waitOnDay === null || lateness(wait) === lateness(waitOnDay)) return '';
  return `, not ${wait === null || wait < NO_TIME ? lateness(waitOnDay) : duration(waitOnDay)}`;
}

/** What the unsigned pay. */
function unsigned({ price }: QueuePicture): Part[] {
  const paid: Part = { text: multiple(price), tone: 'money', result: 'price', value: price };
  const than = price < 1.005 ? ', no more than you' : '';
  return [' On the day the unsigned pay ', paid, ` the price in balance${than}.`];
}

/** The answer, rewritten with each drag. */
export function answer(picture: QueuePicture, isChanged: IsChanged): Part[] {
  const { state, place, placeOnDay } = picture;
  const { you, others, commit } = state;
  const set = (key: 'you' | 'others' | 'commit'): Part => ({
    ...strong(duration(state[key]), isChanged(key)),
    setting: key,
  });
  const [yours, theirs] = [set('you'), set('others')];
  const stands: Part = strong(`${ordinal(place)} in line`, isChanged('you'));
  const built = commit === 0 ? ['. Capacity'] : ['. With ', set('commit'), ' committed ahead, it'];
  const not = you === 0 || you === others ? '' : insteadOf(picture);
  return [...how(), ...built, ...arrival(picture), not, '.', ...unsigned(picture)];

  function how(): Part[] {
    if (you === others)
      return you === 0
        ? ['Sign on the day you need it, as everyone else does, and you are ', stands]
        : ['If everyone signs ', yours, ' before the need, you too, you are ', stands, ' as if nobody had'];
    if (others === 0)
      return ['Signing ', yours, ' before you need it makes you ', stands, `, not ${ordinal(placeOnDay)}`];
    const when = you === 0 ? ['on the day'] : [yours];
    return ['If everyone else signs ', theirs, ' before the need and you ', ...when, ', you are ', stands];
  }
}

/** The simulation, and the closed form beside it. */
export function closedForm({ wait, byLaw, lawHolds, lawYear }: QueuePicture): Part[] {
  const law: Part = {
    text: byLaw < NO_TIME ? 'no wait' : duration(byLaw),
    tone: 'strong',
    result: 'closed-form',
    value: byLaw,
  };
  const said: Part[] = [`Simulated: ${lateness(wait)}. Closed form, (L − F) + a − b: `, law];
  const isHeld = lawHolds || (wait !== null && wait < NO_TIME && byLaw < NO_TIME);
  if (isHeld) return [...said, '.'];
  if (wait === null && NEED_YEAR + byLaw > HORIZON_YEARS) return [...said, ', beyond the picture.'];
  return [...said, `; it holds from year ${yearNumber(lawYear)} on.`];
}

/** What a place and a dot are. */
export function dotMeans({ dot, state }: QueuePicture): string {
  const places =
    dot < 1 ? `1/${1 / dot} of a place` : dot === 1 ? 'one place' : `${multiple(dot).slice(0, -1)} places`;
  return `A place is as much as ran in year 0; a dot is ${places}, and the square under it is dashed until that is ordered and fills as it is built. Every ${duration(state.doubling)} of hesitation doubles the line before you.`;
}

/** The line in words, for those who don’t see it. */
export function chartDescription({ slots, placeOnDay, waitOnDay, price }: QueuePicture): string {
  return (
    `A line of ${slots.length} dots by date of signing, to the ${ordinal(placeOnDay)} place, which is served ` +
    `${lateness(waitOnDay)}. The signed pay 1×, the unsigned ${multiple(price)}.`
  );
}
