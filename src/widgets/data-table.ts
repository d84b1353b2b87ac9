import { csvFormatRows } from 'd3';
import type { Choice, Settings, StateOf } from '#state/quantity.ts';
import { groundedIn, type Spec, sourcesOf } from './define.ts';

/** A column of numbers, or of words where it has no unit. */
export interface Column {
  readonly key: string;
  readonly label: string;
  /** What the full number counts: "years", "multiples of the start"; empty for words. */
  readonly unit: string;
  /** As readers see it, beside the rest of its row. */
  readonly format: (value: number, row: Row) => string;
}

export type Row = Readonly<Record<string, number | string>>;

/** What a picture draws, as a table. Shown, sorted and downloaded from here. */
export interface DataTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What a download says of itself. */
export interface Provenance {
  readonly title: string;
  readonly question: string;
  /** Each setting: its key, what it is, its value in words, and as an address holds it. */
  readonly state: readonly Readonly<Record<'key' | 'label' | 'value' | 'written', string>>[];
  readonly address: string;
  /** The day of the download: 2026-07-03. */
  readonly date: string;
  readonly sources: readonly string[];
  /** The defaults that no source gives, with the reason for each. */
  readonly assumed: readonly string[];
}

/** Where the data of a widget at a state come from. */
export function provenanceOf<S extends Settings>(
  spec: Spec<S>,
  state: StateOf<S>,
  address: string,
  date: string,
): Provenance {
  return {
    title: spec.title,
    question: spec.question,
    state: Object.entries(spec.settings).map(([key, setting]) => {
      const value = state[key] ?? setting.default;
      return setting.kind === 'quantity'
        ? {
            key,
            label: setting.label,
            value: setting.format(Number(value)),
            written: setting.codec.encode(Number(value)),
          }
        : { key, label: setting.label, value: labelOf(setting, String(value)), written: String(value) };
    }),
    address,
    date,
    sources: sourcesOf(spec, state).map(
      ({ id, claim, source, asOf, confidence }) =>
        `${id}: ${claim} ${source.publisher}, ${source.url}, as of ${asOf}, ${confidence}.`,
    ),
    assumed: groundedIn(spec, state).flatMap(({ label, format, default: value, basis }) =>
      basis.kind === 'assumed' ? [`${label} ${format(value)}: ${basis.why}`] : [],
    ),
  };
}

const labelOf = ({ options }: Choice, picked: string): string =>
  options.find(({ value }) => value === picked)?.label ?? picked;

/** Comma-separated values in full precision, below lines that begin with "#" and say where they come from. */
export function toCsv({ caption, columns, rows }: DataTable, provenance: Provenance): string {
  const { title, question, state, address, date, sources, assumed } = provenance;
  const lines = [
    title,
    question,
    ...state.map(({ key, label, value, written }) => `${label}: ${value} (${key}=${written})`),
    `Address: ${address}`,
    `Made: ${date}`,
    ...sources.map((source) => `Source: ${source}`),
    ...assumed.map((assumption) => `Assumed: ${assumption}`),
    `Table: ${caption}`,
  ];
  const head = columns.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`));
  const body = rows.map((row) => columns.map(({ key }) => String(row[key] ?? '')));
  return `${lines.map((line) => `# ${line.replace(/\s+/g, ' ')}\n`).join('')}${csvFormatRows([head, ...body])}\n`;
}

/** The same as JSON. */
export function toJson({ caption, columns, rows }: DataTable, provenance: Provenance): string {
  const described = columns.map(({ key, label, unit }) => ({ key, label, unit }));
  return `${JSON.stringify({ ...provenance, caption, columns: described, rows }, null, 2)}\n`;
}
