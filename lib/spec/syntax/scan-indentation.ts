import type { Problem } from './problem.ts';

interface LineRun {
  readonly first: number;
  last: number;
  readonly start: number;
  readonly end: number;
}

interface TabRun extends LineRun {
  mixed: boolean;
  readonly width: number;
}

/** Spaces that are none to the language: the no-break space, the ideographic one, and their like. */
const foreignSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

function nameLines({ first, last }: LineRun): string {
  return first === last ? `line ${first + 1}` : `lines ${first + 1} to ${last + 1}`;
}

/** Measures indentation, and reports tabs in it: one report for each run of lines that have them. */
export class IndentationReader {
  /** The offset after the indentation last read. */
  end = 0;
  /** Indexes of the lines of the grammar that start with a tab. */
  readonly tabbedLines = new Set<number>();
  readonly #text: string;
  readonly #problems: Problem[];
  #start = 0;
  #tabs = 0;
  #foreign = 0;
  #width = 0;
  #tabWidth = 0;
  #runStep = 0;
  readonly #openWidths: number[] = [];
  #run: TabRun | null = null;
  #foreignRun: LineRun | null = null;

  constructor(text: string, problems: Problem[]) {
    this.#text = text;
    this.#problems = problems;
  }

  /** The width of the indentation at `start`, a tab counting as one step of the file's own indentation. */
  read(start: number): number {
    const text = this.#text;
    let end = start;
    let tabs = 0;
    let foreign = 0;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code === 9) tabs++;
      else if (code >= 0xa0 && foreignSpace.test(text[end]!)) foreign++;
      else if (code !== 32) break;
      end++;
    }
    this.#start = start;
    this.#tabs = tabs;
    this.#foreign = foreign;
    this.end = end;
    this.#width = tabs === 0 ? end - start : this.#measureTabs(end - start > tabs);
    return this.#width;
  }

  /** The indentation that is probably meant: an open one, if some usual width of a tab gives that. */
  #measureTabs(isMixed: boolean): number {
    const step = this.#stepWidth();
    if (this.#run === null) {
      const open = isMixed ? this.#openWidths.slice(-1) : this.#openWidths;
      const found = [step, 2, 4, 8].find((width) => open.includes(this.#widthByTabs(width)));
      this.#runStep = found ?? step;
    }
    return this.#widthByTabs(this.#runStep);
  }

  /** The width of the indentation last read, with a tab stop every `step` columns. */
  #widthByTabs(step: number): number {
    let width = 0;
    for (let offset = this.#start; offset < this.end; offset++) {
      width = this.#text.charCodeAt(offset) === 9 ? width + step - (width % step) : width + 1;
    }
    return width;
  }

  /** Keeps the widths of the blocks that are open at the line last read. */
  #noteWidth(): void {
    const open = this.#openWidths;
    while (open.length > 0 && open[open.length - 1]! >= this.#width) open.pop();
    open.push(this.#width);
  }

  /** Tells that words follow the indentation last read, on this physical line; `line` is the grammar's, or -1. */
  noteLine(physical: number, line: number): void {
    if (line >= 0) this.#noteWidth();
    this.#noteForeign(physical, line);
    if (this.#tabs === 0) {
      this.#finishTabs();
      return;
    }
    if (line >= 0) this.tabbedLines.add(line);
    const mixed = this.#tabs < this.end - this.#start;
    if (this.#run === null) {
      const { end, ...rest } = { start: this.#start, end: this.end, width: this.#width };
      this.#run = { first: physical, last: physical, mixed, end, ...rest };
    } else {
      this.#run.last = physical;
      this.#run.mixed ||= mixed;
    }
  }

  /** Tells that the lines end here. */
  finish(): void {
    this.#finishTabs();
    this.#finishForeign();
  }

  #noteForeign(physical: number, line: number): void {
    if (this.#foreign === 0) {
      this.#finishForeign();
      return;
    }
    if (line >= 0) this.tabbedLines.add(line);
    this.#foreignRun ??= { first: physical, last: physical, start: this.#start, end: this.end };
    this.#foreignRun.last = physical;
  }

  /** Reports the run of foreign spaces that ends here. */
  #finishForeign(): void {
    const run = this.#foreignRun;
    if (run === null) return;
    this.#foreignRun = null;
    const lines = nameLines(run);
    const are = run.first === run.last ? 'is' : 'are';
    this.#problems.push({
      code: 'DZL118',
      message: `${lines} ${are} indented with other characters than plain spaces, such as those of web pages`,
      fix: `indent ${lines} with plain spaces`,
      start: run.start,
      end: run.end,
    });
  }

  /** Reports the run of tabs that ends here. */
  #finishTabs(): void {
    const run = this.#run;
    if (run === null) return;
    this.#run = null;
    const isOne = run.first === run.last;
    const lines = nameLines(run);
    const problem = run.mixed
      ? `mix${isOne ? 'es' : ''} tabs and spaces`
      : `${isOne ? 'is' : 'are'} indented with tabs`;
    this.#problems.push({
      code: 'DZL101',
      message: `${lines} ${problem}: only spaces indent a spec`,
      fix: isOne ? `indent ${lines} with ${run.width} spaces` : `indent ${lines} with spaces only`,
      start: run.start,
      end: run.end,
    });
  }

  /** The narrowest space indentation of the file, or 2. */
  #stepWidth(): number {
    if (this.#tabWidth === 0) {
      const found = /^( +)[^\s#]/m.exec(this.#text);
      this.#tabWidth = found === null ? 2 : Math.min(found[1]!.length, 8);
    }
    return this.#tabWidth;
  }
}
