/**
 * A text that matches `pattern`, always the same for the same `variant` (from 0); other variants give other
 * texts where the pattern allows. Null where none of at most `limit` characters was found: look-arounds, back
 * references and other rare constructs are not tried.
 */
export function samplePattern(pattern: string, variant: number, limit = 10_000): string | null {
  try {
    const text = new PatternSampler(pattern, variant, limit).sample();
    return text.length <= limit && new RegExp(pattern, 'u').test(text) ? text : null;
  } catch {
    return null;
  }
}

/**
 * Reads the pattern once and builds a text: as few repetitions as allowed (but one rather than none), and the
 * alternatives and characters that the variant picks.
 */
class PatternSampler {
  private readonly pattern: string;
  private readonly variant: number;
  private readonly limit: number;
  private position = 0;
  private choices = 0;

  constructor(pattern: string, variant: number, limit: number) {
    this.pattern = pattern;
    this.variant = variant;
    this.limit = limit;
  }

  sample(): string {
    const text = this.alternatives();
    if (this.position < this.pattern.length) throw new Error('unbalanced');
    return text;
  }

  private alternatives(): string {
    const all = [this.sequence()];
    while (this.peek() === '|') {
      this.position++;
      all.push(this.sequence());
    }
    return all.length === 1 ? all[0]! : all[this.variant % all.length]!;
  }

  private sequence(): string {
    let text = '';
    while (this.position < this.pattern.length && this.peek() !== '|' && this.peek() !== ')') {
      text += this.repeated();
    }
    return text;
  }

  private repeated(): string {
    const start = this.position;
    const choices = this.choices;
    const first = this.atom();
    const [least, most] = this.quantifier();
    const end = this.position;
    const count = least === 0 && most > 0 ? (first === '' ? 0 : 1) : least;
    let text = count === 0 ? '' : first;
    this.choices = count === 0 ? choices : this.choices;
    for (let index = 1; index < count; index++) {
      if (text.length > this.limit) throw new Error('too long');
      this.position = start;
      text += this.atom();
    }
    this.position = end;
    return text;
  }

  private atom(): string {
    const character = this.next();
    if (character === '(') return this.group();
    if (character === '[') return this.choose(this.characterClass());
    if (character === '.') return this.choose(letters);
    if (character === '^' || character === '$') return '';
    if (character === '\\') return this.choose(this.escape());
    return character;
  }

  private group(): string {
    if (this.peek() === '?') {
      if (this.pattern.startsWith('?:', this.position)) this.position += 2;
      else if (/^\?<[A-Za-z_]\w*>/.test(this.pattern.slice(this.position))) {
        this.position = this.pattern.indexOf('>', this.position) + 1;
      } else throw new Error('a look-around');
    }
    const text = this.alternatives();
    if (this.next() !== ')') throw new Error('an open group');
    return text;
  }

  private characterClass(): string {
    const negated = this.peek() === '^';
    if (negated) this.position++;
    let members = '';
    while (this.peek() !== ']') {
      const first = this.classMember();
      if (this.peek() === '-' && this.pattern[this.position + 1] !== ']' && first.length === 1) {
        this.position++;
        members += range(first, this.classMember());
      } else members += first;
    }
    this.position++;
    if (!negated) return members;
    return [...(letters + digits + '-_. ')].filter((character) => !members.includes(character)).join('');
  }

  private classMember(): string {
    const character = this.next();
    return character === '\\' ? this.escape() : character;
  }

  private escape(): string {
    const character = this.next();
    switch (character) {
      case 'd':
        return digits;
      case 'w':
        return letters;
      case 's':
        return ' ';
      case 'D':
      case 'S':
        return letters;
      case 'W':
        return '-';
      case 'b':
        return '';
      case 't':
        return '\t';
      default:
        if (/[A-Za-z0-9]/.test(character)) throw new Error('a rare escape');
        return character;
    }
  }

  private quantifier(): readonly [number, number] {
    const rest = this.pattern.slice(this.position);
    const counted = /^\{(\d+)(?:(,)(\d*))?\}/.exec(rest);
    let bounds: readonly [number, number] = [1, 1];
    if (counted !== null) {
      const least = Number(counted[1]);
      const most = counted[2] === undefined ? least : counted[3] === '' ? Infinity : Number(counted[3]);
      bounds = [least, most];
      this.position += counted[0].length;
    } else if (rest[0] === '*' || rest[0] === '+' || rest[0] === '?') {
      bounds = rest[0] === '+' ? [1, Infinity] : [0, rest[0] === '*' ? Infinity : 1];
      this.position++;
    } else return bounds;
    if (this.peek() === '?') this.position++;
    return bounds;
  }

  /**
   * Picks a character by one digit of `variant`, written in base 7, so that variants differ at the first
   * place where there is a choice.
   */
  private choose(members: string): string {
    const all = [...members];
    if (all.length === 0) return '';
    if (all.length === 1) return all[0]!;
    const shift = this.choices++;
    return all[Math.floor(this.variant / 7 ** Math.min(shift, 8)) % all.length]!;
  }

  private peek(): string | undefined {
    return this.pattern[this.position];
  }

  private next(): string {
    const character = this.pattern[this.position];
    if (character === undefined) throw new Error('the end of the pattern');
    this.position++;
    return character;
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

function range(first: string, last: string): string {
  const from = first.codePointAt(0)!;
  const to = last.codePointAt(0)!;
  if (to < from || last.length !== 1) throw new Error('a range out of order');
  return String.fromCodePoint(...Array.from({ length: Math.min(to - from + 1, 64) }, (_, i) => from + i));
}
