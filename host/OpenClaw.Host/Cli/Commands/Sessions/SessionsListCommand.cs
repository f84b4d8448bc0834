using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions</c> and <c>sessions list</c>: the conversations the gateway keeps.</summary>
internal sealed class SessionsListCommand(string name) : RemoteCommand(name, "List the conversations")
{
    private const string All = "all";
    private const int PageSize = 500;

    private readonly Option<string?> _agent = new("--agent") { Description = "Only those of one agent", HelpName = "id" };
    private readonly Option<bool> _allAgents = new("--all-agents") { Description = "Those of all agents, which is usual" };
    private readonly Option<int?> _active = new("--active") { Description = "Only those active in the last minutes", HelpName = "minutes" };
    private readonly Option<string> _limit = new("--limit")
    {
        Description = "How many to list, or all",
        HelpName = "n",
        DefaultValueFactory = _ => "100",
    };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _agent, _allAgents, _active, _limit })
        {
            command.Options.Add(option);
        }

        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var limit = LimitOf(invocation.Get(_limit)!);
        if (invocation.Get(_allAgents) && invocation.Get(_agent) is not null)
        {
            throw new CliException("--agent and --all-agents contradict each other: give one of them.");
        }

        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.SessionsList);
        var (result, sessions) = await ReadAsync(client, invocation, limit, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(Document(result, sessions, invocation, limit));
            return ExitCodes.Success;
        }

        if (sessions.Count == 0)
        {
            invocation.Console.Output.WriteLine("No sessions yet. Start one with: openclaw agent --message \"...\"");
            return ExitCodes.Success;
        }

        invocation.Console.WriteTable(new(["Kind", "Key", "Age", "Model", "Tokens", "State"], [.. sessions.Select(session => Row(session, invocation))]));
        if (result.IsTrueAt("hasMore"))
        {
            invocation.Console.Error.WriteLine($"{result.TextAt("totalCount")} in all; increase --limit to see more.");
        }

        return ExitCodes.Success;
    }

    private static int? LimitOf(string text)
    {
        if (text.Equals(All, StringComparison.OrdinalIgnoreCase))
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : throw new CliException($"--limit takes a number from 1, or all; \"{text}\" is neither.");
    }

    /// <summary>The last page as it came, and the rows of all of them.</summary>
    private async Task<(JsonElement Result, List<JsonElement> Sessions)> ReadAsync(
        GatewayClient client, CliInvocation invocation, int? limit, CancellationToken cancellationToken)
    {
        var parameters = new SessionsListParams { Limit = limit ?? PageSize, AgentId = invocation.Get(_agent), ActiveMinutes = invocation.Get(_active) };
        var sessions = new List<JsonElement>();
        while (true)
        {
            var result = await client.RequestAsync(
                MethodNames.SessionsList,
                JsonSerializer.SerializeToElement(parameters, ProtocolJsonContext.Default.SessionsListParams),
                cancellationToken: cancellationToken);
            sessions.AddRange(result.ItemsAt("sessions"));
            if (limit is not null || result.NumberAt("nextOffset") is not { } next)
                return (result, sessions);
            parameters = parameters with { Offset = next };
        }
    }

    private JsonElement Document(JsonElement result, List<JsonElement> sessions, CliInvocation invocation, int? limit)
    {
        var document = JsonNode.Parse(result.GetRawText())!.AsObject();
        var now = invocation.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var rows = new JsonArray();
        foreach (var session in sessions)
        {
            var row = JsonNode.Parse(session.GetRawText())!.AsObject();
            if (session.NumberAt("updatedAt") is { } updated)
                row["ageMs"] = Math.Max(0, now - updated);
            rows.Add(row);
        }

        document["count"] = sessions.Count;
        document["sessions"] = rows;
        document["activeMinutes"] = invocation.Get(_active);
        if (limit is null)
            document["limitApplied"] = null;
        return JsonElement.Parse(document.ToJsonString());
    }

    private static string[] Row(JsonElement session, CliInvocation invocation) =>
    [
        session.TextAt("kind") ?? "-",
        session.TextAt("key") ?? "-",
        HumanText.Age(invocation.Time, session.NumberAt("updatedAt")),
        session.TextAt("model") ?? "-",
        Tokens(session),
        State(session),
    ];

    private static string Tokens(JsonElement session)
    {
        if (session.NumberAt("totalTokens") is not { } tokens)
            return "-";
        return session.NumberAt("contextTokens") is { } window and > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{tokens} ({tokens * 100 / window}%)")
            : tokens.ToString(CultureInfo.InvariantCulture);
    }

    private static string State(JsonElement session)
    {
        var words = new List<string>();
        if (session.TextAt("status") is { } status)
            words.Add(status);
        foreach (var flag in new[] { "pinned", "archived" })
        {
            if (session.IsTrueAt(flag))
                words.Add(flag);
        }

        return words.Count == 0 ? "-" : string.Join(", ", words);
    }
}
