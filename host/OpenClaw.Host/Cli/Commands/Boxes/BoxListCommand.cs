using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Boxes;

/// <summary><c>inbox list</c> and <c>outbox list</c>: messages of one of the two, a page at a time.</summary>
internal sealed class BoxListCommand(string description, string method, string states, string[] columns, Func<JsonElement, TimeProvider, string[]> row)
    : RemoteCommand("list", description)
{
    private readonly Option<string?> _state = new("--state") { Description = states, HelpName = "state" };

    private readonly Option<string?> _channel = new("--channel") { Description = "Only this channel", HelpName = "id" };

    private readonly Option<int?> _limit = new("--limit") { Description = "How many, 1 to 200", HelpName = "count" };

    private readonly Option<long?> _cursor = new("--cursor") { Description = "The page after this message", HelpName = "id" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_state);
        command.Options.Add(_channel);
        command.Options.Add(_limit);
        command.Options.Add(_cursor);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = await AskAsync(invocation, method, Parameters(invocation), cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var items = result.ItemsAt("items").ToList();
        if (items.Count == 0)
        {
            invocation.Console.Output.WriteLine("No messages.");
            return ExitCodes.Success;
        }

        invocation.Console.WriteTable(new(columns, [.. items.Select(item => row(item, invocation.Time))]));
        if (result.NumberAt("nextCursor") is { } next)
        {
            invocation.Console.Output.WriteLine($"More: --cursor {next}");
        }

        return ExitCodes.Success;
    }

    private JsonElement Parameters(CliInvocation invocation)
    {
        var parameters = new JsonObject();
        if (invocation.Get(_state) is { } state)
        {
            parameters["state"] = state;
        }

        if (invocation.Get(_channel) is { } channel)
        {
            parameters["channel"] = channel;
        }

        if (invocation.Get(_limit) is { } limit)
        {
            parameters["limit"] = limit;
        }

        if (invocation.Get(_cursor) is { } cursor)
        {
            parameters["cursor"] = cursor;
        }

        return JsonElement.Parse(parameters.ToJsonString());
    }
}
