import { decimal, duration, percent } from '#model/format.ts';
import type { Part } from '../sentence.ts';
import { FREED_GW, HORIZON_YEARS, type OverhangPicture, type Owned, reletAt } from './compute.ts';

export type Changed = { readonly [K in keyof OverhangPicture['state']]: boolean };

/** Under a year in months, so that two owners are told apart; from then on to the tenth of a year. */
export function inYears(years: number): string {
  const tenths = Math.round(years * 10) / 10;
  if (years < 0.95) return duration(years);
  return `${decimal(tenths, 1)} ${tenths === 1 ? 'year' : 'years'}`;
}

export const gigawatts = (gw: number): string => `${decimal(gw, gw < 1 ? 2 : 1)} GW`;
const gigawattYears = (value: number) => `${decimal(value, 1)} gigawatt-years`;

/** Under this a reader would see nothing. */
export const LEAST_GW = 0.005;

const suffix = ({ key }: Owned) => (key === 'share' ? '' : '-beside');

const at = ({ name }: Owned) => (name === undefined ? 'at an owner' : `at ${name},`);
const sideOf = (key: Owned['key']) => (key === 'share' ? 'on the left' : 'on the right');
const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;

function tenantOf({ key, share }: Owned, changed: Changed): Part {
  return { text: percent(share), tone: changed[key] ? 'yours' : 'strong', setting: key };
}

function waited(owned: Owned, years: number): Part {
  return { text: inYears(years), tone: 'supply', result: `absorbed${suffix(owned)}`, value: years };
}

/** The answer: who re-lets what was left, and when. */
export function answer({ state, owners }: OverhangPicture, changed: Changed): Part[] {
  const [left, right] = owners;
  const begins: Part[] =
    state.stop === 'market'
      ? [
          'Suppose the largest tenant, with ',
          gigawatts(FREED_GW),
          ', leaves, and ',
          { text: percent(state.shared), tone: changed.shared ? 'yours' : 'strong', setting: 'shared' },
          ' of all other demand stops too. ',
        ]
      : [
          `Suppose that growth stops for one alone: the largest tenant, with ${gigawatts(FREED_GW)}, leaves. `,
        ];
  if (left.years === null || right.years === null)
    return [
      ...begins,
      'Nothing of it suits anybody else: at either owner all of it stands ',
      { text: 'idle for good', tone: 'supply' },
      '.',
    ];
  return [
    ...begins,
    `${capital(at(left))} where it is `,
    tenantOf(left, changed),
    ' of contracts, others take over what suits them in ',
    waited(left, left.years),
    `; ${at(right)} where it is `,
    tenantOf(right, changed),
    ', in ',
    waited(right, right.years),
    '.',
  ];
}

/** The line under the picture: what stands idle, all in all. */
export function idleLine({ owners }: OverhangPicture): Part[] {
  const [left, right] = owners;
  const idle = (owned: Owned): Part => ({
    text: gigawattYears(owned.idleGwYears),
    tone: 'strong',
    result: `idle${suffix(owned)}`,
    value: owned.idleGwYears,
  });
  const where = ({ name, key }: Owned) => (name === undefined ? sideOf(key) : `at ${name}`);
  return [
    `Idle over ${HORIZON_YEARS} years: `,
    idle(left),
    ` ${where(left)}, `,
    idle(right),
    ` ${where(right)}.`,
    // The tenant's capacity is the same at both.
    left.never < LEAST_GW ? '' : ` Of the tenant’s, ${gigawatts(left.never)} suits nobody else at either.`,
  ];
}

/** The picture in words, for those who don’t see it. */
export function chartDescription({ state, owners }: OverhangPicture): string {
  const sides = owners.map((owned) => {
    const who = owned.name === undefined ? 'an owner' : owned.name;
    const until =
      owned.years === null
        ? 'Nothing of it is ever re-let'
        : owned.years > HORIZON_YEARS
          ? `After ${HORIZON_YEARS} years ${gigawatts(reletAt(owned, HORIZON_YEARS))} of it are re-let; it would take ${inYears(owned.years)}`
          : `All that suits others is re-let after ${inYears(owned.years)}`;
    const never = owned.never >= LEAST_GW ? ` ${gigawatts(owned.never)} suit nobody else and stay idle.` : '';
    return (
      `${capital(sideOf(owned.key))} ${who}, whose largest tenant is ${percent(owned.share)} of contracts: others keep ${gigawatts(owned.kept)}, ` +
      `and ${gigawatts(owned.freed)} stand empty at the stop. ${until}.${never}`
    );
  });
  return (
    `Two stacks of capacity over ${HORIZON_YEARS} years after ${state.stop === 'market' ? 'a market-wide stop' : 'the largest tenant leaves'}: ` +
    `at the foot what other customers keep, above it what is re-let to them as they grow, on top what stands idle. ${sides.join(' ')}`
  );
}
