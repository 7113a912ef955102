import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { root, scratch } from './generate.mjs';
import { openLineProcess } from './line-process.mjs';

const prettierParsers = { js: 'babel', css: 'css', json: 'json', yml: 'yaml', yaml: 'yaml', md: 'markdown' };
const prettierStyles = {
  'prettier with tabs': { useTabs: true, singleQuote: true },
  'prettier of 120 columns': { printWidth: 120 },
  'prettier of 60 columns': { printWidth: 60, singleQuote: true, trailingComma: 'none' },
  'prettier without semicolons': { semi: false, singleQuote: true, arrowParens: 'avoid' },
};
const pythonStyles = [
  'black 120',
  'black 60',
  'autopep8',
  'autopep8 aggressive',
  'yapf pep8',
  'yapf google',
  'yapf facebook',
];
const markupStyles = ['djlint', 'djlint 4 80'];

/**
 * Real formatters with other settings than dazzle's, as edits of a whole file; those of Python and of templates run in one
 * process of the virtual environment below the scratch folder.
 *
 * @returns the edits, the formatters that are missing, and what ends the process
 */
export async function openFormatters() {
  const edits = Object.entries(prettierStyles).map(([name, style]) =>
    wholeFile(
      name,
      ({ language }) => prettierParsers[language] !== undefined,
      ({ text, language }) => format(text, { ...style, parser: prettierParsers[language] }),
    ),
  );
  const python = join(scratch, 'venv', 'bin', 'python');
  if (!existsSync(python)) return { edits, missing: ['black', 'autopep8', 'yapf', 'djlint'], close() {} };
  const child = openLineProcess(python, [
    join(root, 'scripts', 'bench', 'regenerate', 'adversary', 'run_formatters.py'),
  ]);
  const { there } = await child.ask({ style: 'list' });
  const run = (style, language) =>
    wholeFile(
      style,
      (file) => language.test(file.language),
      async ({ text }) => {
        const answer = await child.ask({ style, text });
        if (answer.error) throw new Error(answer.error);
        return answer.text;
      },
    );
  for (const style of pythonStyles) if (there.includes(style.split(' ')[0])) edits.push(run(style, /^py$/));
  for (const style of markupStyles) if (there.includes('djlint')) edits.push(run(style, /^html$/));
  return {
    edits,
    missing: ['black', 'autopep8', 'yapf', 'djlint'].filter((name) => !there.includes(name)),
    close: child.close,
  };
}

function wholeFile(name, fits, change) {
  return {
    name,
    isWhole: true,
    isFormatter: true,
    plan: ({ file }) => (fits(file) ? {} : undefined),
    async apply(file) {
      try {
        return { texts: [await change(file)] };
      } catch {
        return { unknown: true };
      }
    },
  };
}
