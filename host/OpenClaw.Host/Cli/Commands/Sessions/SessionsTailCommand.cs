using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Client.Notices;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions tail</c>: a line for each step of a run, until Ctrl-C.</summary>
internal sealed class SessionsTailCommand() : RemoteCommand("tail", "Follow what happens in conversations")
{
    private readonly Argument<string?> _key = new("key") { Description = "Only this conversation", Arity = ArgumentArity.ZeroOrOne };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_key);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.SessionsSubscribe, MethodNames.SessionsDescribe);
        using var notices = client.Subscribe();
        var only = invocation.Get(_key) is { } key ? await KeyAsync(client, key, cancellationToken) : null;
        await client.RequestAsync(MethodNames.SessionsSubscribe, JsonElement.Parse("{}"), cancellationToken: cancellationToken);
        await foreach (var notice in notices.WithCancellation(cancellationToken))
        {
            if (notice is GatewayDisconnected)
                throw new CliException("The connection to the gateway was lost.");
            if (notice is not GatewayEvent { Name: EventNames.SessionsChanged, Payload: var change } || change.TextAt("sessionKey") is not { } session)
                continue;
            if (only is not null && session != only)
                continue;
            invocation.Console.Output.WriteLine(invocation.Json ? change.GetRawText() : ControlText.ToOneLine(Line(change, session, invocation)));
        }

        return ExitCodes.Success;
    }

    private static string Line(JsonElement change, string session, CliInvocation invocation)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(change.NumberAt("ts") ?? 0);
        var time = TimeZoneInfo.ConvertTime(at, invocation.Time.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var row = change.At("session") ?? default;
        var model = row.ValueKind == JsonValueKind.Object ? $"{row.TextAt("modelProvider")}/{row.TextAt("model")} {row.TextAt("status")}" : "";
        return $"{time} {StepOf(change),-16} {session} {model}".TrimEnd();
    }

    private static string StepOf(JsonElement change) => change.TextAt("phase") switch
    {
        "start" => "run.started",
        "model" => "model.started",
        "end" => "model.completed",
        "error" => "run.failed",
        _ => change.TextAt("reason") ?? "changed",
    };

    private static async Task<string> KeyAsync(Client.GatewayClient client, string key, CancellationToken cancellationToken)
    {
        var parameters = JsonElement.Parse(new System.Text.Json.Nodes.JsonObject { ["key"] = key }.ToJsonString());
        var described = await client.RequestAsync(MethodNames.SessionsDescribe, parameters, cancellationToken: cancellationToken);
        return described.TextAt("session", "key") ?? throw new CliException($"Session not found: {key}. Run openclaw sessions list --json to choose a valid key.");
    }
}
