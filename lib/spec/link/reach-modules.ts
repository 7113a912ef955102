import type { Module } from './module.ts';
import type { Report } from './report.ts';

/** Resolves every `use` and returns the modules reached from `root` (all of them where it is null), the root first. */
export function reachModules(
  modules: ReadonlyMap<string, Module>,
  root: Module | null,
  report: Report,
): Module[] {
  for (const module of modules.values()) linkUses(module, modules, report);
  const reached: Module[] = root === null ? [...modules.values()] : [root];
  for (const module of reached) module.reached = true;
  for (let index = 0; index < reached.length; index++) {
    for (const { target } of reached[index]!.uses) {
      if (target === null || target.reached) continue;
      target.reached = true;
      reached.push(target);
    }
  }
  for (const module of modules.values()) reportUnreached(module, root, report);
  reportCycles([...modules.values()], report);
  return reached;
}

function linkUses(module: Module, modules: ReadonlyMap<string, Module>, report: Report): void {
  const aliases = new Map<string, string>();
  for (const { file, syntax } of module.useLines) {
    const name = syntax.module.text;
    const target = modules.get(name) ?? null;
    const near = target === null ? report.suggest(name, othersThan(module, modules)) : undefined;
    // The module that was likely meant stands in: its names are known, so that only real mistakes are reported.
    const meant = near === undefined ? null : modules.get(near)!;
    module.uses.push({ syntax, file, target: target ?? meant });
    if (target === null) {
      report.add(
        'DZL152',
        file,
        syntax.module.span,
        `module ${module.name} uses "${name}", which no file defines`.replace('module  ', 'the root module '),
        near === undefined ? `add a file with "module ${name}", or remove this line` : `write "use ${near}"`,
      );
    } else if (target === module) {
      report.add('DZL153', file, syntax.module.span, `module ${name} uses itself`, 'remove this line');
    }
    const alias = syntax.alias?.text;
    if (alias === undefined) continue;
    const other = aliases.get(alias);
    if (other !== undefined && other !== name) {
      report.add(
        'DZL159',
        file,
        syntax.alias!.span,
        `the alias ${alias} stands for module ${other} already`,
        `choose another alias for module ${name}`,
      );
    }
    aliases.set(alias, name);
  }
}

function othersThan(module: Module, modules: ReadonlyMap<string, Module>): string[] {
  return [...modules.keys()].filter((name) => name !== module.name);
}

function reportUnreached(module: Module, root: Module | null, report: Report): void {
  const line = module.lines[0];
  if (module.reached || line === undefined || root === null) return;
  report.add(
    'DZL156',
    line.file,
    line.name.span,
    `module ${module.name} is not part of the application: nothing uses it`,
    `add "use ${module.name}" to ${root.name === '' ? 'the root module' : `module ${root.name}`}, or remove the module`,
  );
}

/** Depth first, with a stack of its own: chains of modules may be long. */
function reportCycles(modules: readonly Module[], report: Report): void {
  const state = new Map<Module, 'open' | 'done'>();
  for (const start of modules) {
    if (state.has(start)) continue;
    const path: { module: Module; next: number }[] = [{ module: start, next: 0 }];
    state.set(start, 'open');
    while (path.length > 0) {
      const top = path.at(-1)!;
      const use = top.module.uses[top.next++];
      if (use === undefined) {
        state.set(top.module, 'done');
        path.pop();
        continue;
      }
      const { target } = use;
      if (target === null || target === top.module) continue;
      if (state.get(target) === 'open') {
        const circle = path.slice(path.findIndex((entry) => entry.module === target));
        const names = [...circle.map((entry) => entry.module.name), target.name];
        report.add(
          'DZL153',
          use.file,
          use.syntax.module.span,
          `modules use each other in a circle: ${names.join(' uses ')}`,
          'move what both need into a module of its own, and use that from both',
        );
      } else if (!state.has(target)) {
        state.set(target, 'open');
        path.push({ module: target, next: 0 });
      }
    }
  }
}
