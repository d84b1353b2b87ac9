import { decimal, duration, multiple, yearNumber } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import { BALANCED, type ScarcityPicture, type ScarcityState } from './compute.ts';

/** Whether the reader has set this otherwise than the essay. */
export type IsChanged = (key: keyof ScarcityState) => boolean;

/** From when: in the first year by months, then by the picture's own axis. */
const since = (year: number) => (year < 1 ? `after ${duration(year)}` : `from year ${yearNumber(year)} on`);

const isCovered = ({ state }: ScarcityPicture) => state.commit >= state.lead;

/** The answer, rewritten with each drag: what the hand set, what follows, and when. */
export function answer(picture: ScarcityPicture, isChanged: IsChanged): Part[] {
  const { state } = picture;
  return [
    'Demand doubles every ',
    { text: duration(state.doubling), tone: isChanged('doubling') ? 'yours' : 'strong', setting: 'doubling' },
    ...(picture.hasCeiling
      ? [
          ' up to ',
          {
            text: multiple(state.ceiling),
            tone: isChanged('ceiling') ? 'yours' : 'strong',
            setting: 'ceiling',
          } as const,
        ]
      : []),
    '; an order takes ',
    { text: duration(state.lead), tone: isChanged('lead') ? 'yours' : 'strong', setting: 'lead' },
    '. ',
    ...(picture.hasCeiling ? underCeiling(picture, isChanged) : byTheLaw(picture, isChanged)),
    ' ',
    ...beforeThat(picture),
  ];
}

function commitment({ state }: ScarcityPicture, isChanged: IsChanged): Part[] {
  if (state.commit === 0) return ['With nothing committed ahead, '];
  return [
    'With ',
    { text: duration(state.commit), tone: isChanged('commit') ? 'yours' : 'strong', setting: 'commit' },
    ' committed ahead, ',
  ];
}

function byTheLaw(picture: ScarcityPicture, isChanged: IsChanged): Part[] {
  const { scarcity, overbuild, lawYear, state } = picture;
  const glut: Part = { text: multiple(overbuild), tone: 'supply', result: 'overbuild', value: overbuild };
  if (isCovered(picture)) {
    return [
      'With all of it committed ahead, ',
      { text: 'nothing is short', tone: 'gap', result: 'scarcity', value: scarcity },
      ` ${since(lawYear)}; but if growth stopped, `,
      glut,
      ' what is wanted.',
    ];
  }
  return [
    ...commitment(picture, isChanged),
    { text: multiple(scarcity), tone: 'gap', result: 'scarcity', value: scarcity },
    { text: ' as much is wanted as exists', tone: 'gap' },
    `, ${since(lawYear)}`,
    ...(state.commit > 0 ? ['; if growth stopped, ', glut, ' what is wanted.'] : ['.']),
  ];
}

function underCeiling(picture: ScarcityPicture, isChanged: IsChanged): Part[] {
  const { peak, peakYear, catchUpYear, scarcity, axes } = picture;
  const isShort = peak >= BALANCED;
  return [
    ...commitment(picture, isChanged),
    ...(isShort
      ? [
          { text: `${multiple(peak)} as much is wanted as exists`, tone: 'gap' } as const,
          `, at worst, in year ${yearNumber(peakYear)}; `,
          ...(catchUpYear === null
            ? [`supply has not caught up by year ${yearNumber(axes.years)}. `]
            : [
                'supply catches up in year ',
                { text: yearNumber(catchUpYear), result: 'catch-up', value: catchUpYear } as const,
                '. ',
              ]),
        ]
      : ['nothing is ever short; ']),
    'Without the ceiling it would settle at ',
    { text: multiple(scarcity), result: 'scarcity', value: scarcity },
    '.',
  ];
}

/** The first lead time was decided before demand sped up. */
function beforeThat({ atLead, state }: ScarcityPicture): Part[] {
  const when = state.lead < 1 ? `After ${duration(state.lead)} ` : `In year ${yearNumber(state.lead)} `;
  if (atLead < 1 / BALANCED) return [`${when}there is more than enough, whatever is signed now.`];
  if (atLead < BALANCED) return [`${when}there is just enough, whatever is signed now.`];
  return [
    `${when}it is `,
    { text: multiple(atLead), result: 'at-lead', value: atLead },
    ', whatever is signed now.',
  ];
}

/** What the picture's worst moment is, for the line under it. */
export function worst({ peak, peakYear }: ScarcityPicture): Part[] {
  return [
    peak < BALANCED ? 'Never short; at worst ' : 'Worst shortage: ',
    { text: multiple(peak), tone: 'strong', result: 'peak', value: peak },
    ', first in year ',
    { text: yearNumber(peakYear), tone: 'strong', result: 'peak-year', value: peakYear },
    '.',
  ];
}

/** The two halves of the doublings ruler, and what each of them costs. */
export function split(picture: ScarcityPicture): { covered: Part[] | null; uncovered: Part[] | null } {
  const { overbuild, scarcity, state, hasCeiling } = picture;
  // The ruler is the law's, and the law knows no ceiling.
  const covered = hasCeiling ? 'without the ceiling, covered: ' : 'covered: ';
  const uncovered = hasCeiling ? 'without the ceiling, short by ' : 'uncovered: short by ';
  const surplus: Part = { text: multiple(overbuild), tone: 'strong', result: 'overbuild', value: overbuild };
  return {
    covered: state.commit > 0 ? [covered, surplus, ' what is wanted if growth stops'] : null,
    uncovered: isCovered(picture)
      ? null
      : [
          state.commit > 0 || hasCeiling ? uncovered : 'nobody committed: short by ',
          { text: multiple(scarcity), tone: 'strong' },
          ...(state.commit > 0
            ? []
            : [
                ', ',
                { text: 'nothing', result: 'overbuild', value: overbuild },
                ' to spare if growth stops',
              ]),
        ],
  };
}

/** The chart in words, for those who don't see it. */
export function chartDescription(picture: ScarcityPicture): string {
  const { axes, series, state, hasCeiling } = picture;
  const end = series.findLast(({ year }) => year <= axes.years);
  const shape = hasCeiling ? `rises and levels off at ${multiple(state.ceiling)}` : 'keeps doubling';
  const flat = state.commit === 0 ? ' is flat for a while because earlier orders were already enough,' : '';
  const pace = isCovered(picture)
    ? 'rises to what was ordered for'
    : `follows demand ${duration(state.lead - state.commit)} behind`;
  return (
    `Two lines over ${decimal(axes.years, 1)} years, in multiples of the start. Demand ${shape} and reaches ` +
    `${multiple(end?.demand ?? 1)}. Supply follows what was ordered before demand sped up for ${duration(state.lead)},` +
    `${flat} then ${pace}, and reaches ${multiple(end?.supply ?? 1)}.`
  );
}
