import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Code points from and to, both included. */
export type Ranges = readonly (readonly [number, number])[];

/** A place in a pattern that reads one character, and the places that may come after it: twice where two ways lead there. */
export interface Position {
  readonly reads: Ranges;
  readonly next: number[];
}

/** A pattern as an automaton without empty steps. */
export interface Positions {
  readonly all: readonly Position[];
  /** The places at which a match may end whatever follows. */
  readonly accepting: ReadonlySet<number>;
}

/** From so many repetitions on, a repetition counts as endless. */
const manyTimes = 10;
const mostPositions = 200;
const anything: Ranges = [[0, 0x10ffff]];
const digits: Ranges = [[0x30, 0x39]];
const wordCharacters: Ranges = [...digits, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const spaces: Ranges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

/** A part of the pattern: where it may begin and end, and whether it may be empty. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isEmpty: boolean;
}

const nothing: Part = { first: [], last: [], isEmpty: true };

/** The automaton of a pattern as `search` runs it: from each place of the text on, unless it begins with `^`. Null where it is too large. */
export function positionsOf(pattern: string): Positions | null {
  const builder = new Builder();
  try {
    const tree = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
    const whole = builder.choose(tree.alternatives);
    if (!isAnchored(tree)) {
      const start = builder.add(anything);
      builder.join([start], [start, ...whole.first]);
    }
    return { all: builder.all, accepting: new Set(whole.last) };
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

class TooLarge extends Error {}

class Builder {
  readonly all: Position[] = [];

  add(reads: Ranges): number {
    if (this.all.length >= mostPositions) throw new TooLarge();
    this.all.push({ reads, next: [] });
    return this.all.length - 1;
  }

  join(from: readonly number[], to: readonly number[]): void {
    for (const place of from) this.all[place]!.next.push(...to);
  }

  choose(alternatives: readonly AST.Alternative[]): Part {
    const parts = alternatives.map(({ elements }) =>
      this.follow(elements.map((each) => () => this.read(each))),
    );
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isEmpty: parts.some(({ isEmpty }) => isEmpty),
    };
  }

  private follow(readers: readonly (() => Part)[]): Part {
    let whole = nothing;
    for (const reader of readers) {
      const part = reader();
      this.join(whole.last, part.first);
      whole = {
        first: whole.isEmpty ? [...whole.first, ...part.first] : whole.first,
        last: part.isEmpty ? [...whole.last, ...part.last] : part.last,
        isEmpty: whole.isEmpty && part.isEmpty,
      };
    }
    return whole;
  }

  private read(element: AST.Element): Part {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.choose(element.alternatives);
      case 'Quantifier':
        return this.repeat(element);
      case 'Assertion':
        // `$` takes no character, so nothing may follow it; look-arounds are not analysed.
        return element.kind === 'end' ? this.one([]) : nothing;
      case 'Backreference':
        return this.one(anything);
      case 'ExpressionCharacterClass':
        return this.one(anything);
      default:
        return this.one(rangesOf(element));
    }
  }

  private one(reads: Ranges): Part {
    const place = this.add(reads);
    return { first: [place], last: [place], isEmpty: false };
  }

  private repeat({ element, min, max }: AST.Quantifier): Part {
    const isEndless = max >= manyTimes;
    const times = isEndless ? Math.max(1, min < manyTimes ? min : 1) : max;
    return this.follow(
      Array.from({ length: times }, (_, index) => () => {
        const part = this.read(element);
        if (isEndless && index === times - 1) this.join(part.last, part.first);
        return index >= min ? { ...part, isEmpty: true } : part;
      }),
    );
  }
}

function isAnchored({ alternatives }: AST.Pattern): boolean {
  return alternatives.every(({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start');
}

function rangesOf(element: AST.Character | AST.CharacterSet | AST.CharacterClass): Ranges {
  switch (element.type) {
    case 'Character':
      return [[element.value, element.value]];
    case 'CharacterSet': {
      if (element.kind === 'any' || element.kind === 'property') return anything;
      const ranges = { digit: digits, word: wordCharacters, space: spaces }[element.kind];
      return element.negate ? without(ranges) : ranges;
    }
    case 'CharacterClass': {
      const ranges = element.elements.flatMap((member): Ranges => {
        if (member.type === 'CharacterClassRange') return [[member.min.value, member.max.value]];
        return member.type === 'Character' || member.type === 'CharacterSet' ? rangesOf(member) : anything;
      });
      return element.negate ? without(ranges) : ranges;
    }
  }
}

function without(ranges: Ranges): Ranges {
  const left: [number, number][] = [];
  let from = 0;
  for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
    if (first > from) left.push([from, first - 1]);
    from = Math.max(from, last + 1);
  }
  return from > 0x10ffff ? left : [...left, [from, 0x10ffff]];
}
