/** The shells that completion is made for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A shell that completion is made for. */
type Shell = (typeof shells)[number];

const bash = `# bash completion for dazzle; put into ~/.bashrc: source <(dazzle completion bash)
_dazzle() {
  local cur words
  cur="\${COMP_WORDS[COMP_CWORD]}"
  words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  local IFS=$'\\n'
  COMPREPLY=($(dazzle completion --words -- "\${words[@]}" 2>/dev/null | cut -f1))
  if [ \${#COMPREPLY[@]} -eq 0 ]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}
complete -F _dazzle dazzle
`;

const zsh = `#compdef dazzle
# zsh completion for dazzle; put into ~/.zshrc: source <(dazzle completion zsh)
_dazzle() {
  local -a found
  local value about
  while IFS=$'\\t' read -r value about; do
    found+=("\${value//:/\\\\:}:\${about}")
  done < <(dazzle completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe dazzle found; else _files; fi
}
compdef _dazzle dazzle
`;

const fish = `# fish completion for dazzle; put into ~/.config/fish/config.fish: dazzle completion fish | source
function __dazzle_complete
  set -l words (commandline -opc)
  set -e words[1]
  set -l current (commandline -ct)
  test -n "$current"; or set current ''
  dazzle completion --words -- $words $current 2>/dev/null
end
complete -c dazzle -f -a '(__dazzle_complete)'
complete -c dazzle -n 'test (count (__dazzle_complete)) -eq 0' -F
`;

/** The script that makes a shell ask dazzle for completions. */
export const completionScripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };
