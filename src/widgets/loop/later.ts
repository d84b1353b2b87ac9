import { shortDollars as $, percent } from '#model/format.ts';
import type { Quantity } from '#state/quantity.ts';
import type { Part } from '../sentence.ts';
import * as capacity from './capacity.ts';
import type { LoopPicture } from './compute.ts';
import * as money from './describe.ts';
import { type IsChanged, named, possessive, type Words } from './describe.ts';
import { type Moment, sceneOf as moneyScene, type Scene } from './scene.ts';
import { loopSettings } from './settings.ts';

// What is said and drawn of every state. Of the essay's own deal, its money is all that is loaded at first; this is
// when somebody asks for another deal or for capacity.

const isMoney = ({ state }: LoopPicture) => state.view === 'money';

/** The answer, rewritten with each drag. */
export function answer(picture: LoopPicture, isChanged: IsChanged): Part[] {
  if (!isMoney(picture)) return capacity.answer(picture);
  const { own, placed, contingent, placedShare, committed, routed } = picture;
  const { vendor, tenant, route: [by = ''] = [], isEquipment } = picture.deal;
  const byRoute = percent(Math.min(1, routed / committed));
  const circular = money.circularOf(picture);
  const rest = money.fromCustomers(picture, isChanged);
  if (own === 0) {
    const round = routed > 0 ? ` (by way of ${by}, ${byRoute})` : '';
    return [
      `None of it: the ledger knows of no money of ${possessive(vendor)} in ${tenant}, so `,
      circular,
      ` can come back${round}. `,
      ...rest,
    ];
  }
  const promise = `${possessive(tenant)} ${isEquipment ? 'purchases' : 'promise'}`;
  const others = routed > 0 ? `, ${possessive(by)} ${byRoute}` : '';
  const soFar = placed > 0 && contingent > 0 ? ` (${percent(placedShare)} with what is paid)` : '';
  return [
    'At most ',
    circular,
    ` of it: ${possessive(vendor)} own money can pay no more of ${promise}${others}${soFar}. `,
    ...rest,
  ];
}

/** What stands beside each part of the picture. */
export function wordsOf(picture: LoopPicture): Words {
  if (!isMoney(picture)) return capacity.wordsOf(picture);
  const { deal, committed, needed, placed, contingent, own, routed } = picture;
  const { vendor, tenant, route: [by = ''] = [], isEquipment } = deal;
  const words = money.wordsOf(picture);
  const parts = [
    placed > 0 ? `${$(placed)} paid` : '',
    contingent > 0 ? `up to ${$(contingent)}${placed > 0 ? ' more' : ''}` : '',
    routed > 0 ? `up to ${$(routed)} by way of ${by}` : '',
  ].filter((part) => part !== '');
  return {
    ...words,
    suppliers: capacity.suppliersOf(picture),
    tenant: needed === 0 ? named(tenant, 'needs nothing more') : words.tenant,
    vendor: isEquipment
      ? named(vendor, `is to sell ${$(committed)}`, ...money.addedBy(picture))
      : words.vendor,
    hole:
      parts.length === 0
        ? [
            ['No circle', 'soft'],
            [`no money of ${possessive(vendor)} is known`, 'soft'],
          ]
        : [
            [own === 0 ? 'The long way round' : 'The circle', 'money'],
            [parts.join(', '), 'said'],
          ],
    station: routed > 0 ? [[by, 'name']] : [],
  };
}

/** Under the picture: what is so to date, what is assumed, and what is contested in another deal. */
export function caption(picture: LoopPicture): string {
  const { id, vendor, tenant, route: [by] = [] } = picture.deal;
  const isEssays = id === loopSettings.deal.default;
  return [
    isMoney(picture) ? money.caption(picture) : capacity.CAPTION,
    isMoney(picture) && picture.own === 0 && by !== undefined
      ? `The long way round: ${by} pays ${tenant}, ${tenant} pays ${vendor}, ${vendor} buys from ${by}.`
      : '',
    isEssays ? '' : (capacity.recordOf(picture)?.contested[0]?.note ?? ''),
  ].join(' ');
}

/** The quantity that stands first where it is not customers' money: how much arrives. */
export function firstOf(picture: LoopPicture): Quantity | null {
  return isMoney(picture) || picture.ceiling === 0 ? null : capacity.arrivalOf(picture);
}

/** Money, capacity, or what is between them. */
export function sceneOf(moment: Moment, width: number): Scene {
  return (moment.turned > 0 ? capacity.sceneOf : moneyScene)(moment, width);
}
