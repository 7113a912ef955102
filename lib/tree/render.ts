import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { Options } from 'ejs';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DazzleError } from '../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostics/severities.ts';
import { html, literals, scalarText } from './literals.ts';
import { strictValues } from './strict-values.ts';
import type { WrappedValues } from './strict-values.ts';

/** Renders templates of one folder; each is read and compiled once. */
export interface Renderer {
  /** Throws DZL316 (no such template), DZL317 (it does not compile) or DZL318 (it failed), with the template's line. */
  render(template: string, values: object): string;
}

interface EjsModule {
  readonly Template: new (text: string, options: Options) => CompilableTemplate;
}

interface CompilableTemplate {
  source: string;
  compile(): (values: unknown) => string;
}

type Compiled = (values: object) => string;

const namesInTemplates = [...Object.keys(literals), 'partial'];

/** Loads the template engine; `await` it once, then render as often as needed. */
export async function loadEjs(): Promise<EjsModule> {
  const module = (await import('ejs')) as unknown as { default: EjsModule };
  return module.default;
}

/**
 * A renderer for the folder `templates`. A template is named with or without its last `.ejs`. Values are `it`; a name
 * that `it` lacks throws. `<%= %>` escapes for HTML in `.html`, `.xml`, `.svg` and `.ejs` outputs and prints scalars as
 * they are elsewhere; `<%- %>` is raw. Every template has the literals py, js, json, yaml, html, sh, toml, hcl, indent, and
 * `partial(template, values)`. A file that ends in `.ejs.ejs` makes an EJS view: its own tags are `<? ?>`, `<?= ?>`
 * and `<?- ?>`, and `<% %>` passes through.
 */
export function createRenderer(
  templates: URL,
  ejs: EjsModule,
  seen: WrappedValues = new WeakMap(),
): Renderer {
  const compiled = new Map<string, Compiled>();
  const folder = fileURLToPath(templates.href.endsWith('/') ? templates : new URL(`${templates.href}/`));

  function find(template: string): Compiled {
    const known = compiled.get(template);
    if (known !== undefined) return known;
    const name = [template, `${template}.ejs`].find(
      (candidate) => candidate.endsWith('.ejs') && existsSync(folder + candidate),
    );
    if (name === undefined) {
      throw new DazzleError(
        diagnose('DZL316', {
          message: `there is no template "${template}" in ${folder}`,
          fix: 'name a template that exists, with or without its last ".ejs"',
        }),
      );
    }
    const render = compile(name, readFileSync(folder + name, 'utf8'));
    compiled.set(template, render);
    return render;
  }

  function compile(name: string, text: string): Compiled {
    const template = new ejs.Template(text, {
      strict: true,
      localsName: 'it',
      filename: name,
      escape: isMarkup(name) ? html : scalarText,
      delimiter: name.endsWith('.ejs.ejs') ? '?' : '%',
      destructuredLocals: namesInTemplates,
      // Otherwise EJS copies the values and loses the proxy. `strict` means no `with`, so that prototypes cannot leak into scope.
      unsafePrototypeLocals: true,
      includer: () => {
        throw new Error('include() is not available; write <%- partial("name", { … }) %>');
      },
    } as Options);
    let render: (values: unknown) => string;
    try {
      render = template.compile();
    } catch (error) {
      const line = error instanceof SyntaxError ? syntaxLine(template) : unclosedTagLine(text, name);
      throw templateError('DZL317', name, line, 'does not compile', error, text);
    }
    return (values) => {
      try {
        return render(scope(values));
      } catch (error) {
        if (error instanceof DazzleError) throw error;
        throw runError(name, text, error);
      }
    };
  }

  function partial(template: string, values: object = {}): string {
    return find(template)(values);
  }

  function scope(values: object): unknown {
    const it = strictValues(values, 'it', seen) as Record<string, unknown>;
    return new Proxy(it, {
      get: (target, key) =>
        key === 'partial'
          ? partial
          : typeof key === 'string' && Object.hasOwn(literals, key)
            ? literals[key as keyof typeof literals]
            : target[key as string],
    });
  }

  return { render: (template, values) => find(template)(values) };
}

function isMarkup(name: string): boolean {
  return /\.(?:html?|xml|svg|ejs)\.ejs$/.test(name);
}

/** EJS puts `<file>:<line>`, a listing and an empty line before the message. */
function runError(name: string, text: string, error: unknown): DazzleError {
  const message = error instanceof Error ? error.message : String(error);
  const start = `${name}:`;
  const line = message.startsWith(start) ? Number.parseInt(message.slice(start.length), 10) || 0 : 0;
  const cause = message.includes('\n\n') ? message.slice(message.lastIndexOf('\n\n') + 2) : message;
  return templateError('DZL318', name, line, 'failed', new Error(cause), text);
}

function templateError(
  code: DiagnosticCode,
  name: string,
  line: number,
  verb: string,
  error: unknown,
  text: string,
): DazzleError {
  const cause = (error instanceof Error ? error.message : String(error))
    .split('\n')[0]!
    .replace(/ while compiling ejs$/, '');
  const place = line > 0 ? `${name}:${line}` : name;
  const source = line > 0 ? text.split('\n')[line - 1] : undefined;
  return new DazzleError(
    diagnose(code, {
      message: `template ${place} ${verb}: ${cause.replace(` in ${name}`, '')}`,
      fix: 'correct the template, or the values that its generator gives it',
      ...(source === undefined ? {} : { frame: source }),
    }),
  );
}

/** The template's line of a syntax error, found through the script that EJS made; 0 where it stays unknown. */
function syntaxLine(template: CompilableTemplate): number {
  const opening = '(function(){\n';
  try {
    new Script(`${opening}${template.source}})`, { filename: 'template' });
    return 0;
  } catch (error) {
    const scriptLine = Number(/^template:(\d+)/.exec((error as Error).stack ?? '')?.[1] ?? 0) - 1;
    const before = template.source.split('\n').slice(0, Math.max(0, scriptLine)).join('\n');
    const marks = [...before.matchAll(/__line = (\d+)/g)];
    return marks.length === 0 ? 1 : Number(marks.at(-1)![1]);
  }
}

function unclosedTagLine(text: string, name: string): number {
  const delimiter = name.endsWith('.ejs.ejs') ? '\\?' : '%';
  const tags = [...text.matchAll(new RegExp(`<${delimiter}(?!${delimiter})|${delimiter}>`, 'g'))];
  const unclosed = tags.find(
    (tag, index) => tag[0].startsWith('<') && !(tags[index + 1]?.[0].endsWith('>') ?? false),
  );
  return unclosed === undefined ? 0 : text.slice(0, unclosed.index).split('\n').length;
}
