import { A07, A08, A09, A10, A16, F22, F23, G06, G09, G36 } from 'virtual:facts';
import building from '#model/formulas/building.tex';
import paper from '#model/formulas/paper.tex';
import running from '#model/formulas/running.tex';
import { defineWidget } from '../define.ts';
import { DUE, TERM_END } from './deal.ts';
import { face, fiveSettings } from './settings.ts';
import { tableOf } from './table.ts';

const from = ['date', 'last', 'build'];

export const spec = defineWidget({
  ...face,
  claim: 'On signing day most of what was bought is paper.',
  settings: fiveSettings,
  basis: {
    date: {
      kind: 'sourced',
      facts: ['A08', 'A09'],
      how: 'The day of signing. The last published date is the end of 2026; how the first gigawatt gets there, and everything later, is assumed.',
    },
    last: {
      kind: 'assumed',
      why: 'Nobody has published a date for the other four gigawatts. Five years is the long end of what one weak source gives a site from nothing; ten are the term of the spending. The rest is taken to start evenly.',
    },
    build: {
      kind: 'sourced',
      facts: ['F22'],
      how: 'The shell only, from breaking ground; for every cell alike, which is assumed.',
    },
  },
  facts: [A08, A09, F23, F22],
  results: {
    running: { means: 'what runs of the five gigawatts on that date', formula: running, from },
    building: { means: 'what is being built of the five gigawatts on that date', formula: building, from },
    paper: {
      means: 'what is still only promised on that date, at most',
      formula: paper,
      from: ['date', 'last', 'build'],
    },
  },
  method:
    't is the time since signing and y the time from then to the end of 2026, both in years; each fraction is held between 0 and 1. The first gigawatt’s way to its date is drawn straight, and the other four start evenly: both are assumed. A cell counts from the day of its middle. Tenths are rounded so that they add up to 5. Left out: cancellations, delays, and anything the companies have not said.',
  table: tableOf,
  presets: [
    {
      id: 'signing-day',
      title: 'Signing day',
      state: {},
      why: 'Up to five gigawatts; close to one was due by the end of the year, part of it within months. That it was being built follows from how soon it was due.',
      facts: [A08, A09, A10],
    },
    {
      id: 'apart',
      title: 'What ran before',
      state: { date: 2026 + 2 / 12 },
      why: 'A month before signing. Rainier was counted at 478 MW in mid-2025, New Carlisle at 1.1 GW in June 2026; the two overlap, and no source says how much of either is in the five.',
      facts: [G09, G36, G06],
    },
    {
      id: 'last-date',
      title: 'The last published date',
      state: { date: DUE },
      why: 'The end of 2026, if what Anthropic expected then holds. Nothing later has a date.',
      facts: [A09],
    },
    {
      id: 'slowest',
      title: 'Spread over the whole term',
      state: { date: 2031, last: 10 },
      why: 'The spending was promised over ten years. If the last gigawatts came only as the term ends, half-way there would still be paper.',
      facts: [A07],
    },
    {
      id: 'term-end',
      title: 'The end of the term',
      state: { date: TERM_END },
      why: 'Ten years on, if the ceiling is ever reached.',
      facts: [A07],
    },
  ],
  challenge: {
    id: 'in-a-hurry',
    title: 'Builders in a hurry',
    state: { date: DUE, last: 3 },
    why: 'If everything ran within three years, most of the paper would be gone by the first new year: bought early, but not for long. Some capacity is that quick: Rainier ran less than a year after it was announced.',
    facts: [A16, F23, F22],
  },
  embedHeight: 870,
  section: 'opening',
});
