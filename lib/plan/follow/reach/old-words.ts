import { kebab, snake } from '../../../words/spellings.ts';
import { membersOf } from '../names-to-follow.ts';
import type { NamePlace } from './name-place.ts';
import type { ReachRequest } from './reach.ts';

/** A name that a build takes away, and what became of it. */
interface OldWord {
  /** `Offer.price is now Offer.fee`. */
  readonly became: Set<string>;
  /** Where a name that is spelled like it may mean it. */
  readonly places: Set<NamePlace['as']>;
}

const anywhere = ['name', 'member', 'called', 'text', 'path'] as const;

/** Files of Django, which makes names of its own out of those of models. */
const djangoFile = /\.(?:py|html?)$/;

/** The old names that a user's lines may still say. */
export class OldWords {
  private readonly words = new Map<string, OldWord>();
  /** First parts of the addresses of pages. */
  private readonly addresses = new Map<string, string>();

  constructor({ path, names }: Pick<ReachRequest, 'path' | 'names'>) {
    for (const { from, to, plurals, fields } of names.entities.values()) {
      const renamed = `${from} is now ${to}`;
      if (from !== to) this.addEntity(from, renamed, djangoFile.test(path));
      const [old, now] = plurals.map(kebab);
      if (from !== to && old !== now) this.addresses.set(old!, renamed);
      for (const [name, field] of fields) {
        const [spec, specNow] = field.inSpec ?? [name, field.to];
        const became = `${from}.${spec} is now ${to}.${specNow}`;
        if (name !== field.to) this.add(name, became, ['name', 'member', 'text', 'query']);
        if (spec !== name && spec !== specNow) this.add(spec, became, ['text', 'query']);
      }
      for (const [name, member] of djangoFile.test(path) ? membersOf(names, from) : []) {
        if (!member.isMany || fields.has(name) || name === member.to) continue;
        this.add(name, `${from}.${name} is now ${to}.${member.to}`, ['member', 'text']);
      }
    }
    for (const [name, { to }] of names.surfaces) {
      if (to !== name) this.add(name, `${name} is now ${to}`, anywhere);
    }
  }

  /** An entity's own name, its tables and, in Django, its permissions and the pages of the admin area. */
  private addEntity(name: string, became: string, isDjango: boolean): void {
    this.add(name, became, anywhere);
    const flat = name.toLowerCase();
    this.add(snake(name), became, ['query']);
    this.add(`app_${flat}`, became, isDjango ? ['text', 'query'] : ['query']);
    for (const does of isDjango ? ['add', 'change', 'delete', 'view', 'changelist', 'history'] : []) {
      this.add(`${does}_${flat}`, became, ['member', 'text']);
      this.add(`app_${flat}_${does}`, became, ['text']);
    }
  }

  get isEmpty(): boolean {
    return this.words.size === 0 && this.addresses.size === 0;
  }

  private add(word: string, became: string, places: readonly NamePlace['as'][]): void {
    let known = this.words.get(word);
    if (known === undefined) this.words.set(word, (known = { became: new Set(), places: new Set() }));
    known.became.add(became);
    for (const place of places) known.places.add(place);
  }

  /** The old name that a name in such a place may mean; undefined where it means none. */
  find(name: string, as: NamePlace['as']): string | undefined {
    return [name, ...plainWords(name)].find((word) => {
      const places = this.words.get(word)?.places;
      if (!places || as === 'prose') return false;
      return places.has(as) || (word !== name && as === 'called' && places.has('member'));
    });
  }

  /** The old address that a text has at an offset: `/offers/` of `/offers/new/?title=x`. */
  findAddress(text: string, at: number, name: string): string | undefined {
    const isFirst =
      text[at - 1] === '/' &&
      !/[\w.-]/.test(text[at - 2] ?? '') &&
      /^(?:[/?#"'`\s]|$)/.test(text.slice(at + name.length));
    return isFirst && this.addresses.has(name) ? `/${name}/` : undefined;
  }

  /** What became of a word or of an address. */
  describe(word: string): string {
    const address = word.startsWith('/') ? this.addresses.get(word.slice(1, -1)) : undefined;
    return address ?? [...this.words.get(word)!.became].join(', ');
  }
}

/** The names in a lookup, and the one in what Django makes of a field: `clean_price`, `get_status_display`, `author_id`. */
function plainWords(word: string): string[] {
  return [
    ...word.split('__'),
    /^(?:clean_|get_)(.+?)(?:_display)?$/.exec(word)?.[1] ?? '',
    word.replace(/_id$/, ''),
  ];
}
