import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AppSpec, EntitySpec } from '../app-spec.ts';
import type { FileSyntax } from '../syntax/ast.ts';
import type { LinkContext } from './context.ts';
import { deepFreeze } from './deep-freeze.ts';
import { linkEntity } from './entity.ts';
import { indexEntities } from './entity-index.ts';
import { linkExperience } from './experience.ts';
import { findApp } from './find-app.ts';
import { findRoot } from './find-root.ts';
import { gatherModules } from './gather-modules.ts';
import { indexUses } from './index-uses.ts';
import { linkIntegration } from './integration.ts';
import type { Declaration, Kind, Module } from './module.ts';
import { reachModules } from './reach-modules.ts';
import { createReport } from './report.ts';
import { linkForeignModel, linkPersona, linkService } from './service.ts';
import { linkSurface } from './surface.ts';
import { linkTest } from './test.ts';
import { giveUniqueNames } from './unique-names.ts';
import { warnOfUnused } from './unused.ts';
import { asTitle } from '../../words/phrases.ts';
import { linkWorkspace } from './workspace.ts';

/** What linking gives: a spec that is only of use where no diagnostic is an error. */
export interface Linked {
  readonly spec: AppSpec;
  readonly modules: readonly Module[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Resolves and checks the syntax of all files as one application. `hasSyntaxErrors` holds back what would only follow
 * from them.
 */
export function linkSpec(
  files: readonly FileSyntax[],
  rootName: string | undefined,
  hasSyntaxErrors: boolean,
): Linked {
  const report = createReport();
  const root = findRoot(files, rootName, report);
  const modules = gatherModules(files, root.name, report);
  const rootModule = root.known ? (modules.get(root.name) ?? null) : null;
  const reached = reachModules(modules, rootModule, report);
  giveUniqueNames(reached);
  const context: LinkContext = {
    report,
    modules,
    entities: new Map(),
    formNames: new Map(),
    enteredSteps: new Map(),
  };
  const app = findApp(context, files, rootModule, reached, { isRootKnown: root.known, hasSyntaxErrors });
  indexEntities(context, reached);
  indexUses(context, reached);
  const all = <K extends Kind, Spec>(
    kind: K,
    link: (context: LinkContext, declaration: Declaration<K>) => Spec,
  ): Spec[] =>
    reached.flatMap((module) =>
      module.declarations.flatMap((declaration) =>
        declaration.kind === kind ? link(context, declaration as Declaration<K>) : [],
      ),
    );
  const entities: EntitySpec[] = [...context.entities.values()].map((entity) => linkEntity(context, entity));
  const spec: AppSpec = {
    name: app?.name.text ?? '',
    title: app === null ? '' : app.title?.value || asTitle(app.name.text),
    module: root.name,
    entities,
    surfaces: all('surface', linkSurface),
    workspaces: all('workspace', linkWorkspace),
    personas: all('persona', linkPersona),
    experiences: all('experience', linkExperience),
    services: all('service', linkService),
    foreignModels: all('foreign_model', linkForeignModel),
    integrations: all('integration', linkIntegration),
    tests: all('test', linkTest),
    meta: {},
  };
  if (!hasSyntaxErrors && report.diagnostics.every(({ severity }) => severity !== 'error'))
    warnOfUnused(context);
  return { spec: deepFreeze(spec), modules: [...modules.values()], diagnostics: report.diagnostics };
}
