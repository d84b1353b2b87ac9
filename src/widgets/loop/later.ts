import { deals } from 'virtual:deals';
import { percent } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import type { LoopPicture } from './compute.ts';
import { gigawatts, possessive } from './describe.ts';
import { lines, named, suppliersOf, type Words } from './words.ts';

// What the essay's own state does not say; loaded when somebody first leaves it for another deal or for capacity.

/** Less than a picture shows. */
const NOTHING_GW = 0.004;

/** What stands beside each part of the picture. */
export function wordsOf(picture: LoopPicture): Words {
  const { deal, ceiling, arrives, dated, freed } = picture;
  const undated = arrives - dated;
  const isDated = dated > NOTHING_GW;
  return {
    suppliers: suppliersOf(picture),
    customers: named('Customers', 'use it up'),
    tenant: named(deal.tenant, 'serves them with it'),
    vendor: named(deal.vendor, deal.isEquipment ? 'makes what it runs on' : 'builds and runs it'),
    river: lines(freed > NOTHING_GW, `${gigawatts(freed)} freed`, 'nobody pays for it'),
    aside: [],
    brought: isDated ? [[`${gigawatts(dated)}, ${deal.dated?.[1]}`, 'on']] : [],
    missing:
      ceiling === 0
        ? lines(true, 'no gigawatts named')
        : lines(
            undated > NOTHING_GW,
            `up to ${gigawatts(undated)}${isDated ? ' more' : ''}`,
            'no date given',
          ),
    elsewhere: [],
    dated: [],
    building: [],
    hole: [
      ['Nothing comes back', 'soft'],
      ['dashed: where the money’s circle was', 'soft'],
    ],
    station: [],
  };
}

/** The answer, rewritten with each drag. */
export function answer({ deal, ceiling, arrives, dated, freed, paidShare }: LoopPicture): Part[] {
  const oneWay = ` one way, from suppliers to ${possessive(deal.tenant)} customers`;
  const noCircle = 'Follow the capacity and there is no circle at all. ';
  if (ceiling === 0) return [`${noCircle}It runs${oneWay}; the deal names no gigawatts.`];
  const size = (value: number): Part => ({ text: gigawatts(value), tone: 'supply' });
  return [
    noCircle,
    arrives < ceiling ? 'If ' : 'Up to ',
    size(arrives),
    arrives < ceiling ? ` of the ${gigawatts(ceiling)} arrives, it runs` : ' runs',
    `${oneWay}. `,
    ...(deal.dated === undefined
      ? ['The contract dates none of it. ']
      : ['About ', size(dated), ` has a date: ${deal.dated[1]}. `]),
    freed > 0
      ? `At this revenue ${percent(1 - paidShare)} goes unpaid, which would free ${gigawatts(freed)} for others.`
      : '',
  ];
}

/** What is contested in a deal, first of all its money. */
export function noteOf(id: string): string {
  return deals.find((deal) => deal.id === id)?.contested[0]?.note ?? '';
}

/** Under the picture of capacity. */
export const caption =
  'A contract’s sum is often a floor and its capacity a ceiling: the one should not be divided by the other.';
