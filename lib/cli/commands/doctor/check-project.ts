import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '../../../backend/registry.ts';
import { placeStack } from '../../../backend/stack-answers.ts';
import { stateFacts } from '../../../backend/state-facts.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { diagnoseProject } from '../../../diagnose-project.ts';
import { selectWarnings } from '../../../diagnostics/select-warnings.ts';
import { loadProject } from '../../../load-project.ts';
import { readBaseline } from '../../../plan/read-baseline.ts';
import type { Manifest } from '../../../project/manifest.ts';
import type { AppSpec } from '../../../spec/app-spec.ts';
import { countDiagnostics } from '../../screen/print-diagnostics.ts';
import { countNoun } from '../../screen/text.ts';
import { badFinding, type Finding } from './check-tools.ts';

/** What is found in a project; `manifest` is null where dazzle.toml cannot be used, `spec` where it has errors. */
interface ProjectFindings {
  readonly findings: readonly Finding[];
  readonly manifest: Manifest | null;
  readonly spec: AppSpec | null;
}

/** Looks at a project: its configuration and spec, permissions, what an interrupted build left, the baseline. */
export async function checkProject(
  projectDir: string,
  registry: Registry,
  recovered: readonly Diagnostic[],
): Promise<ProjectFindings> {
  const project = await loadProject(projectDir, registry);
  const { manifest } = project;
  return {
    manifest,
    spec: project.spec,
    findings: [
      checkSpec(
        selectWarnings(await diagnoseProject(project, registry), manifest?.ignoredWarnings ?? []).told,
      ),
      ...(await checkFacts(registry, manifest, project.spec)),
      ...(await checkPermissions(projectDir, manifest)),
      checkJournal(recovered),
      await checkBaseline(projectDir),
    ],
  };
}

function checkSpec(diagnostics: readonly Diagnostic[]): Finding {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const name = 'spec';
  if (errors.length > 0) {
    return {
      state: 'bad',
      name,
      message: countDiagnostics(diagnostics),
      fix: 'run "dazzle validate" to see them',
    };
  }
  if (diagnostics.length === 0) return { state: 'good', name, message: 'valid' };
  return { state: 'good', name, message: `valid, with ${countDiagnostics(diagnostics)}` };
}

/** What a build would say of the facts that the stack's backends state. */
async function checkFacts(
  registry: Registry,
  manifest: Manifest | null,
  spec: AppSpec | null,
): Promise<Finding[]> {
  if (manifest === null || spec === null) return [];
  const backends = registry.select(manifest.stack.backends);
  const places = await placeStack(backends, { spec, manifest }, manifest.outputDir, {});
  return stateFacts(spec, places).diagnostics.map((diagnostic) => badFinding('facts', diagnostic));
}

async function checkPermissions(projectDir: string, manifest: Manifest | null): Promise<Finding[]> {
  const folders = ['.', '.dazzle', ...(manifest === null ? [] : [manifest.outputDir])];
  const refused: Finding[] = [];
  for (const folder of folders) {
    const path = join(projectDir, folder);
    const about = await stat(path).catch(() => null);
    if (about === null) continue;
    const isWritable = await access(path, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (about.isDirectory() && isWritable) continue;
    const message = about.isDirectory() ? `${folder} cannot be written` : `${folder} is no folder`;
    refused.push({
      state: 'bad',
      name: 'permissions',
      message,
      fix: about.isDirectory() ? `make it writable: chmod u+wx ${path}` : 'move it away',
    });
  }
  return refused.length > 0
    ? refused
    : [{ state: 'good', name: 'permissions', message: 'the project can be written' }];
}

/** Says whether an interrupted build was found, which has been finished or taken back by now. */
function checkJournal(recovered: readonly Diagnostic[]): Finding {
  if (recovered.length === 0) return { state: 'good', name: 'journal', message: 'no interrupted build' };
  const broken = recovered.find(({ severity }) => severity === 'error');
  return {
    state: broken === undefined ? 'note' : 'bad',
    name: 'journal',
    message: recovered.map(({ message }) => message).join('; '),
    ...(broken?.fix === undefined ? {} : { fix: broken.fix }),
  };
}

async function checkBaseline(projectDir: string): Promise<Finding> {
  const { exists, entries, lost, diagnostics } = await readBaseline(projectDir);
  const name = 'baseline';
  if (diagnostics.length > 0 || lost.size > 0) {
    const message = diagnostics[0]?.message ?? `${countNoun(lost.size, 'entry', 'entries')} damaged`;
    return {
      state: 'bad',
      name,
      message,
      fix:
        diagnostics[0]?.fix ??
        'restore .dazzle/baseline from git; otherwise the next build asks about these files',
    };
  }
  if (!exists) return { state: 'note', name, message: 'none yet: nothing has been built here' };
  const unsettled = [...entries.values()].filter((entry) => entry.pending !== null).length;
  if (unsettled === 0) return { state: 'good', name, message: `${countNoun(entries.size, 'file')} known` };
  return {
    state: 'note',
    name,
    message: `${countNoun(entries.size, 'file')} known, ${countNoun(unsettled, 'conflict')} to settle`,
    fix: 'run "dazzle resolve"',
  };
}
