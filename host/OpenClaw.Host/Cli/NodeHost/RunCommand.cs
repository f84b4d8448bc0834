using System.Text.Json;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary><c>system.run</c>: runs a program once a person has allowed exactly that.</summary>
internal sealed class RunCommand(IRunConsent consent, ProgramRun programs, string? searchPath) : INodeCommand
{
    private const int MostArguments = 1_024;
    private const int MostCharacters = 128 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    public string Name => "system.run";

    public async ValueTask<JsonElement> RunAsync(JsonElement parameters, CancellationToken cancellationToken)
    {
        var given = NodeParams.Read(parameters, NodeHostJsonContext.Default.RunParams);
        if (given.Command is not { Count: > 0 and <= MostArguments } command || command.Any(static word => word is null || word.Contains('\0', StringComparison.Ordinal))
            || command[0].Length == 0 || command.Sum(static word => word.Length) > MostCharacters)
        {
            throw new NodeCommandException("INVALID_REQUEST", "system.run needs a command: the program and its arguments as a list of texts");
        }

        if (given.Cwd is { } directory && !(Path.IsPathFullyQualified(directory) && Directory.Exists(directory)))
        {
            throw new NodeCommandException("INVALID_REQUEST", $"the directory {directory} is not there; give a whole path");
        }

        // What was asked about is what runs, wherever the search path points by then.
        var program = Path.IsPathFullyQualified(command[0]) ? command[0] : ProgramPath.Find(command[0], searchPath)
            ?? throw new NodeCommandException("NOT_FOUND", $"there is no program {command[0]} on this node");
        var limit = given.TimeoutMs is > 0 and var asked ? TimeSpan.FromMilliseconds(Math.Min(asked, (long)Longest.TotalMilliseconds)) : Usual;
        await consent.RequireAsync(
            new ConsentRequest
            {
                Command = string.Join(' ', command.Select(Quote)),
                CommandArgv = command,
                Cwd = given.Cwd,
                ResolvedPath = program,
                AgentId = given.AgentId,
                SessionKey = given.SessionKey,
                TimeoutMs = (long)Longest.TotalMilliseconds,
            },
            cancellationToken);
        var result = await programs.RunAsync([program, .. command.Skip(1)], given.Cwd, limit, cancellationToken);
        return JsonSerializer.SerializeToElement(result, NodeHostJsonContext.Default.RunResult);
    }

    /// <summary>For the person who decides: where one argument ends and the next begins.</summary>
    private static string Quote(string word) =>
        word.Length > 0 && word.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ':' or '=' or '+' or ',' or '@' or '%')
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
