/** What a user adds, by language and place; `n` is a number of one's own, so that no two additions share a name. */
export function snippetFor(random, language, list, owner, file, n) {
  const makers = places[language]?.[list.context];
  return makers ? random.pick(makers)(n, { owner, file, random, list }) : undefined;
}

const importedBy = (file, random) => {
  const names =
    file.read.tree.lists[0]?.items
      .filter(({ type }) => /^Import/.test(type))
      .flatMap(({ lists }) =>
        lists.flatMap(({ items }) => items.map(({ start, end }) => file.text.slice(start, end))),
      )
      .filter((name) => /^\w+$/.test(name)) ?? [];
  return names.length > 0 ? random.pick(names) : 'print';
};
const isTest = ({ owner }) => /Test/.test(owner.name ?? '');

const places = {
  py: {
    module: [
      (n) => `def own_${n}(value):\n    """Of my own."""\n    return value + ${n}`,
      (n) => `OWN_${n} = ${n}`,
      (n) =>
        `class Own${n}:\n    """Of my own."""\n\n    size = ${n}\n\n    def __str__(self):\n        return str(self.size)`,
      (n) => `import json as own_json_${n}`,
      (n, { file, random }) => `def own_use_${n}():\n    return ${importedBy(file, random)}`,
    ],
    class: [
      (n, place) =>
        isTest(place)
          ? `def test_own_${n}(self):\n    self.assertEqual(${n}, ${n})`
          : `def own_${n}(self):\n    return ${n}`,
      (n) => `@property\ndef own_${n}(self):\n    """Of my own."""\n    return str(self)`,
      (n) => `own_${n} = ${n}`,
      (n, { file, random }) => `def own_use_${n}(self):\n    return ${importedBy(file, random)}`,
      (n) => `@staticmethod\ndef own_${n}(value):\n    return value`,
    ],
    function: [
      (n) => `print("own", ${n})`,
      (n) => `own_${n} = ${n}`,
      (n) => `for own_${n} in range(${n}):\n    print(own_${n})`,
      (n) => `if len("own") == ${n}:\n    raise ValueError("own ${n}")`,
      (n) => `# Own remark ${n}.\nprint("own", ${n})`,
    ],
    list: [(n) => `"own_${n}"`],
    dict: [(n) => `"own_${n}": ${n}`],
    call: [(n) => `own_${n}=${n}`],
    names: [(n) => `own_${n}`],
  },
  js: {
    module: [
      (n) => `function own${n}(value) {\n  return value + ${n};\n}`,
      (n) => `const own${n} = ${n};`,
      (n) => `/** Of my own. */\nexport function ownMade${n}(value) {\n  return [value, ${n}];\n}`,
      (n) => `import { own${n} } from './own.js';`,
      (n, { file, random }) =>
        `export function ownUse${n}() {\n  return ${importedBy(file, random)};\n}`.replace('print', 'Number'),
    ],
    class: [(n) => `own${n}() {\n  return ${n};\n}`],
    function: [
      (n) => `console.log('own', ${n});`,
      (n) => `const own${n} = ${n};`,
      (n) => `for (const own${n} of [${n}]) {\n  console.log(own${n});\n}`,
      (n) => `if (process.argv.length === ${n}) {\n  throw new Error('own ${n}');\n}`,
      (n) => `// Own remark ${n}.\nconsole.log('own', ${n});`,
    ],
    list: [(n) => `'own${n}'`],
    dict: [(n) => `own${n}: ${n}`],
    call: [(n) => `${n}`],
    names: [(n) => `own${n}`],
  },
  html: {
    markup: [
      (n) => `<p class="own-${n}">Own ${n}</p>`,
      (n) => `<div class="own-${n}">\n  <span>Own ${n}</span>\n</div>`,
      (n) => `{% if request.user.is_staff %}\n  <b>Own ${n}</b>\n{% endif %}`,
      (n) => `<a href="{{ request.path }}?own=${n}">Own ${n}</a>`,
      (n) => `{# Own remark ${n} #}\n<hr class="own-${n}">`,
    ],
  },
  ejs: {
    markup: [
      (n) => `<p class="own-${n}">Own ${n}</p>`,
      (n) => `<div class="own-${n}">\n  <span>Own ${n}</span>\n</div>`,
      (n) => `<% if (${n} > 3) { %>\n  <b>Own ${n}</b>\n<% } %>`,
      (n) => `<a href="/own/<%= ${n} + 1 %>">Own ${n}</a>`,
      (n) => `<%# Own remark ${n} %>\n<hr class="own-${n}">`,
    ],
  },
  css: {
    css: [
      (n) => `.own-${n} {\n  margin: ${n}px;\n}`,
      (n) => `@media print {\n  .own-${n} {\n    display: none;\n  }\n}`,
    ],
    declarations: [(n) => `outline-offset: ${n}px;`],
  },
  json: { json: [(n) => `"own-${n}": "${n}"`], jsonList: [(n) => `"own-${n}"`] },
  yml: { yaml: [(n) => `own_${n}: ${n}`], yamlList: [(n) => `- own_${n}: ${n}`] },
  yaml: { yaml: [(n) => `own_${n}: ${n}`], yamlList: [(n) => `- own_${n}: ${n}`] },
  toml: { toml: [(n) => `own_${n} = ${n}`] },
  md: { prose: [(n) => `Own remark ${n}.`, (n) => `## Own part ${n}\n\nOwn remark ${n}.`] },
  lines: {
    requirements: [(n) => `own-package-${n}==1.${n}`],
    env: [(n) => `OWN_${n}=${n}`],
    lines: [(n) => `own_${n}`],
  },
};

/** What a user puts around lines: what opens, what closes, and whether what is inside moves in. */
export function wrapperFor(random, language, context, n) {
  return random.pick(
    {
      py: [
        [`if len("own") < ${n}:`, ''],
        ...(context === 'function'
          ? [
              ['try:', `except ValueError as own_${n}:\n    raise RuntimeError("own ${n}") from own_${n}`],
              [`with open("own_${n}") as own_${n}:`, ''],
            ]
          : []),
      ],
      js: [
        [`if (process.argv.length < ${n}) {`, '}'],
        ['try {', `} catch (own${n}) {\n  throw new Error('own ${n}', { cause: own${n} });\n}`],
      ],
      html: [
        [`<div class="own-${n}">`, '</div>'],
        ['{% if request.user.is_active %}', '{% endif %}'],
        [`<section data-own="${n}">`, '</section>'],
      ],
      ejs: [
        [`<div class="own-${n}">`, '</div>'],
        [`<% if (${n} > 3) { %>`, '<% } %>'],
        [`<section data-own="${n}">`, '</section>'],
      ],
      css: [[`@media (min-width: ${n}rem) {`, '}']],
    }[language] ?? [null],
  );
}

/** How lines become a comment; null where a language has none, or the lines do not fit into one. */
export function commentOut(language, code, indent) {
  const each = (mark) =>
    code
      .split('\n')
      .map((line) =>
        line.trim() === ''
          ? line
          : line.startsWith(indent)
            ? `${indent}${mark} ${line.slice(indent.length)}`
            : `${mark} ${line}`,
      )
      .join('\n');
  if (language === 'js') return each('//');
  if (language === 'css') return code.includes('/*') ? null : `${indent}/* ${code.trim()} */`;
  if (language === 'html')
    return code.includes('{#') || code.includes('comment')
      ? null
      : code.trim().includes('\n')
        ? `${indent}{% comment %}\n${code}\n${indent}{% endcomment %}`
        : `${indent}{# ${code.trim()} #}`;
  if (language === 'ejs')
    return code.includes('%>') || code.includes('--') ? null : `${indent}<!-- ${code.trim()} -->`;
  if (language === 'json' || language === 'md') return null;
  return each('#');
}
