import type { Command } from '../../command.ts';

/** `dazzle completion <shell>`: the script that makes a shell complete dazzle's words. */
export const completion: Command = {
  name: 'completion',
  summary: 'print the completion script of bash, zsh or fish',
  group: 'Tools',
  arguments: [
    {
      name: '[shell]',
      about: 'bash, zsh or fish',
      complete: async () => (await import('./scripts.ts')).shells,
    },
    { name: '[word...]' },
  ],
  options: [
    {
      flags: '--words',
      about: 'print what could be the last of the words that follow (for the scripts)',
    },
  ],
  examples: [
    ['source <(dazzle completion bash)', 'in ~/.bashrc'],
    ['source <(dazzle completion zsh)', 'in ~/.zshrc'],
    ['dazzle completion fish | source', 'in ~/.config/fish/config.fish'],
  ],
  load: () => import('./run.ts'),
};
