import { shortDollars as $, decimal, dollars, multiple, percent } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import type { LoopPicture, LoopState } from './compute.ts';
import { loopSettings } from './settings.ts';

/** What a line of the picture is; it looks accordingly. */
export type Role = 'name' | 'said' | 'soft' | 'money' | 'gap' | 'on';
export type Line = readonly [text: string, as: Role];

type Spoken =
  | 'customers'
  | 'tenant'
  | 'vendor'
  | 'suppliers'
  | 'river'
  | 'aside'
  | 'brought'
  | 'missing'
  | 'dated'
  | 'building'
  | 'hole'
  | 'station';

/** What stands beside each part of the picture; empty where there is nothing to say. */
export type Words = Readonly<Record<Spoken, readonly Line[]>>;

/** Whether the reader's value is another than the deal's own. */
export type IsChanged = (key: keyof LoopState) => boolean;

/** A coverage this near to one a reader would see as one. */
const NEARLY = 0.005;

export const gigawatts = (value: number): string => `${decimal(value, value < 1 ? 2 : 1)} GW`;
export const possessive = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'}`;

/** The answer, rewritten with each drag. */
export function answer(picture: LoopPicture, isChanged: IsChanged): Part[] {
  const { placedShare, contingent, deal } = picture;
  return [
    'At most ',
    circularOf(picture),
    ` of it: ${possessive(deal.vendor)} own money can pay no more of ${possessive(deal.tenant)} promise${contingent > 0 ? ` (${percent(placedShare)} with what is paid)` : ''}. `,
    ...fromCustomers(picture, isChanged),
  ];
}

export function circularOf({ circularShare }: LoopPicture): Part {
  return { text: percent(circularShare), tone: 'money', result: 'circular-share', value: circularShare };
}

/** What others must bring, whether customers do, and what it takes. */
export function fromCustomers(picture: LoopPicture, isChanged: IsChanged): Part[] {
  const { state, coverage, needed, own, breakEvenGrowth } = picture;
  if (needed === 0) return ['Nothing is left for others to bring.'];
  const set = (setting: 'share' | 'revenue' | 'growth', text: string): Part => ({
    text,
    tone: isChanged(setting) ? 'yours' : 'strong',
    setting,
  });
  const result = (name: string, value: number, text: string, tone: 'strong' | 'gap' = 'strong'): Part => ({
    text,
    tone,
    result: name,
    value,
  });
  const parts: Part[] = [
    `Others must bring ${own === 0 ? 'it all' : 'the rest'}; `,
    set('share', percent(state.share)),
    ' of customers’ ',
    set('revenue', `${dollars(state.revenue)} a year`),
    ', ',
    set('growth', `${pace(state.growth)}${state.growth === 0 ? '' : ' a year'}`),
    coverage >= 1 ? ', covers it ' : ', covers ',
    coverage >= 1
      ? result('coverage', coverage, multiple(coverage).replace('×', ' times'))
      : result('coverage', coverage, coverage > 1 - NEARLY ? 'nearly all' : percent(coverage), 'gap'),
    coverage >= 1 ? '. ' : ' of it. ',
  ];
  if (breakEvenGrowth === null)
    return [...parts, coverage < 1 ? 'No growth mends it.' : 'No fall breaks it, not even 99% a year.'];
  return [
    ...parts,
    breakEvenGrowth < 0 ? 'It bears at most a ' : 'It takes ',
    result('break-even', breakEvenGrowth, percent(Math.abs(breakEvenGrowth))),
    breakEvenGrowth < 0 ? ' yearly fall.' : ' growth a year.',
  ];
}

/** How customers' money moves from year to year: "frozen", "growing 10%". */
function pace(growth: number): string {
  return growth === 0 ? 'frozen' : `${growth > 0 ? 'growing' : 'shrinking'} ${percent(Math.abs(growth))}`;
}

/** Under the picture: what is so to date, and what is assumed. */
export function caption({ placed, placedLasts, needed, state }: LoopPicture): string {
  return [
    placed > 0
      ? `At first it could be all of it: spread evenly, the ${dollars(placed)} paid would last ${decimal(placedLasts, 1)} years.`
      : '',
    needed > 0 ? `That ${percent(state.share)} is left for this contract is assumed.` : '',
  ].join(' ');
}

/** Lines, the first of them in ink; none where a condition fails. */
export const lines = (says: boolean, text: string, ...more: readonly string[]): Line[] =>
  says ? [[text, 'said'], ...more.map((each): Line => [each, 'soft'])] : [];
export const named = (name: string, ...means: readonly string[]): Line[] => [
  [name, 'name'],
  ...means.map((each): Line => [each, 'soft']),
];

/** What the vendor takes from its other business, where a picture shows it. */
export const addedBy = ({ elsewhere, committed }: LoopPicture): string[] =>
  elsewhere > committed / 100 ? [`and needs up to ${$(elsewhere)} more`] : [];

/** What the picture says where money is followed. */
export function wordsOf(picture: LoopPicture): Words {
  const { deal, state, years, committed, needed, brought, missing, left, customers } = picture;
  const { building, buildingDated, arrives, dated, placed, contingent, breakEvenGrowth } = picture;
  const isShort = missing > committed / 1000;
  return {
    suppliers: named('Suppliers', 'chips, power'),
    customers: named('Customers', `pay ${$(state.revenue)} a year, ${pace(state.growth)}`),
    tenant: named(deal.tenant, `needs ${$(needed)}, has ${$(left)}`),
    vendor: named(deal.vendor, `is promised ${$(committed)}`, ...addedBy(picture)),
    river: lines(
      true,
      `${$(left)} in ${decimal(years, 1)} years`,
      ...(breakEvenGrowth === null ? [] : [`breaks even at ${loopSettings.growth.format(breakEvenGrowth)}`]),
    ),
    aside: lines(customers - left > customers / 200, `${$(customers - left)} for all else`),
    brought: lines(brought > 0, `${$(brought)} that ${isShort ? 'customers' : 'others must'} bring`),
    missing: isShort ? [[`${$(missing)} that nobody brings`, 'gap']] : [],
    dated: lines(buildingDated > 0, `${$(buildingDated)} for ${gigawatts(dated)}`),
    building: lines(building > buildingDated, `up to ${$(building)}`, `for all ${gigawatts(arrives)}`),
    hole: [
      ['The circle', 'money'],
      [`${$(placed)} paid${contingent > 0 ? `, up to ${$(contingent)} more` : ''}`, 'said'],
    ],
    station: [],
  };
}

/** The chart in words, for those who don't see it: what stands in it. */
export function chartDescription(words: Words): string {
  const said = Object.values(words).flatMap((rows) =>
    rows.length === 0 ? [] : [`${rows.map(([text]) => text).join(' ')}.`],
  );
  return `A river from customers, and the place of a ring. ${said.join(' ')}`;
}
