import type { Part } from '../sentence.ts';
import { type BottleneckState, DUST, type Picture } from './compute.ts';
import { startKey } from './settings.ts';
import { STAGES, type StageId, WORK } from './stages.ts';
import { capital, shortSpan, sooner, span } from './words.ts';

/** A step that a press takes: what it sets, what that moves, and what not. */
export interface Step {
  readonly id: StageId;
  readonly key: string;
  readonly to: number;
  readonly moves: boolean;
  readonly moved: string;
  readonly rest: readonly Part[];
}

/** What a view says; pure. */
export interface Told {
  /** What is slow, and what came of what the reader changed. */
  answer(now: Picture, essay: Picture): Part[];
  /** The picture, for those who don't see it. */
  description(now: Picture): string;
  /** The line under it. */
  caption(now: Picture): Part[];
  /** What stands before the steps. */
  readonly asks: string;
  steps(now: Picture): Step[];
}

export const strong = (text: string) => ({ text, tone: 'strong' }) as const;
export const yours = (text: string) => ({ text, tone: 'yours' }) as const;
export const onlineAfter = (online: number): Part => ({
  ...strong(span(online)),
  result: 'online',
  value: online,
});

/** The keys under which one state is another than the other. */
export const changedAmong = <Key extends keyof BottleneckState>(
  keys: readonly Key[],
  now: BottleneckState,
  essay: BottleneckState,
) => keys.filter((key) => now[key] !== essay[key]);

const TIME_KEYS = ['consent', ...WORK, ...WORK.map(startKey)] as const;
export const changedInTime = (now: Picture, essay: Picture) =>
  changedAmong(TIME_KEYS, now.state, essay.state);

/** Names in a row, each in its own colour: "Power", "Chips and power". */
export function named(ids: readonly StageId[], isFirst = false): Part[] {
  return ids.flatMap((id, index): Part[] => {
    const before = index === 0 ? '' : index === ids.length - 1 ? ' and ' : ', ';
    const { short, tone } = STAGES[id];
    return [before, { text: isFirst && index === 0 ? capital(short) : short, tone }];
  });
}

/** What came of what the reader did: of one thing by its name. */
export const cameOf = (
  done: readonly Part[],
  isMore: boolean,
  moved: number,
  still: string,
  outcome: readonly Part[],
): Part[] => [
  ...(isMore ? ['With all that you changed, '] : [...done, '; ']),
  ...(Math.abs(moved) < DUST ? [still, strong('nothing')] : outcome),
  '.',
];

function whenOnline({ online, binding }: Picture): Part[] {
  const when = [onlineAfter(online), '. '];
  if (online < DUST) return ['None: all of it is there on the day of signing, and the wait is ', ...when];
  const work = binding.filter((id) => id !== 'consent');
  if (work.length === WORK.length) return ['No single one: all four finish together, after ', ...when];
  // Consent is no rival of the buildings that wait for it.
  if (binding.includes('consent') && work.length === 1)
    return [...named(['consent'], true), ', and then ', ...named(work), ', after ', ...when];
  return [...named(work, true), `${work.length > 1 ? ' together' : ''}, after `, ...when];
}

/** What the first view says. */
export const timeTold: Told = {
  answer(now, essay) {
    const [key, ...others] = changedInTime(now, essay);
    if (key === undefined)
      return [
        ...whenOnline(now),
        'Finish any of the others sooner, and the site comes online not a day sooner.',
      ];
    const moved = now.online - essay.online;
    const by = now.state[key] - essay.state[key];
    const id = WORK.find((each) => each === key || startKey(each) === key);
    const done =
      id === undefined
        ? ['You counted ', yours(span(by)), ' for ', ...named(['consent'])]
        : [`You ${key === id ? 'finished' : 'began'} the `, ...named([id]), ' ', yours(sooner(by))];
    return [
      ...whenOnline(now),
      ...cameOf(done, others.length > 0, moved, 'the day the site comes online moved by ', [
        'the site comes online ',
        yours(sooner(moved)),
      ]),
    ];
  },

  description({ bars, online }) {
    const spans = counted(bars).map(
      ({ id, start, end, slack }) =>
        `${STAGES[id].short} from ${start === 0 ? 'signing' : span(start)} to ${span(end)}, with ${slack === 0 ? 'no' : `${span(slack)} of`} slack`,
    );
    return `Bars on an axis of years since signing: ${spans.join('; ')}. A line marks the day the site comes online, after ${span(online)}.`;
  },

  caption: ({ state }) => [
    state.consent > 0
      ? 'Ground is broken only once consent is given; a no has no date.'
      : 'A fifth is missing from the list of four: local consent. A no has no date.',
  ],

  asks: 'Finished up to a year sooner, each moves the online date by',
  steps: ({ bars }) =>
    counted(bars).map(({ id, slack, soonerLead, soonerMoves }) => ({
      id,
      key: id,
      to: soonerLead,
      moves: soonerMoves > 0,
      moved: span(soonerMoves),
      rest: [
        {
          text: slack === 0 ? 'no slack' : `${shortSpan(slack)} of slack`,
          result: `slack-${id}`,
          value: slack,
        },
      ],
    })),
};

/** Consent counts once it takes time. */
function counted(bars: Picture['bars']) {
  return bars.filter(({ id, lead }) => id !== 'consent' || lead > 0);
}
