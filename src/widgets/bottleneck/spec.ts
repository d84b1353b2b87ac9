import {
  F01,
  F03,
  F14,
  F21,
  F22,
  F32,
  F34,
  F35,
  F37,
  G02,
  G04,
  G24,
  G25,
  G27,
  J10,
  J11,
  J12,
} from 'virtual:facts';
import narrowest from '#model/formulas/narrowest.tex';
import onlineFormula from '#model/formulas/online.tex';
import slack from '#model/formulas/slack.tex';
import { months } from '#model/units.ts';
import { defineWidget } from '../define.ts';
import { basis } from './basis.ts';
import { bottleneckSettings, face, rateKey, startKey } from './settings.ts';
import { STAGES, type StageId, WORK, weeks } from './stages.ts';
import { tableOf } from './table.ts';

const inTime = ['consent', ...WORK, ...WORK.map(startKey)];
const slackOf = (id: StageId) => ({
  means: `by how much ${STAGES[id].short} could be finished later, and the site still come online on the same day`,
  formula: slack,
  from: inTime,
});

/** All else as quick as its sources allow: power made on site, the shortest building and cooling. */
const quickSite = { power: months(F14.low), buildings: months(F22.low), cooling: months(F34.low) };

export const spec = defineWidget({
  ...face,
  claim: 'Speeding up anything but the stage that binds moves the date by nothing.',
  settings: bottleneckSettings,
  basis,
  facts: [F03, F01, F21, F14, F22, F32, F34, F32, J11, G04, G02, G25, G27, G24],
  results: {
    online: {
      means: 'how long after signing the last stage is finished, and the site comes online',
      formula: onlineFormula,
      from: inTime,
    },
    'slack-chips': slackOf('chips'),
    'slack-power': slackOf('power'),
    'slack-buildings': slackOf('buildings'),
    'slack-cooling': slackOf('cooling'),
    'slack-consent': slackOf('consent'),
    throughput: {
      means: 'what gets through all four stages: as much as through the narrowest',
      formula: narrowest,
      from: WORK.map(rateKey),
    },
  },
  method:
    's is when a stage starts, L how long it takes, t when the last is done; q is what a stage can carry, in gigawatts a year. Nobody breaks ground before consent is given; all other work runs side by side. Chips are counted worldwide, power in the US and buildings in North America; cooling is assumed. Left out: that sites differ, that work can be redone, that a no to a site is no delay but an end.',
  table: tableOf,
  presets: [
    {
      id: 'essay',
      title: 'The list of four',
      state: {},
      why: 'Each as its sources have it, all begun on the day of signing.',
      facts: [F03, F21, F22, F34],
    },
    {
      id: 'virginia',
      title: 'Northern Virginia',
      state: { power: F21.high },
      why: 'The same site where the wait for the grid is longest.',
      facts: [F21],
    },
    {
      id: 'own-power',
      title: 'Power made on site',
      state: { power: months(F14.value) },
      why: 'Gas engines instead of the grid: a third of planned US capacity is designed with its own power. Their times are a seller’s. Then buildings bind.',
      facts: [F14, F35],
    },
    {
      id: 'packaging',
      title: 'Chips bind: it is the packaging',
      state: quickSite,
      why: 'Silicon Analysts calls packaging the limit. In time it is one only where all else is quick: power on site, and the shortest building and cooling in the sources.',
      facts: [F03, F14, F22, F34],
    },
    {
      id: 'wafers',
      title: 'Chips bind: it is wafers and memory',
      state: { ...quickSite, chips: F01.value },
      why: 'SemiAnalysis disagrees: packaging eases, wafers and memory are tightest. It gives no time; that of a new fab is assumed, on the same quick site.',
      facts: [F37, F01],
    },
    {
      id: 'consent',
      title: 'The fifth: local consent',
      state: { consent: J11.value, power: months(F14.value) },
      why: 'A year’s moratorium, as New York’s legislature voted it (the outcome was open when the ledger ended), before a site that makes its own power. Waiting for the grid, it would cost nothing; a no has no date at all.',
      facts: [J11, J10, J12, F14],
    },
    {
      id: 'flow',
      title: 'As a flow, buildings by JLL’s count',
      state: { view: 'flow' },
      why: 'What each can deliver in a year. JLL finds 35 GW under construction, some of it for years to come.',
      facts: [G25, G27],
    },
    {
      id: 'flow-sightline',
      title: 'As a flow, buildings by Sightline’s count',
      state: { view: 'flow', 'buildings-gw': G24.value },
      why: 'Sightline finds a seventh of that under construction for 2026. Then buildings are the narrowest.',
      facts: [G24],
    },
  ],
  challenge: {
    id: 'no-slow-one',
    title: 'Everything as quick as the sources allow',
    state: { ...quickSite, chips: months(Math.round(12 * weeks(F03.low))) },
    why: 'At the short end of each range, with power made on site, all four take a year: there is no slow one to find, and the slow clock is not so slow.',
    facts: [F03, F14, F22, F34],
  },
  embedHeight: 1042,
  section: 'the-slow-clock',
});
