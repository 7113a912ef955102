import type { Program } from 'acorn';

type Statement = Program['body'][number];

/** Cuts a program between statements after the last line of each, with the statements of each stretch. */
export function cutProgram(text: string, program: Program): { text: string; known: Statement[] }[] {
  const stretches: { text: string; known: Statement[] }[] = [];
  let start = 0;
  let known: Statement[] = [];
  for (const [at, statement] of program.body.entries()) {
    known.push(statement);
    const end = text.indexOf('\n', statement.end) + 1;
    const following = program.body[at + 1];
    if (!following || end === 0 || following.start < end) continue;
    stretches.push({ text: text.slice(start, end), known });
    [start, known] = [end, []];
  }
  return [...stretches, { text: text.slice(start), known }];
}
