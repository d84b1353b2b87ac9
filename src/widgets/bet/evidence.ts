import * as E19 from 'virtual:figure/E19';
import * as G32 from 'virtual:figure/G32';
import * as G33 from 'virtual:figure/G33';
import * as G34 from 'virtual:figure/G34';
import * as J19 from 'virtual:figure/J19';
import type { Evidence } from '#evidence/basis.ts';

/** What fibre was still worth after two years, as a share of its price: the bandwidth of 1999 in 2001. */
export const fibreResale = Math.round(100 - E19.value) / 100;

/** What an hour of an H100 fetched unreserved, as a share of what a year of it was signed for, in spring 2026. */
export const chipResale = Math.round((100 * G34.value) / G32.value) / 100;

/** What an hour of it cost on demand, as a multiple of the same. */
export const onDemandPrice = Math.round((100 * G33.value) / G32.value) / 100;

/** What one lease of a whole site comes to, an hour of a chip, as a multiple of the same. */
export const leasePrice = Math.round((100 * J19.value) / G32.value) / 100;

export const beliefEvidence: Evidence = {
  value: 0.5,
  marks: [],
};

export const resaleEvidence: Evidence = {
  value: 0.5,
  marks: [
    { value: fibreResale, label: 'fibre', fact: 'E19' },
    { value: chipResale, label: 'H100', fact: 'G34' },
  ],
};

export const priceEvidence: Evidence = {
  value: 2,
  marks: [
    { value: onDemandPrice, label: 'H100', fact: 'G33' },
    { value: leasePrice, label: 'whole site', fact: 'J19' },
  ],
};
