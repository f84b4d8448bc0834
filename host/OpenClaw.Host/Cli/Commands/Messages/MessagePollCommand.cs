using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Messages;

/// <summary><c>message poll</c>: a question with answers to choose from.</summary>
internal sealed class MessagePollCommand() : MessageCommand("poll", "Put a poll into a chat")
{
    private readonly Option<string> _question = new("--poll-question", "--question") { Description = "The question", HelpName = "text", Required = true };
    private readonly Option<string[]> _options = new("--poll-option", "--option") { Description = "An answer; give it 2 to 12 times", HelpName = "text", Required = true };
    private readonly Option<bool> _multi = new("--poll-multi") { Description = "Let people choose several" };
    private readonly Option<int?> _hours = new("--poll-duration-hours") { Description = "How long it stays open", HelpName = "hours" };
    private readonly Option<bool> _public = new("--poll-public") { Description = "Show who chose what" };
    private readonly Option<bool> _silent = new("--silent") { Description = "Put it up without a sound" };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _question, _options, _multi, _hours, _public, _silent })
            command.Options.Add(option);
        base.Configure(command);
    }

    protected override ValueTask<JsonObject> ParametersAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject
        {
            ["pollQuestion"] = invocation.Get(_question),
            ["pollOption"] = new JsonArray([.. (invocation.Get(_options) ?? []).Select(static option => JsonValue.Create(option))]),
            ["pollMulti"] = invocation.Get(_multi),
            ["silent"] = invocation.Get(_silent),
        };
        if (invocation.Get(_hours) is { } hours)
            parameters["pollDurationHours"] = hours;
        if (invocation.Get(_public))
            parameters["pollPublic"] = true;
        return ValueTask.FromResult(parameters);
    }

    protected override void Tell(CliInvocation invocation, JsonElement result) =>
        invocation.Console.Output.WriteLine(ControlText.ToOneLine($"The poll is in {result.TextAt("chatId")} ({result.TextAt("channel")}). Message ID: {result.TextAt("messageId") ?? "unknown"}"));
}
