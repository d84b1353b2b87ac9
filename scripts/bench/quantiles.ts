/** The value below which this share of the values lies (the nearest one that was measured). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('There are no values.');
  return value;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
