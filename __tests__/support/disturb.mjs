// Loaded before the command line (node --import): kills the process (SIGKILL, or KILL_SIGNAL) right before the call that changes the disk
// of the number in KILL_AT (from 0), counted from the first one in .dazzle. Tells the count in KILL_COUNT where it ends by itself.
// With SAVE_PATH an editor saves the file of that path right before it is moved away.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.KILL_AT ?? Infinity);
let calls = 0;
let begun = false;

function watch(name, isChange = () => true) {
  const real = fs[name];
  fs[name] = (...values) => {
    begun ||= String(values[0]).includes('.dazzle');
    if (begun && isChange(values) && calls++ === at)
      process.kill(process.pid, process.env.KILL_SIGNAL ?? 'SIGKILL');
    return real.apply(fs, values);
  };
}

for (const name of [
  'renameSync',
  'linkSync',
  'rmSync',
  'mkdirSync',
  'rmdirSync',
  'chmodSync',
  'fchmodSync',
  'fsync',
])
  watch(name);
for (const name of ['closeSync', 'readdirSync', 'lstatSync']) watch(name);
watch('writeFileSync');
watch('openSync', (values) => values[1] !== 'r' && values[1] !== undefined);
const saved = process.env.SAVE_PATH;
if (saved !== undefined) {
  const rename = fs.renameSync;
  fs.renameSync = (from, to) => {
    if (String(from).endsWith(saved)) {
      fs.writeFileSync(`${from}.editor`, 'mine\n');
      rename(`${from}.editor`, from);
    }
    return rename(from, to);
  };
}
syncBuiltinESMExports();
if (process.env.KILL_COUNT) process.on('exit', () => fs.appendFileSync(process.env.KILL_COUNT, `${calls}\n`));
