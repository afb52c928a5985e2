import type { Words } from './words.js';

/** Supported shells, each with its script from the same words. */
export const shells: Readonly<Record<string, (words: readonly Words[]) => string>> = { bash, zsh, fish };

const listed = ({ names, options }: Words) => [...names, ...options.map(({ flag }) => flag)].join(' ');

/** For bash; files are proposed where no word of ours fits: issues, texts and PDFs are files or folders. */
function bash(words: readonly Words[]): string {
  const cases = words.map((one) => `    "${one.path}") words="${listed(one)}";;`).join('\n');
  return `# chongpai completion bash > ~/.local/share/bash-completion/completions/chongpai
_chongpai() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" path="" words="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) case " ${paths(words)} " in *" \${path:+$path/}$word "*) path="\${path:+$path/}$word";; esac;; esac
  done
  case "\${path//\\// }" in
${cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _chongpai chongpai
`;
}

/** Paths of commands with / between their words, so that a list of them can be searched as one text. */
const paths = (words: readonly Words[]) => words.map(({ path }) => path.replaceAll(' ', '/')).join(' ');

function zsh(words: readonly Words[]): string {
  const cases = words
    .map((one) => {
      const described = [
        ...one.names.map((name) => `${name}:${aboutOf(words, `${one.path} ${name}`.trim())}`),
        ...one.options.map(({ flag, about }) => `${flag}:${about}`),
      ];
      return `    "${one.path}") described=(${described.map(quoted).join(' ')});;`;
    })
    .join('\n');
  return `#compdef chongpai
# chongpai completion zsh > ~/.zfunc/_chongpai   (with fpath+=~/.zfunc before compinit)
_chongpai() {
  local route="" word
  local -a described
  for word in "\${words[@]:1:$((CURRENT - 2))}"; do
    [[ " ${paths(words)} " == *" \${route:+$route/}$word "* ]] && route="\${route:+$route/}$word"
  done
  case "\${route//\\// }" in
${cases}
  esac
  _describe 'chongpai' described || _files
}
_chongpai "$@"
`;
}

const aboutOf = (words: readonly Words[], path: string) =>
  words.find((one) => one.path === path)?.about ?? '';
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function fish(words: readonly Words[]): string {
  const lines = words.flatMap(({ path, options, names }) => {
    const when =
      path === ''
        ? '__fish_use_subcommand'
        : path
            .split(' ')
            .map((word) => `__fish_seen_subcommand_from ${word}`)
            .join('; and ');
    return [
      ...names.map(
        (name) =>
          `complete -c chongpai -f -n ${quoted(when)} -a ${name} -d ${quoted(aboutOf(words, `${path} ${name}`.trim()))}`,
      ),
      ...options.map(
        ({ flag, about, takes }) =>
          `complete -c chongpai -n ${quoted(when)} -l ${flag.replace(/^-+/, '')}${takes ? ' -r' : ''} -d ${quoted(about)}`,
      ),
    ];
  });
  return `# chongpai completion fish > ~/.config/fish/completions/chongpai.fish\n${lines.join('\n')}\n`;
}
