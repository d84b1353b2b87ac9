import { multipleBetween } from '#state/multiple.ts';
import { share } from '#state/share.ts';
import type { Face } from '../define.ts';
import { beliefEvidence, priceEvidence, resaleEvidence } from './evidence.ts';

export const betSettings = {
  belief: share({
    key: 'belief',
    label: 'Growth goes on, you think',
    symbol: 'p',
    tone: 'ink',
    min: 0,
    max: 1,
    evidence: beliefEvidence,
  }),
  resale: share({
    key: 'resale',
    label: 'Idle capacity re-lets at',
    symbol: 'v',
    tone: 'supply',
    min: 0,
    max: 1,
    evidence: resaleEvidence,
    of: 'of cost',
  }),
  price: multipleBetween({
    key: 'price',
    label: 'On the day it costs',
    symbol: 'r',
    tone: 'gap',
    min: 1,
    max: 5,
    evidence: priceEvidence,
  }),
} as const;

export const face: Face = {
  id: 'bet',
  title: 'The bet: too much, or too little',
  question: 'Commit or wait?',
};
