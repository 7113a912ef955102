/** Size of a character cell, and what surrounds the text, in pixels. */
const cell = { width: 8.4, height: 19 };
const margin = { side: 24, top: 92, bottom: 26 };

/** Seconds: a letter, the pause after a command, a row of output while it is read. */
const pace = { letter: 0.035, pause: 0.5, row: 0.28, least: 3.2, most: 7 };

/**
 * Draws recorded scenes as one SVG that plays them in a circle, with nothing but CSS. Where motion is not wanted, it shows the scene
 * marked as `key` and stands still.
 */
export function drawSession(scenes, columns) {
  const shown = scenes.map(joinScreens);
  const rows = Math.max(...shown.map(({ lines }) => lines.length));
  const width = Math.round(columns * cell.width + 2 * margin.side);
  const height = margin.top + rows * cell.height + margin.bottom;

  let start = 0;
  const timed = shown.map((scene) => {
    const typing = scene.command.length * pace.letter;
    const reading = Math.min(pace.most, Math.max(pace.least, scene.lines.length * pace.row));
    const timing = { start, typed: start + typing, answered: start + typing + pace.pause };
    start = timing.answered + reading;
    return { ...scene, ...timing, end: start };
  });
  const total = start;

  const texts = timed.map((scene, index) => drawScene(scene, index, { width, columns }));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title summary">`,
    '<title id="title">A session with dazzle</title>',
    `<desc id="summary">${escape(scenes.map(({ caption, commands }) => `${caption}: ${commands.join('; ')}`).join('. '))}</desc>`,
    `<style>${style}${timed.map((scene, index) => timeScene(scene, index, total)).join('')}${still}</style>`,
    `<defs><clipPath id="window"><rect width="${width}" height="${height}" rx="10"/></clipPath></defs>`,
    '<g clip-path="url(#window)">',
    `<rect class="back" width="${width}" height="${height}"/>`,
    `<rect class="bar" width="${width}" height="36"/>`,
    ...['#f0655b', '#f2be4e', '#5fc454'].map(
      (fill, index) => `<circle cx="${24 + index * 20}" cy="18" r="6" fill="${fill}"/>`,
    ),
    ...texts,
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

/** The commands of a scene beneath each other, the first of them typed. */
function joinScreens({ caption, commands, screens, key }) {
  const lines = screens.flatMap((screen, index) => (index === 0 ? screen : [[], ...screen]));
  return { caption, command: commands[0], lines, key: key === true };
}

function drawScene({ caption, command, lines, key }, index, { width, columns }) {
  const first = Math.ceil((command.length + 2) / columns);
  const row = (runs, line) => drawRow(runs, margin.top + line * cell.height);
  const cover = margin.side + 2 * cell.width - 2;
  return [
    `<g class="scene s${index}${key ? ' key' : ''}">`,
    `<text class="caption" x="${margin.side}" y="62">${escape(`${index + 1}. ${caption}`)}</text>`,
    ...lines.slice(0, first).map(row),
    `<g class="cover v${index}"><rect class="back" x="${cover}" y="${margin.top - 15}" width="${width}" height="20"/>`,
    `<rect class="cursor" x="${cover + 2}" y="${margin.top - 13}" width="${cell.width}" height="16"/></g>`,
    `<g class="answer a${index}">`,
    ...lines.slice(first).map((runs, line) => row(runs, line + first)),
    '</g>',
    '</g>',
  ].join('\n');
}

/** A row of text; each run has its own place, so that columns stand whatever the font. */
function drawRow(runs, y) {
  if (runs.length === 0) return '';
  const spans = runs.map(({ column, text, style }) => {
    const lead = text.length - text.trimStart().length;
    const word = text.slice(lead);
    const x = number(margin.side + (column + lead) * cell.width);
    const name = style.length === 0 ? '' : ` class="${style.join(' ')}"`;
    return `<tspan x="${x}" textLength="${number(word.length * cell.width)}"${name}>${escape(word)}</tspan>`;
  });
  return `<text y="${number(y)}">${spans.join('')}</text>`;
}

function timeScene({ start, typed, answered, end, command }, index, total) {
  const at = (seconds) => `${number((seconds / total) * 100)}%`;
  const shift = number(command.length * cell.width);
  const show = `0%{visibility:hidden}${at(start)}{visibility:visible}${at(end)}{visibility:hidden}100%{visibility:hidden}`;
  const first = index === 0 ? show.slice('0%{visibility:hidden}'.length) : show;
  return [
    `@keyframes s${index}{${first}}`,
    `@keyframes v${index}{0%,${at(start)}{transform:none;animation-timing-function:steps(${command.length})}`,
    `${at(typed)}{transform:translateX(${shift}px);animation-timing-function:step-end}`,
    `${at(answered)}{transform:translateX(2000px)}100%{transform:translateX(2000px)}}`,
    `@keyframes a${index}{0%{opacity:0}${at(answered)}{opacity:1}100%{opacity:1}}`,
    `.s${index}{animation:s${index} ${number(total)}s step-end infinite}`,
    `.v${index}{animation:v${index} ${number(total)}s infinite}`,
    `.a${index}{animation:a${index} ${number(total)}s step-end infinite}`,
    '\n',
  ].join('');
}

const style = `
.back{fill:#14171c}.bar{fill:#22262e}.cursor{fill:#9aa4b2}
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;fill:#d5dae2;white-space:pre}
.caption{font:600 17px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#ffffff}
.bold{font-weight:700;fill:#ffffff}.dim{fill:#8b95a4}.underline{text-decoration:underline}
.c1,.c9{fill:#ff8278}.c2,.c10{fill:#7fd77a}.c3,.c11{fill:#f0c860}.c4,.c12{fill:#7fb2ff}.c5,.c13{fill:#d79bf5}.c6,.c14{fill:#67d4dc}
.scene{visibility:hidden}
`;

const still = `
@media (prefers-reduced-motion:reduce){
.scene,.cover,.answer{animation:none}.scene.key{visibility:visible}.cover{visibility:hidden}.scene.key .cover{visibility:hidden}
}
`;

function number(value) {
  return String(Math.round(value * 100) / 100);
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
