using System.CommandLine;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim completion SHELL</c>: what a shell needs to complete commands, options and names.</summary>
public static class CompletionCommand
{
    /// <summary>
    /// Each asks <c>swapsim "[suggest:POSITION]" LINE</c>, which the command line library answers with a proposal a
    /// line; where it has none, the shell's own names of files follow.
    /// </summary>
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # eval "$(swapsim completion bash)", for instance in ~/.bashrc
            _swapsim() {
              local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]}
              line=${line#"${COMP_WORDS[0]}"}
              line=${line# }
              mapfile -t COMPREPLY < <(compgen -W "$(swapsim "[suggest:${#line}]" "$line" 2>/dev/null)" -- "$word")
            }
            complete -o default -F _swapsim swapsim

            """,
        ["zsh"] = """
            # eval "$(swapsim completion zsh)", for instance in ~/.zshrc, behind compinit
            _swapsim() {
              local line="${(j: :)words[2,CURRENT]}"
              local -a found=("${(@f)$(swapsim "[suggest:${#line}]" "$line" 2>/dev/null)}")
              [[ -n "${found[*]}" ]] && compadd -a found || _files
            }
            compdef _swapsim swapsim

            """,
        ["pwsh"] = """
            # swapsim completion pwsh | Out-String | Invoke-Expression, for instance in $PROFILE
            Register-ArgumentCompleter -Native -CommandName swapsim -ScriptBlock {
                param($word, $tree, $position)
                $line = ($tree.ToString() -replace '^\S+\s?', '')
                swapsim "[suggest:$($line.Length)]" $line 2>$null | Where-Object { $_ -like "$word*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """,
    };

    public static Command Create()
    {
        Argument<string> shell = new("SHELL")
        {
            Description = "Whose script; its first line says where it goes.",
            HelpName = string.Join('|', Scripts.Keys),
        };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Command command = new("completion", "Print the script with which a shell completes what is typed.") { shell };
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(Scripts[parsed.GetRequiredValue(shell)]);
            return ExitCode.Passed;
        });
        return command;
    }
}
