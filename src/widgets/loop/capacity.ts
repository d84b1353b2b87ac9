import { deals } from 'virtual:deals';
import { interpolate } from 'd3';
import { percent } from '#model/format.ts';
import type { Quantity } from '#state/quantity.ts';
import type { Part } from '../sentence.ts';
import type { LoopPicture } from './compute.ts';
import { gigawatts, type Line, lines, named, possessive, type Words } from './describe.ts';
import { type Across, type Frame, nominalOf, toPx } from './frame.ts';
import { type Block, besideRiver, downRiver } from './labels.ts';
import { bandOf, lineOf, marksOf, ovalOf } from './marks.ts';
import { drawnOf, type Moment, sceneOf as moneyScene, type Scene } from './scene.ts';
import { loopSettings } from './settings.ts';

/** Less than a picture shows. */
const NOTHING_GW = 0.004;
const CEILING_SHARE = 0.86;

/** What of the capacity customers use and pay for, and what is free for somebody else to rent. */
export function usedOf({ arrives, paid, committed }: LoopPicture): { used: number; freed: number } {
  const share = paid / committed;
  return { used: arrives * share, freed: arrives * (1 - share) };
}

export const recordOf = ({ deal: { id } }: LoopPicture) => deals.find((deal) => deal.id === id);

/** What the vendor switched on lately, to measure by; 0 where the ledger has no such reading. */
const addedOf = (picture: LoopPicture) => recordOf(picture)?.added?.gigawatts.value ?? 0;

export const suppliersOf = ({ deal }: LoopPicture): Line[] =>
  named('Suppliers', deal.isEquipment ? 'parts, plants' : 'chips, power');

/** What stands beside each part of the picture. */
export function wordsOf(picture: LoopPicture): Words {
  const { deal, ceiling, arrives, dated } = picture;
  const { freed } = usedOf(picture);
  const undated = arrives - dated;
  const isDated = dated > NOTHING_GW;
  const added = addedOf(picture);
  return {
    suppliers: suppliersOf(picture),
    customers: named('Customers', 'use it up'),
    tenant: named(deal.tenant, 'serves them'),
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
    dated: [],
    building: lines(
      added > 0 && added <= arrives,
      gigawatts(added),
      `${deal.vendor} added ${recordOf(picture)?.added?.when}`,
    ),
    hole: [
      ['Nothing comes back', 'soft'],
      ['dashed: where the money’s circle was', 'soft'],
    ],
    station: [],
  };
}

/** The answer, rewritten with each drag. */
export function answer(picture: LoopPicture): Part[] {
  const { deal, ceiling, arrives, paid, committed } = picture;
  const { freed } = usedOf(picture);
  const oneWay = ` one way, from suppliers to ${possessive(deal.tenant)} customers`;
  const noCircle = 'Follow the capacity and there is no circle at all. ';
  if (ceiling === 0) return [`${noCircle}It runs${oneWay}; the deal names no gigawatts.`];
  const size = (value: number): Part => ({ text: gigawatts(value), tone: 'supply' });
  const [dated = 0, when = ''] = deal.dated ?? [];
  if (arrives === 0)
    return [`${noCircle}If none of the ${gigawatts(ceiling)} arrives, nothing runs either way.`];
  return [
    noCircle,
    arrives < ceiling ? 'If ' : 'Up to ',
    size(arrives),
    arrives < ceiling ? ` of the ${gigawatts(ceiling)} arrives, it runs` : ' runs',
    `${oneWay}. `,
    ...(dated === 0
      ? ['The contract dates none of it. ']
      : ['About ', size(dated), ` has a date: ${when}. `]),
    freed > 0
      ? `At this revenue ${percent(1 - paid / committed)} goes unpaid, which would free ${gigawatts(freed)} for others.`
      : '',
  ];
}

/** Under the picture. */
export const CAPTION =
  'A contract’s sum is often a floor and its capacity a ceiling: the one should not be divided by the other.';

/** How much arrives, in gigawatts of this deal. */
export function arrivalOf({ ceiling }: LoopPicture): Quantity {
  const format = (share: number) => gigawatts(share * ceiling);
  return { ...loopSettings.arrives, format, short: format };
}

/** px for a gigawatt; the ceiling stays where it is. */
const scaleOf = ({ ceiling }: LoopPicture, { beside }: Frame) => (beside * CEILING_SHARE) / ceiling;

function acrossOf(picture: LoopPicture, frame: Frame, money: Across): Across {
  const isNamed = picture.ceiling > 0;
  const arrives = isNamed ? picture.arrives * scaleOf(picture, frame) : nominalOf(frame);
  const dated = isNamed ? picture.dated * scaleOf(picture, frame) : 0;
  const all = arrives * (picture.paid / picture.committed);
  const left = Math.min(dated, all);
  return {
    paces: money.paces.map(() => all),
    lefts: money.lefts.map(() => left),
    ...{ left, all, dated, brought: dated, needed: arrives, elsewhere: arrives, building: arrives },
    ...{ route: 0, contingent: 0, placed: 0 },
  };
}

/** Between the vendor and what it added lately: a bracket, where the words for it are. */
function bracketOf(picture: LoopPicture, frame: Frame): string {
  const { building } = wordsOf(picture);
  if (building.length === 0) return '';
  const [at, end] = [frame.vendor + 12, frame.vendor + 18];
  const added = addedOf(picture) * scaleOf(picture, frame);
  return lineOf(frame, [end, 0], [at, 0], [at, added], [end, added]);
}

function blocksOf(words: Words, frame: Frame, across: Across): Block[] {
  if (!frame.runsDown) return besideRiver(words, frame, across, null, [across.all, across.needed]);
  // Beside the bands, where no white can be read.
  return downRiver({ ...words, brought: words.brought.map(([text]): Line => [text, 'said']) }, frame, across);
}

/** Capacity, or what is between it and money: each part of the picture on its way from the one to the other. */
export function sceneOf(moment: Moment, width: number): Scene {
  const { picture, rests, words, ghost, turned } = moment;
  const drawn = drawnOf(moment, width);
  const { frame } = drawn;
  const whole = acrossOf(picture, frame, drawn.across);
  const across: Across = interpolate(drawn.across, whole)(turned);
  const { start, chartEnd, tenant, vendor, suppliers } = frame;
  const band = (a: number, b: number, from: number, to: number) => bandOf(frame, a, b, from, to);
  const edge = (wide: number) => lineOf(frame, [chartEnd, wide], [suppliers, wide]);
  /** The edge of what arrives in another state, where it is another. */
  const edgeIn = (other: LoopPicture) => {
    const { needed } = acrossOf(other, frame, whole);
    return needed === whole.needed ? '' : edge(needed);
  };
  const blocks = blocksOf(words, frame, whole);
  const isMoney = picture.state.view === 'money';
  return {
    ...(isMoney
      ? moneyScene(moment, width)
      : {
          blocks,
          texts: blocks.flatMap(({ texts }) => texts),
          ghost: ghost === null ? '' : edgeIn(ghost),
          hands: [
            {
              quantity: arrivalOf(picture),
              ...toPx(frame, chartEnd, whole.needed),
              valueAt: (wide: number) => wide / scaleOf(picture, frame) / picture.ceiling,
            },
          ].filter(() => picture.ceiling > 0),
        }),
    frame,
    across,
    marks: [
      ['pale', band(tenant, vendor, across.brought, across.needed), turned],
      ['', band(chartEnd, tenant, across.all, across.needed), turned, 'hatch'],
      ...marksOf({ ...drawn, across }, 1 - turned),
      ['', band(start - 1, chartEnd + 1, 0, Math.max(...across.paces)), turned, 'near'],
      ['upto', edge(across.needed), turned],
      [
        'reference',
        ovalOf(frame, across, 0) + (isMoney ? '' : edgeIn(rests) + bracketOf(picture, frame)),
        turned,
      ],
    ],
  };
}
