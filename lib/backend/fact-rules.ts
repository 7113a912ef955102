import { suggest } from '../diagnostics/suggest.ts';

/**
 * Checks one value. `wanted` describes an accepted value in messages, e.g. `true or false`; `names` lists the accepted texts where
 * there are only a few.
 */
export interface Rule<T> {
  readonly wanted: string;
  readonly names?: readonly string[];
  accepts(this: void, value: unknown): value is T;
}

/** A rule for each field of an object; for a field that holds a list of objects, the rules of each object in it. */
export type Rules<T> = {
  readonly [K in keyof T]-?: T[K] extends readonly (infer R extends object)[]
    ? { readonly each: Rules<R> }
    : Rule<T[K]>;
};

/** `Rules` of an object of any type. */
interface AnyRules {
  readonly [field: string]: Rule<unknown> | { readonly each: AnyRules };
}

/** What is wrong with facts; the message follows "the facts of <backend>", as in `lack port`. */
export interface Problem {
  readonly message: string;
  readonly fix: string;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Accepts true and false. */
export const truth: Rule<boolean> = {
  wanted: 'true or false',
  accepts: (value) => typeof value === 'boolean',
};

/** Accepts a list of texts, also an empty one. */
export const texts: Rule<readonly string[]> = { wanted: 'a list of texts', accepts: isTexts };

/** Accepts a list of at least one text. */
export const someTexts: Rule<readonly string[]> = {
  wanted: 'a list of at least one text',
  accepts: (value): value is readonly string[] => isTexts(value) && value.length > 0,
};

/** Accepts a text that matches `pattern`; by default any text, also an empty one. */
export function text(wanted = 'a text', pattern = /^/): Rule<string> {
  return { wanted, accepts: (value): value is string => typeof value === 'string' && pattern.test(value) };
}

/** Accepts a whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): Rule<number> {
  return {
    wanted: `a whole number from ${least} to ${most}`,
    accepts: (value): value is number =>
      Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

/** Accepts the names given. They are the keys of an object, so that the compiler reports one that is missing. */
export function oneOf<T extends string>(named: Readonly<Record<T, true>>): Rule<T> {
  return {
    wanted: `one of ${Object.keys(named).join(', ')}`,
    names: Object.keys(named),
    accepts: (value): value is T => typeof value === 'string' && Object.hasOwn(named, value),
  };
}

/** Accepts null, and what the given rule accepts. */
export function orNull<T>({ wanted, accepts }: Rule<T>): Rule<T | null> {
  return {
    wanted: `${wanted}, or null`,
    accepts: (value): value is T | null => value === null || accepts(value),
  };
}

/** Accepts the text of a regular expression of JavaScript. */
export const regularExpression: Rule<string> = {
  wanted: 'a regular expression as a text',
  accepts: (value): value is string => {
    try {
      return typeof value === 'string' && new RegExp(value) instanceof RegExp;
    } catch {
      return false;
    }
  },
};

/** Accepts an object whose values are objects. */
export const objectOfObjects: Rule<Readonly<Record<string, Readonly<Record<string, never>>>>> = {
  wanted: 'an object with an object for each plug-in',
  accepts: (value): value is never => isObject(value) && Object.values(value).every(isObject),
};

/** Claims that a value is an object: no list and not null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reports each field that is missing, unknown or breaks its rule; `at` is the object's path with a dot at its end, e.g. `tools[0].`. */
export function breaches(object: Readonly<Record<string, unknown>>, rules: AnyRules, at = ''): Problem[] {
  const fields = Object.keys(rules);
  return [
    ...Object.keys(object)
      .filter((field) => !fields.includes(field))
      .map((field) => unknownField(field, fields, at)),
    ...Object.entries(rules).flatMap(([field, rule]) => {
      if (!Object.hasOwn(object, field))
        return [{ message: `lack ${at}${field}`, fix: `state ${wantedBy(rule)}` }];
      return breachesOf(object[field], rule, at + field);
    }),
  ];
}

function breachesOf(value: unknown, rule: AnyRules[string], at: string): Problem[] {
  if (!('each' in rule)) return rule.accepts(value) ? [] : [wrongValue(value, rule, at)];
  const { each } = rule as { readonly each: AnyRules };
  if (!Array.isArray(value)) return [wrongValue(value, { wanted: wantedBy(rule) }, at)];
  return value.flatMap((item: unknown, index) =>
    isObject(item)
      ? breaches(item, each, `${at}[${index}].`)
      : [wrongValue(item, { wanted: 'an object' }, `${at}[${index}]`)],
  );
}

function wantedBy(rule: AnyRules[string]): string {
  return 'each' in rule ? 'a list of objects' : (rule as Rule<unknown>).wanted;
}

function wrongValue(
  value: unknown,
  { wanted, names = [] }: Omit<Rule<unknown>, 'accepts'>,
  at: string,
): Problem {
  const near = typeof value === 'string' ? suggest(value, names) : undefined;
  const told = JSON.stringify(value);
  return {
    message: `state ${at} as ${told.length > 60 ? `${told.slice(0, 60)}…` : told}, which must be ${wanted}`,
    fix: near === undefined ? `state ${wanted}` : `write "${near}"`,
  };
}

function unknownField(field: string, fields: readonly string[], at: string): Problem {
  const near = suggest(field, fields);
  const others = at === '' ? '; what a plug-in adds is stated in extra.<plugin>' : '';
  return {
    message: `have ${at}${field}, which is not known`,
    fix: near === undefined ? `choose among ${fields.join(', ')}${others}` : `write "${near}"`,
  };
}
