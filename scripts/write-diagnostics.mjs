// Writes docs/diagnostics.md from the catalogue: `node scripts/write-diagnostics.mjs`.
// With `--check` it writes nothing, and ends with 1 where the file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createJiti } from 'jiti';
import { format, resolveConfig } from 'prettier';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'docs/diagnostics.md');

/** Sections of the page: the first code of each, and its heading. */
const sections = [
  ['DZL101', 'Specs'],
  ['DZL200', 'dazzle.toml, stacks and answers'],
  ['DZL300', 'Backends, hooks and templates'],
  ['DZL360', 'Pages, and names in the target language'],
  ['DZL400', 'Building over edited files'],
  ['DZL500', 'The command line'],
];

const jiti = createJiti(import.meta.url, { fsCache: false });
const { catalogue } = await jiti.import(path.join(root, 'lib/diagnostics/catalogue/index.ts'));
const { severities } = await jiti.import(path.join(root, 'lib/diagnostics/severities.ts'));
const codes = Object.keys(catalogue).sort();

function fence(text) {
  return ['```text', text.replaceAll('\t', '→   ').trimEnd(), '```'];
}

/** Plain text that stays plain in Markdown; code spans stay as they are. */
function escape(text) {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[<>*]|\b_|_\b/g, '\\$&')))
    .join('');
}

function describe(code) {
  const { title, meaning, example, mend } = catalogue[code];
  return [
    `### ${code}: ${escape(title)}`,
    '',
    `_${severities[code]}_. ${escape(meaning)}`,
    '',
    'The mistake:',
    '',
    ...fence(example),
    '',
    'Mended:',
    '',
    ...fence(mend),
    '',
  ];
}

const lines = [
  '# Diagnostics',
  '',
  'Every message of dazzle has a code. `dazzle explain CODE` prints the entry below. This page is written from the',
  'catalogue in `lib/diagnostics/catalogue/` by `node scripts/write-diagnostics.mjs`; do not edit it.',
  '',
  'An error stops the command before anything is written; a warning does not, unless `dazzle validate --strict` makes it',
  'an error. A tab is shown as `→`.',
  '',
];
sections.forEach(([first, heading], index) => {
  const next = sections[index + 1]?.[0] ?? 'DZL999';
  const inside = codes.filter((code) => code >= first && code < next);
  if (inside.length === 0) return;
  lines.push(`## ${heading}`, '', ...inside.flatMap(describe));
});

const text = await format(lines.join('\n'), { ...(await resolveConfig(target)), parser: 'markdown' });

if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error(
    'docs/diagnostics.md is not what the catalogue says; run "node scripts/write-diagnostics.mjs".',
  );
  process.exit(1);
}
