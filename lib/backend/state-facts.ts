import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { AppSpec } from '../spec/app-spec.ts';
import { breaches, isObject, type Problem } from './fact-rules.ts';
import { factRules, noFacts, type BackendFacts, type ExtraFact, type ExtraSchema } from './facts.ts';
import { hasType } from './hook-options.ts';
import { crashDiagnostic } from './run-hook.ts';
import type { Answers, Backend } from './types.ts';

/** A backend of a stack with its folder and its answers. */
export interface StackPlace {
  readonly backend: Backend;
  /** POSIX path of its folder, relative to the project. */
  readonly outputDir: string;
  readonly answers: Answers;
}

/**
 * Lets every backend of a stack state its facts, from the spec, its own answers and the names of the backends in the stack. Reports
 * DZL307 for facts that are no plain JSON, break `factRules`, name one thing twice, hold the value of a secret or do not fit a
 * plug-in's schema, and DZL334 where `facts` throws. A backend with such a mistake has `noFacts`.
 */
export function stateFacts(
  spec: AppSpec,
  places: readonly StackPlace[],
): { readonly facts: ReadonlyMap<string, BackendFacts>; readonly diagnostics: readonly Diagnostic[] } {
  const stack = places.map(({ backend }) => backend.name);
  const facts = new Map<string, BackendFacts>();
  const diagnostics: Diagnostic[] = [];
  for (const { backend, outputDir, answers } of places) {
    const { name } = backend;
    try {
      const given: unknown =
        backend.facts === undefined
          ? {}
          : backend.facts({ spec, answers, backendName: name, outputDir, stack });
      const stated = { ...noFacts, ...(given as Partial<BackendFacts>) };
      const problems = noObject(given) ?? problemsOf(stated, backend.extraFacts ?? {});
      diagnostics.push(...problems.map((problem) => wrongFacts(name, problem)));
      facts.set(name, problems.length === 0 ? stated : noFacts);
    } catch (error) {
      diagnostics.push(
        ...(error instanceof DazzleError
          ? error.diagnostics
          : [crashDiagnostic('DZL334', `facts of ${name}`, error)]),
      );
      facts.set(name, noFacts);
    }
  }
  return { facts, diagnostics };
}

function wrongFacts(backend: string, { message, fix }: Problem): Diagnostic {
  return diagnose('DZL307', { message: `the facts of ${backend} ${message}`, fix });
}

/** What is wrong with facts that are no object; undefined where they are one. */
function noObject(given: unknown): Problem[] | undefined {
  if (given instanceof Promise) {
    given.catch(() => undefined);
    return [{ message: 'are a promise', fix: 'state them at once: take "async" from the function' }];
  }
  if (isObject(given)) return undefined;
  const kind = Array.isArray(given) ? 'a list' : given === null ? 'null' : typeof given;
  return [{ message: `are ${kind}, not an object`, fix: 'return {} where there is nothing to state' }];
}

function problemsOf(facts: BackendFacts, schemas: Readonly<Record<string, ExtraSchema>>): Problem[] {
  const foreign = findForeign(facts, 'facts');
  if (foreign !== undefined)
    return [
      {
        message: `are no plain JSON: ${foreign}`,
        fix: 'state texts, numbers, booleans, null, lists and objects of them; functions belong into the backend itself',
      },
    ];
  const broken = breaches({ ...facts }, factRules);
  if (broken.length > 0) return broken;
  const plugins = [...new Set([...Object.keys(facts.extra), ...Object.keys(schemas)])];
  return [
    ...(['commands', 'environment', 'tools'] as const).flatMap((list) =>
      doubles(facts[list].map(({ name }) => name)).map((name) => ({
        message: `name "${name}" twice in ${list}`,
        fix: 'state it once',
      })),
    ),
    ...facts.environment
      .filter(({ isSecret, development, production }) => isSecret && development + production !== '')
      .map(({ name }) => ({
        message: `hold a value of the secret ${name}`,
        fix: 'leave development and production of a secret empty: create_env makes its value',
      })),
    ...plugins.flatMap((plugin) => extraProblems(plugin, facts.extra[plugin] ?? {}, schemas[plugin])),
  ];
}

function extraProblems(
  plugin: string,
  values: Readonly<Record<string, ExtraFact>>,
  schema: ExtraSchema | undefined,
): Problem[] {
  if (schema === undefined)
    return [
      {
        message: `have extra.${plugin}, which has no schema`,
        fix: `say what its fields are in extraFacts.${plugin} of the backend`,
      },
    ];
  const wrong = Object.entries(values).filter(([name, value]) => !hasType(value, schema[name]?.type));
  const missing = Object.keys(schema).filter((name) => !Object.hasOwn(values, name));
  return [
    ...wrong.map(([name]) => ({
      message: `have extra.${plugin}.${name} against its schema, which ${schema[name] === undefined ? 'has no such field' : `says ${schema[name].type}`}`,
      fix: 'change the fact or the schema',
    })),
    ...missing.map((name) => ({
      message: `lack extra.${plugin}.${name}, which is in its schema`,
      fix: 'state it, or take it out of the schema',
    })),
  ];
}

function doubles(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Says where a value is that JSON cannot hold, as in `facts.port is NaN`; undefined where there is none. */
function findForeign(value: unknown, at: string): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${at} is ${value}`;
  if (typeof value !== 'object') return `${at} is ${typeof value === 'undefined' ? '' : 'a '}${typeof value}`;
  const isPlain =
    Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as null);
  if (!isPlain) return `${at} is a ${value.constructor.name}`;
  for (const [key, part] of Object.entries(value)) {
    const foreign = findForeign(part, `${at}.${key}`);
    if (foreign !== undefined) return foreign;
  }
  return undefined;
}
