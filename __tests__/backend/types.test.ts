import { describe, expect, it } from '@jest/globals';
import { defineArtifact, defineBackend, defineGenerator, defineHook } from '../../lib/backend/define.ts';
import type { Backend, DiskHook, TreeHook } from '../../lib/backend/types.ts';
import { formatCode } from '../../lib/kit/hooks/tree-hooks.ts';

interface ShopAnswers {
  readonly database: 'sqlite' | 'postgres';
}

const count = defineArtifact<number>('count');
const done = { success: true, message: '' };

const shop = {
  name: 'shop',
  summary: '',
  templates: new URL('file:///nowhere/'),
  questions: () => [],
  generators: [],
  hooks: [],
};
const onTree = { name: 'a', description: '', phase: 'pre_build', runsOn: 'tree' } as const;
const onDisk = { name: 'a', description: '', phase: 'post_build', runsOn: 'disk' } as const;

// The compiler reads this function and nobody calls it: each line that must not compile says so.
export function whatMustNotCompile(): void {
  defineHook({
    ...onDisk,
    execute(context) {
      // @ts-expect-error a hook on the disk has no tree: the files are committed by then
      void context.tree;
      return done;
    },
  });
  defineHook({
    ...onTree,
    execute(context) {
      // @ts-expect-error a hook on the tree has no folder to write into
      void context.folder;
      return done;
    },
  });
  // @ts-expect-error a hook's result always says whether it succeeded
  defineHook({ ...onTree, execute: () => ({ message: '' }) });
  // @ts-expect-error there is no such phase
  defineHook({ ...onTree, phase: 'writing', execute: () => done });
  // @ts-expect-error only a hook on the disk has inputs
  defineHook({ ...onTree, inputs: () => ({ files: [] }), execute: () => done });
  // @ts-expect-error there is no such type of option
  defineHook({ ...onTree, options: { x: { type: 'date', description: '' } }, execute: () => done });
  // @ts-expect-error the artifact is a number
  count.of('one');
  defineGenerator({
    name: 'a',
    description: '',
    generate({ artifacts, spec, tree }) {
      // @ts-expect-error the artifact is a number
      const text: string = artifacts.get(count);
      // @ts-expect-error the spec is read-only
      spec.name = text;
      // @ts-expect-error a template gets its values
      tree.render('a', 'b');
      // @ts-expect-error there are starters and secrets
      tree.write('a', '', { once: 'forever' });
    },
  });
  defineGenerator<ShopAnswers>({
    name: 'a',
    description: '',
    generate({ answers }) {
      // @ts-expect-error no database of this name is ever answered
      if (answers.database === 'oracle') return;
      // @ts-expect-error this backend asks nothing of the sort
      void answers.port;
    },
  });
  const typed = defineGenerator<ShopAnswers>({ name: 'a', description: '', generate: () => undefined });
  // @ts-expect-error a generator of other answers than those that the backend asks for
  defineBackend<{ readonly port: number }>({ ...shop, generators: [typed] });
  // @ts-expect-error a hook of other answers than those that the backend asks for
  defineBackend<{ readonly port: number }>({ ...shop, hooks: [formatCode<ShopAnswers>()] });
  // @ts-expect-error a backend says in a line what it makes
  defineBackend({
    name: 'a',
    templates: new URL('file:///'),
    questions: () => [],
    generators: [],
    hooks: [],
  });
  // @ts-expect-error a generator returns artifacts, not facts of its own making
  defineGenerator({ name: 'a', description: '', generate: () => ({ models: ['Task'] }) });
}

describe('the types of the framework', () => {
  it('let a backend with answers of its own use the shared hooks and enter a list of backends', () => {
    const treeHook: TreeHook<ShopAnswers> = formatCode();
    const diskHook: DiskHook<ShopAnswers> = defineHook<ShopAnswers>({
      name: 'install',
      description: '',
      phase: 'post_build',
      runsOn: 'disk',
      execute: ({ answers }) => ({ success: true, message: answers.database }),
    });
    const backend = defineBackend<ShopAnswers>({
      name: 'shop',
      summary: '',
      templates: new URL('file:///nowhere/'),
      questions: () => [],
      generators: [],
      hooks: [treeHook, formatCode(), diskHook],
    });
    const backends: readonly Backend[] = [backend];
    expect(backends.map(({ name }) => name)).toEqual(['shop']);
    expect(whatMustNotCompile).toBeInstanceOf(Function);
  });

  it('let a generator and hooks that ignore the answers enter a backend with answers of its own', () => {
    const generator = defineGenerator({ name: 'a', description: '', generate: () => undefined });
    const treeHook = defineHook({ ...onTree, execute: () => done });
    const diskHook = defineHook({ ...onDisk, name: 'b', inputs: () => ({ files: [] }), execute: () => done });
    const backend = defineBackend<ShopAnswers>({
      ...shop,
      generators: [generator],
      hooks: [treeHook, diskHook, defineHook({ ...onTree, name: 'c', execute: () => done })],
    });
    expect(backend.generators).toEqual([generator]);
  });
});
