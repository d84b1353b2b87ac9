import { describe, expect, test } from 'vitest';
import { scheduleStages, throughput } from '#model/stages.ts';
import { fc, from } from './properties.ts';

const campus = [
  { id: 'chips', startYear: 0.5, leadYears: 1 },
  { id: 'power', startYear: 0, leadYears: 4 },
  { id: 'buildings', startYear: 0, leadYears: 2 },
  { id: 'cooling', startYear: 1, leadYears: 1.5 },
];

const someStages = fc.uniqueArray(
  fc.record({ id: fc.string(), startYear: from(-10, 10), leadYears: from(0, 15) }),
  { minLength: 1, maxLength: 8, selector: ({ id }) => id },
);

describe('a schedule', () => {
  test('waits for the last stage, here the grid connection', () => {
    expect(scheduleStages(campus)).toEqual({
      onlineYear: 4,
      binding: ['power'],
      slackYears: { chips: 2.5, power: 0, buildings: 2, cooling: 1.5 },
    });
  });

  test('is not moved by shortening a stage that has slack', () => {
    fc.assert(
      fc.property(someStages, from(0, 1), (stages, share) => {
        const { onlineYear, binding } = scheduleStages(stages);
        const hurried = stages.map((stage) =>
          binding.includes(stage.id) ? stage : { ...stage, leadYears: stage.leadYears * share },
        );
        expect(scheduleStages(hurried).onlineYear).toBe(onlineYear);
      }),
    );
  });

  test('is not moved by using up the slack either, and then every stage binds', () => {
    fc.assert(
      fc.property(someStages, (stages) => {
        const { onlineYear, slackYears } = scheduleStages(stages);
        const late = stages.map((stage) => ({
          ...stage,
          startYear: stage.startYear + (slackYears[stage.id] ?? 0),
        }));
        const tight = scheduleStages(late);
        expect(tight.onlineYear).toBeCloseTo(onlineYear, 9);
        expect(tight.binding).toEqual(stages.map(({ id }) => id));
      }),
    );
  });

  test('slips by as much as a stage that binds', () => {
    fc.assert(
      fc.property(someStages, from(0.001, 5), (stages, delay) => {
        const { onlineYear, binding } = scheduleStages(stages);
        const delayed = stages.map((stage) =>
          stage.id === binding[0] ? { ...stage, startYear: stage.startYear + delay } : stage,
        );
        expect(scheduleStages(delayed).onlineYear).toBeCloseTo(onlineYear + delay, 9);
      }),
    );
  });

  test('ties bind together, also where the sums differ in the last digit', () => {
    const tied = [
      { id: 'chips', startYear: 0.1, leadYears: 0.2 },
      { id: 'power', startYear: 0, leadYears: 0.3 },
    ];
    expect(scheduleStages(tied).binding).toEqual(['chips', 'power']);
    expect(scheduleStages(tied).slackYears).toEqual({ chips: 0, power: 0 });
  });

  test('names a stage whatever it is called', () => {
    const { slackYears } = scheduleStages([{ id: '__proto__', startYear: 0, leadYears: 1 }, ...campus]);
    expect(Object.entries(slackYears)).toContainEqual(['__proto__', 3]);
  });
});

describe('throughput', () => {
  const rates = fc.uniqueArray(fc.record({ id: fc.string(), gwPerYear: from(0, 50) }), {
    minLength: 1,
    maxLength: 8,
    selector: ({ id }) => id,
  });

  test('is that of the narrowest stage', () => {
    fc.assert(
      fc.property(rates, (stages) => {
        const { gwPerYear, binding } = throughput(stages);
        expect(stages.every((stage) => stage.gwPerYear >= gwPerYear)).toBe(true);
        expect(stages.find(({ id }) => id === binding[0])?.gwPerYear).toBeCloseTo(gwPerYear, 6);
      }),
    );
  });

  test('is not raised by widening any other stage', () => {
    fc.assert(
      fc.property(rates, (stages) => {
        const { gwPerYear, binding } = throughput(stages);
        const wider = stages.map((stage) =>
          binding.includes(stage.id) ? stage : { ...stage, gwPerYear: stage.gwPerYear * 10 },
        );
        expect(throughput(wider)).toEqual({ gwPerYear, binding });
      }),
    );
  });

  test('ties bind together', () => {
    expect(
      throughput([
        { id: 'chips', gwPerYear: 0.1 + 0.2 },
        { id: 'power', gwPerYear: 0.3 },
        { id: 'cooling', gwPerYear: 0.31 },
      ]),
    ).toEqual({ gwPerYear: 0.3, binding: ['chips', 'power'] });
    expect(throughput([{ id: 'chips', gwPerYear: 0 }]).binding).toEqual(['chips']);
  });
});
