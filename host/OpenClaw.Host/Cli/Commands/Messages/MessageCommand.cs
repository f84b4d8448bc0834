using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Messages;

/// <summary>A verb of <c>openclaw message</c>: one action in one chat, through the gateway.</summary>
internal abstract class MessageCommand(string name, string description) : RemoteCommand(name, description, new RemoteOptions(timeoutMs: 60_000))
{
    private readonly Option<string> _target = new("--target", "--to", "-t") { Description = "The chat: the platform's id, also as group:id or channel:id", HelpName = "chat", Required = true };
    private readonly Option<string?> _channel = ChannelChoice.Option();
    private readonly Option<string?> _account = new("--account") { Description = "The account; the channel's default one when left out", HelpName = "id" };
    private readonly Option<string?> _thread = new("--thread-id") { Description = "The thread or topic", HelpName = "id" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would be done, and do nothing" };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _target, _channel, _account, _thread, _dryRun })
            command.Options.Add(option);
        base.Configure(command);
    }

    /// <summary>What the action needs beside the chat.</summary>
    protected abstract ValueTask<JsonObject> ParametersAsync(CliInvocation invocation, CancellationToken cancellationToken);

    /// <summary>What a person is told.</summary>
    protected abstract void Tell(CliInvocation invocation, JsonElement result);

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = await ParametersAsync(invocation, cancellationToken);
        var target = invocation.Get(_target)!;
        (parameters["target"], parameters["threadId"]) = (target, invocation.Get(_thread));
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.MessageAction, MethodNames.ChannelsStatus);
        var channel = await ChannelChoice.OfAsync(client, invocation.Get(_channel), target, cancellationToken);
        if (invocation.Get(_dryRun))
            return Planned(invocation, channel, target);
        var request = new JsonObject
        {
            ["channel"] = channel,
            ["action"] = Verb,
            ["params"] = parameters,
            ["idempotencyKey"] = Guid.NewGuid().ToString(),
            ["conversationReadOrigin"] = "direct-operator",
        };
        if (invocation.Get(_account) is { } account)
            request["accountId"] = account;
        var result = await client.RequestAsync(MethodNames.MessageAction, JsonElement.Parse(request.ToJsonString()), cancellationToken: cancellationToken);
        if (invocation.Json)
            invocation.Console.WriteJson(Report(channel, isDryRun: false, result));
        else
            Tell(invocation, result);
        return ExitCodes.Success;
    }

    private int Planned(CliInvocation invocation, string channel, string target)
    {
        if (invocation.Json)
            invocation.Console.WriteJson(Report(channel, isDryRun: true, payload: null));
        else
            invocation.Console.Output.WriteLine(ControlText.ToOneLine($"Would {Verb} in {target} through {channel}. Nothing was done."));
        return ExitCodes.Success;
    }

    private JsonElement Report(string channel, bool isDryRun, JsonElement? payload)
    {
        var report = new JsonObject { ["action"] = Verb, ["channel"] = channel, ["dryRun"] = isDryRun, ["handledBy"] = "core" };
        if (payload is { } result)
            report["payload"] = JsonNode.Parse(result.GetRawText());
        return JsonElement.Parse(report.ToJsonString());
    }
}
