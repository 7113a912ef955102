import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Exchanger } from './artifact-store.ts';
import { makesArtifact, stageNames, stageOf, type Stage } from './order-parts.ts';
import type { Backend, Hook } from './types.ts';

interface Part {
  readonly title: string;
  readonly part: Exchanger;
  readonly stage: Stage;
}

function partsOf({ generators, hooks }: Pick<Backend, 'generators' | 'hooks'>): Part[] {
  return [
    ...generators.map((part): Part => ({ title: `generator ${part.name}`, part, stage: 1 })),
    ...hooks.map((part): Part => ({ title: `hook ${part.name}`, part, stage: stageOf(part) })),
  ];
}

/**
 * What is wrong with the artifacts that a backend's generators and hooks declare: two makers (DZL321), a need that nobody
 * makes (DZL324), one that is made too late (DZL305).
 */
export function checkArtifacts(backend: Pick<Backend, 'name' | 'generators' | 'hooks'>): Diagnostic[] {
  const parts = partsOf(backend);
  const diagnostics: Diagnostic[] = [];
  const keys = new Set(parts.flatMap(({ part }) => part.makes?.map(({ name }) => name) ?? []));
  for (const key of keys) {
    const [first, second] = parts.filter(({ part }) => makesArtifact(part, key));
    if (first !== undefined && second !== undefined)
      diagnostics.push(
        diagnose('DZL321', {
          message: `${first.title} and ${second.title} of ${backend.name} both make the artifact "${key}"`,
          fix: 'give one of the artifacts another name',
        }),
      );
  }
  for (const reader of parts) {
    for (const list of ['needs', 'wants'] as const) {
      for (const { name } of reader.part[list] ?? []) {
        const maker = parts.find(({ part }) => makesArtifact(part, name));
        if (maker !== undefined && maker.stage > reader.stage)
          diagnostics.push(
            diagnose('DZL305', {
              message: `${reader.title} of ${backend.name} runs ${stageNames[reader.stage]} and cannot read "${name}", which ${maker.title} makes ${stageNames[maker.stage]}`,
              fix: `take "${name}" out of its ${list}, or change the phase of one of them`,
            }),
          );
        else if (maker === undefined && list === 'needs')
          diagnostics.push(
            diagnose('DZL324', {
              message: `${reader.title} of ${backend.name} needs the artifact "${name}", which no part of it makes`,
              fix: 'name its key in `makes` of the one that makes it; what another backend makes is among the facts of the stack',
            }),
          );
      }
    }
  }
  return diagnostics;
}

/** Reports DZL325 for each generator or hook that this build runs and that needs an artifact of a hook that it leaves out. */
export function lackingMakers(backend: Backend, active: readonly Hook[]): Diagnostic[] {
  const parts = partsOf(backend);
  const isLeftOut = ({ part, stage }: Part): boolean => stage !== 1 && !active.includes(part as Hook);
  return parts
    .filter((reader) => !isLeftOut(reader))
    .flatMap((reader) =>
      (reader.part.needs ?? []).flatMap(({ name }): Diagnostic[] => {
        const maker = parts.find(({ part }) => makesArtifact(part, name));
        if (maker === undefined || !isLeftOut(maker)) return [];
        return [
          diagnose('DZL325', {
            message: `${reader.title} of ${backend.name} needs the artifact "${name}", but ${maker.title}, which makes it, is left out`,
            fix: `do not leave out ${maker.part.name}, or leave out ${reader.part.name} too`,
          }),
        ];
      }),
    );
}
