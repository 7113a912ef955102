// The two halves of `npm run bench:regenerate`: hand-written edits, and with `--adversary` the foreign ones.
await import(process.argv.includes('--adversary') ? './adversary/run.mjs' : './run.mjs');
