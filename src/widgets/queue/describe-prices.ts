import { G31, G32 } from 'virtual:figures';
import { rentInBalance } from '#evidence/prices.ts';
import { calendarYear, monthName } from '#model/calendar.ts';
import { decimal, duration, multiple } from '#model/format.ts';
import { MONTHS_PER_YEAR, NO_TIME } from '#model/units.ts';
import type { Part } from '../sentence.ts';
import type { PricesPicture } from './prices.ts';
import { dollars } from './settings.ts';

/** "1.7 of 2 years", "5 of 6 months". */
export function coveredOf({ state: { lead }, coveredShown }: PricesPicture): string {
  const [count, unit = ''] = duration(lead).split(' ');
  const shown = unit.startsWith('year') ? coveredShown : coveredShown * MONTHS_PER_YEAR;
  return `${decimal(shown, 1)} of ${count} ${unit}`;
}

/** What prices say, in one sentence and a half. */
export function pricesAnswer(picture: PricesPicture, isRentYours: boolean): Part[] {
  const { state, ratio, implied, covered, uncommitted, risk } = picture;
  const lead = duration(state.lead);
  const start: Part[] = [
    'An H100 rents for ',
    { text: dollars(state.rent), tone: isRentYours ? 'yours' : 'strong', setting: 'rent' },
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
    { text: coveredOf(picture), tone: 'supply', result: 'covered', value: covered },
    ` are covered. If growth stopped, `,
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

const monthOf = (asOf: string) => monthName(calendarYear(asOf) ?? Number.NaN);

/** What is compared, and what is not known. */
export const pricesCaption =
  `Compared are one-year contracts of ${monthOf(G31.asOf)} and ${monthOf(G32.asOf)}. That the low was balance is assumed. ` +
  'Spot and on-demand listings are other kinds of price; drag there to see what they would say.';
