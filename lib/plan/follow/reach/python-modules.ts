import { modulePath } from '../../code/module-path.ts';
import type { ReachRequest } from './reach.ts';

/** What generated modules of Python define, and what that is called now. */
export class PythonModules {
  constructor(private readonly request: Pick<ReachRequest, 'path' | 'names'>) {}

  /** The new spelling of what is imported from a generated module. */
  freshImport(module: string, name: string): string | undefined {
    const path = modulePath(this.request, module);
    if (path === undefined) return undefined;
    const { definitions, paths } = this.request.names;
    const moved = paths.get(`${path}/${name}.py`);
    if (moved !== undefined) return /([^/]+)\.py$/.exec(moved)?.[1];
    return this.entityIn(module, name)?.to ?? definitions.get(name);
  }

  /** The new spelling of a module's own name, where its file moves: `.views.offer`. */
  freshModule(module: string): string | undefined {
    const path = modulePath(this.request, module);
    const moved = path === undefined ? undefined : this.request.names.paths.get(`${path}.py`);
    const name = moved === undefined ? undefined : /([^/]+)\.py$/.exec(moved)?.[1];
    return name === undefined ? undefined : module.replace(/[^.]+$/, name);
  }

  /** The entity whose model an import from a generated module takes. */
  entityIn(module: string, name: string): { readonly from: string; readonly to: string } | undefined {
    if (!/(?:^|\.)models$/.test(module) || modulePath(this.request, module) === undefined) return undefined;
    return this.entityNamed(name);
  }

  /** The entity whose model has a name, and the name that the model has now. */
  entityNamed(name: string): { readonly from: string; readonly to: string } | undefined {
    const { entities } = this.request.names;
    const plain = entities.get(name);
    if (plain) return { from: plain.from, to: plain.to };
    const record = /^(.+)Record$/.exec(name)?.[1];
    const renamed = record === undefined ? undefined : entities.get(record);
    return renamed && { from: renamed.from, to: this.request.names.definitions.get(name) ?? name };
  }
}
