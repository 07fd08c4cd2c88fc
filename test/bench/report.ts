/** What a part of the benchmark reports: tables to read, figures to keep, targets to meet. */

export interface Figure {
  readonly value: number;
  readonly unit: string;
}

export interface Target {
  readonly what: string;
  readonly value: number;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  /** Behind both numbers: `ms`, `x`. */
  readonly unit: string;
}

/** A row of a table, by column. Numbers are printed with three digits that count. */
export type Row = Readonly<Record<string, string | number>>;

/** One `*.bench.ts` file has one of these as its default export. */
export interface BenchPart {
  readonly title: string;
  run(report: Report): void | Promise<void>;
}

export const isMet = ({ value, bound, limit }: Target) =>
  bound === 'at most' ? value <= limit : value >= limit;

/** Three digits that count, without exponents. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(decimals);
}

const LARGEST_COLUMN = 60;

/** Columns as wide as what stands in them; numbers to the right. */
export function tableLines(rows: readonly Row[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cellOf = (row: Row, column: string) => {
    const cell = row[column] ?? '';
    return typeof cell === 'number' ? digits(cell) : cell;
  };
  const widths = columns.map((column) =>
    Math.min(LARGEST_COLUMN, Math.max(column.length, ...rows.map((row) => cellOf(row, column).length))),
  );
  const isNumber = columns.map((column) => rows.some((row) => typeof row[column] === 'number'));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (isNumber[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    line(columns),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows.map((row) => line(columns.map((column) => cellOf(row, column)))),
  ];
}

export const targetLine = (target: Target) =>
  `${isMet(target) ? 'met    ' : 'NOT MET'}  ${target.what}: ${digits(target.value)}${target.unit} (${target.bound} ${digits(target.limit)}${target.unit})`;

/** Collects what a part found out, and prints it as it comes. */
export class Report {
  readonly figures: Record<string, Figure> = {};
  /** Of the packages that were measured, by name. */
  readonly versions: Record<string, string> = {};
  readonly targets: Target[] = [];

  constructor(private readonly print: (line: string) => void) {}

  /** Prints a table. What should be kept is given to `figure` too. */
  table(title: string, rows: readonly Row[]): void {
    this.print(`\n${title}\n`);
    for (const line of tableLines(rows)) this.print(`  ${line}`);
  }

  note(text: string): void {
    this.print(`  ${text}`);
  }

  /** Keeps a number for the JSON file. `name` is a path: `keyPress.1MB`. */
  figure(name: string, value: number, unit: string): void {
    this.figures[name] = { value, unit };
  }

  version(name: string, version: string): void {
    this.versions[name] = version;
  }

  target(target: Target): void {
    this.targets.push(target);
  }
}
