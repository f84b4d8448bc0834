namespace OpenClaw.Host.Tools.Approvals;

/// <summary>How many commands a command line holds, for the person who decides. It warns and never permits.</summary>
internal sealed record CommandAnalysis
{
    public required int CommandCount { get; init; }

    /// <summary>Commands inside substitutions.</summary>
    public required int NestedCommandCount { get; init; }

    public IReadOnlyList<string> RiskKinds { get; init; } = [];

    public IReadOnlyList<string> WarningLines { get; init; } = [];

    public static CommandAnalysis Of(string command)
    {
        var (count, nested) = (1, 0);
        var quote = '\0';
        for (var i = 0; i < command.Length; i++)
        {
            var (one, next) = (command[i], i + 1 < command.Length ? command[i + 1] : '\0');
            if (one == '\\' && quote != '\'')
                i++;
            else if (quote == '\0' && one is '\'' or '"')
                quote = quote == '\0' ? one : quote;
            else if (one == quote)
                quote = '\0';
            else if (quote != '\'' && (one == '`' || (one == '$' && next == '(') || (quote == '\0' && one is '<' or '>' && next == '(')))
                nested++;
            else if (quote == '\0' && one is ';' or '\n' or '|' or '&')
            {
                count += IsSeparator(one, next, i > 0 ? command[i - 1] : '\0') && HasMore(command, i) ? 1 : 0;
                i += next == one ? 1 : 0;
            }
        }

        // A backtick opens and closes.
        var ticks = command.Count(static character => character == '`');
        return new CommandAnalysis { CommandCount = count, NestedCommandCount = nested - (ticks / 2) };
    }

    // 2>&1 and &> are redirections.
    private static bool IsSeparator(char one, char next, char before) => one != '&' || (before is not ('>' or '<') && next != '>');

    private static bool HasMore(string command, int index) => command.AsSpan(index).TrimStart(";|& \t\r\n").Length > 0;
}
