namespace OpenClaw.Host.Cli.Completion;

/// <summary>Scripts that hand the line and the cursor to <c>openclaw "[suggest:N]"</c>.</summary>
internal static class CompletionScripts
{
    private const string Bash = """
        # bash: openclaw completion bash > ~/.local/share/bash-completion/completions/openclaw
        _openclaw() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _openclaw openclaw

        """;

    private const string Zsh = """
        #compdef openclaw
        # zsh: openclaw completion zsh > "${fpath[1]}/_openclaw"
        _openclaw() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
        }
        compdef _openclaw openclaw

        """;

    private const string Fish = """
        # fish: openclaw completion fish > ~/.config/fish/completions/openclaw.fish
        function __openclaw_complete
          set -l line (commandline -cp)
          openclaw "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c openclaw -f -a '(__openclaw_complete)'

        """;

    private const string PowerShell = """
        # PowerShell: openclaw completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName openclaw -ScriptBlock {
          param($word, $line, $cursor)
          openclaw "[suggest:$cursor]" "$line" 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }

        """;

    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh", "powershell"];

    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => PowerShell,
    };
}
