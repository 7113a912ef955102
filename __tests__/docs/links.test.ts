import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from '../cli/support/run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.split(path.sep).join('/')}`),
];

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(file: string): Set<string> {
  const headings = [...read(file).matchAll(/^#+ (.*)$/gm)].map((match) => match[1]!);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** The command lines of dazzle in the shell blocks of a page, as words. */
function commandLines(file: string): string[][] {
  const blocks = [...read(file).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
  return blocks
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => line.replace(/#.*/, '').split(/&&|\|/))
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first === 'dazzle')
    .map((words) => words.slice(1));
}

describe('the README and the docs', () => {
  it.each(pages)('link to what exists: %s', (page) => {
    const text = read(page).replace(/```[\s\S]*?```/g, '');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
      (match) => (match[1] ?? match[2])!,
    );
    const dead = targets.filter((target) => {
      if (/^https?:/.test(target)) return false;
      const [file, anchor] = target.split('#');
      const at = file === '' ? page : path.posix.join(path.posix.dirname(page), file!);
      return !existsSync(path.join(root, at)) || (anchor !== undefined && !anchorsOf(at).has(anchor));
    });
    expect(dead).toEqual([]);
  });

  it('name no command and no option that dazzle does not have', async () => {
    const help = new Map<string, string>();
    const wrong: string[] = [];
    for (const [command = '', ...words] of pages.flatMap(commandLines)) {
      if (!help.has(command)) {
        const { status, out } = await run(['help', command]);
        help.set(command, status === 0 ? out : '');
      }
      const options = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0]!);
      if (help.get(command) === '') wrong.push(command);
      wrong.push(
        ...options.filter((option) => !help.get(command)!.includes(option)).map((o) => `${command} ${o}`),
      );
    }
    expect(help.size).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it('list every command', async () => {
    const { out } = await run(['help']);
    const commands = [...out.matchAll(/^ {2}([a-z]+)( \[command\])? {2,}/gm)].map((match) => match[1]!);
    const page = read('docs/commands.md');
    expect(commands.length).toBeGreaterThan(12);
    expect(commands.filter((name) => name !== 'help' && !page.includes(`\`dazzle ${name}`))).toEqual([]);
  });

  it('quote the regeneration benchmark as it is', () => {
    const heldOut = /^## Held-out half[\s\S]*?(?=^## )/m.exec(read('docs/regeneration-benchmark.md'))![0];
    const right = (tool: string) =>
      new RegExp(`^\\| ${tool} +\\| +\\d+ \\(([\\d.]+%)\\)`, 'm').exec(heldOut)?.[1];
    const readme = read('README.md').replaceAll('\n', ' ');
    expect(readme).toContain(
      `dazzle merges ${right('dazzle')} exactly right, and \`git merge-file\` ${right('git merge-file')}.`,
    );
    const foreign = read('docs/regeneration-benchmark.md').split('## Foreign edits')[1]!;
    const share = (tool: string) =>
      new RegExp(`^\\| ${tool}[^|]*\\| +[\\d,]+ \\(([\\d.]+%)\\)`, 'm').exec(foreign)?.[1];
    expect(readme).toContain(
      `dazzle gives it for ${share('dazzle')}, mergiraf for ${share('mergiraf')}, and \`git merge-file\` for ${share('git merge-file')}.`,
    );
  });

  it('say which backends are available', async () => {
    const rows = [...read('README.md').matchAll(/^\| `(\w+)` +\| .* \| (available|planned) +\|$/gm)];
    const said = rows.filter((row) => row[2] === 'available').map((row) => row[1]);
    const { out } = await run(['backends', '--json']);
    const { backends } = JSON.parse(out) as { backends: { name: string }[] };
    expect(said).toEqual(backends.map(({ name }) => name));
  });
});
