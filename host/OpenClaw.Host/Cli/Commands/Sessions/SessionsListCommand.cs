using System.CommandLine;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions</c> and <c>sessions list</c>: the conversations the gateway keeps.</summary>
internal sealed class SessionsListCommand(string name) : RemoteCommand(name, "List the conversations")
{
    private readonly Option<string?> _agent = new("--agent") { Description = "Only those of one agent", HelpName = "id" };
    private readonly Option<int?> _active = new("--active") { Description = "Only those active in the last minutes", HelpName = "minutes" };
    private readonly Option<int> _limit = RemoteOptions.Positive(new("--limit")
    {
        Description = "How many to list",
        HelpName = "n",
        DefaultValueFactory = _ => 100,
    });

    protected override void Configure(Command command)
    {
        command.Options.Add(_agent);
        command.Options.Add(_active);
        command.Options.Add(_limit);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = JsonSerializer.SerializeToElement(
            new SessionsListParams { Limit = invocation.Get(_limit), AgentId = invocation.Get(_agent), ActiveMinutes = invocation.Get(_active) },
            ProtocolJsonContext.Default.SessionsListParams);
        var result = await AskAsync(invocation, MethodNames.SessionsList, parameters, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var rows = result.ItemsAt("sessions").Select(session => Row(session, invocation)).ToList();
        if (rows.Count == 0)
        {
            invocation.Console.Output.WriteLine("No sessions yet. Start one with: openclaw agent --message \"...\"");
            return ExitCodes.Success;
        }

        invocation.Console.WriteTable(new(["Kind", "Key", "Age", "Model", "Tokens", "State"], rows));
        if (result.IsTrueAt("hasMore"))
        {
            invocation.Console.Error.WriteLine($"{result.TextAt("totalCount")} in all; increase --limit to see more.");
        }

        return ExitCodes.Success;
    }

    private static string[] Row(JsonElement session, CliInvocation invocation) =>
    [
        session.TextAt("kind") ?? "-",
        session.TextAt("key") ?? "-",
        HumanText.Age(invocation.Time, session.NumberAt("updatedAt")),
        session.TextAt("model") ?? "-",
        session.TextAt("totalTokens") ?? "-",
        session.TextAt("status") ?? "-",
    ];
}
