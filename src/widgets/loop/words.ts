import { decimal, shortDollars } from '#model/format.ts';
import { plain } from '../sentence.ts';
import type { Line } from './blocks.ts';
import type { LoopPicture } from './compute.ts';
import { breaking, gigawatts, pace } from './describe.ts';

export type Spoken =
  | 'customers'
  | 'tenant'
  | 'vendor'
  | 'suppliers'
  | 'river'
  | 'aside'
  | 'brought'
  | 'missing'
  | 'elsewhere'
  | 'dated'
  | 'building'
  | 'hole'
  | 'station';

/** What stands beside each part of the picture; empty where there is nothing to say. */
export type Words = Readonly<Record<Spoken, readonly Line[]>>;

const $ = shortDollars;
/** Lines, the first of them in ink; none where a condition fails. */
export const lines = (says: boolean, text = '', ...more: readonly string[]): Line[] =>
  says ? [[text, 'said'], ...more.map((each): Line => [each, 'soft'])] : [];
export const named = (name: string, means?: string): Line[] => [
  [name, 'name'],
  ...(means === undefined ? [] : ([[means, 'soft']] as const)),
];

export const suppliersOf = ({ deal }: LoopPicture): Line[] =>
  named('Suppliers', deal.isEquipment ? 'parts, plants' : 'chips, power, sites');

/** What the picture says where money is followed. */
export function wordsOf(picture: LoopPicture): Words {
  const { deal, state, committed, needed, missing, left, customers, dated, arrives } = picture;
  const { vendor, tenant, route } = deal;
  const term = `in ${decimal(picture.years, 1)} years`;
  const isShort = missing > committed / 1000;
  const undated = arrives - dated;
  const nothing: Line[] = [];
  return {
    suppliers: suppliersOf(picture),
    customers: named('Customers', `pay ${$(state.revenue)} a year, ${pace(state.growth)}`),
    tenant: named(tenant, needed === 0 ? 'needs nothing more' : `needs ${$(needed)}, has ${$(left)}`),
    vendor: named(vendor, `is promised ${$(committed)}`),
    river: [
      [`${$(left)} ${term}`, 'said'],
      [needed === 0 ? '' : plain(breaking(picture)), 'said'],
    ],
    aside: lines(
      customers - left > customers / 200,
      `${$(customers - left)} for all else`,
      `that ${tenant} pays for`,
    ),
    brought: lines(
      picture.brought > 0,
      `${$(picture.brought)} that customers ${isShort ? '' : 'must '}bring`,
    ),
    missing: isShort ? [[`${$(missing)} that nobody brings`, 'gap']] : nothing,
    elsewhere: lines(
      picture.elsewhere > committed / 100,
      `up to ${$(picture.elsewhere)}`,
      'from its other business',
    ),
    dated: lines(picture.buildingDated > 0, `${$(picture.buildingDated)} for ${gigawatts(dated)}`),
    building: lines(
      picture.building > 0 && undated > 0,
      `up to ${$(picture.building)}`,
      `for all ${gigawatts(arrives)}`,
    ),
    hole: ringWords(picture),
    station: route === undefined ? nothing : named(route[0]),
  };
}

function ringWords({ deal: { vendor, route }, placed, contingent, own }: LoopPicture): Line[] {
  if (own === 0 && route === undefined)
    return [
      ['No circle', 'soft'],
      [`${vendor} has put no money in`, 'soft'],
    ];
  const parts = [
    placed > 0 ? `${$(placed)} paid` : '',
    contingent > 0 ? `up to ${$(contingent)}${placed > 0 ? ' more' : ''}` : '',
    route === undefined ? '' : `up to ${$(route[1])} by way of ${route[0]}`,
  ];
  return [
    [own === 0 ? 'The long way round' : 'The circle', 'money'],
    [parts.filter((part) => part !== '').join(', '), 'said'],
  ];
}
