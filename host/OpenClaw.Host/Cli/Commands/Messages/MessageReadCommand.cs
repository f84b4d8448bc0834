using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Messages;

/// <summary><c>message read</c>: what was written in a chat, from the platform.</summary>
internal sealed class MessageReadCommand() : MessageCommand("read", "Read the messages of a chat from the platform")
{
    private readonly Option<int?> _limit = new("--limit") { Description = "How many, 1 to 100", HelpName = "count" };
    private readonly Option<string?> _before = new("--before") { Description = "Only those before this message", HelpName = "id" };
    private readonly Option<string?> _after = new("--after") { Description = "Only those after this message", HelpName = "id" };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _limit, _before, _after })
            command.Options.Add(option);
        base.Configure(command);
    }

    protected override ValueTask<JsonObject> ParametersAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["before"] = invocation.Get(_before), ["after"] = invocation.Get(_after) };
        if (invocation.Get(_limit) is { } limit)
            parameters["limit"] = limit;
        return ValueTask.FromResult(parameters);
    }

    protected override void Tell(CliInvocation invocation, JsonElement result)
    {
        var messages = result.ItemsAt("messages").ToList();
        if (messages.Count == 0)
            invocation.Console.Output.WriteLine("No messages.");
        else
            invocation.Console.WriteTable(new(["Id", "When", "From", "Text"], [.. messages.Select(static message => (IReadOnlyList<string>)Row(message))]));
    }

    private static string[] Row(JsonElement message) =>
    [
        message.TextAt("id") ?? "-",
        DateTimeOffset.FromUnixTimeMilliseconds(message.NumberAt("timestamp") ?? 0).ToString("u", CultureInfo.InvariantCulture),
        message.TextAt("sender", "name") ?? message.TextAt("sender", "handle") ?? message.TextAt("sender", "id") ?? "-",
        message.TextAt("text") is { Length: > 0 } text ? text : "(no text)",
    ];
}
