import { importLines } from './python-imports.ts';
import type { PythonImport } from './python-imports.ts';
import type { WebScope } from './web-scope.ts';

/** What a views module imports, gathered while its classes are described; `bases` come from `base.py`. */
export class ViewImports {
  readonly models = new Set<string>();
  readonly forms = new Set<string>();
  readonly bases = new Set<string>();
  needsReverse = false;
  needsPrefetch = false;
}

/** The class name of an entity's model, which is added to the imports. */
export function modelName(web: WebScope, entity: string, imports: ViewImports): string {
  const { className } = web.names.model(entity);
  imports.models.add(className);
  return className;
}

/** The import statements of a module below `app/views`. */
export function importsOf(imports: ViewImports, more: readonly PythonImport[] = []): string {
  return importLines([
    ...more,
    ...(imports.needsPrefetch ? [{ module: 'django.db.models', name: 'Prefetch' }] : []),
    ...(imports.needsReverse ? [{ module: 'django.urls', name: 'reverse' }] : []),
    ...[...imports.forms].map((name) => ({ module: '..forms', name })),
    ...[...imports.models].map((name) => ({ module: '..models', name })),
    ...[...imports.bases].map((name) => ({ module: '.base', name })),
  ]);
}
