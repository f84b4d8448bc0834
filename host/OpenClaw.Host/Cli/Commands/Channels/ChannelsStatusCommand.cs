using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels status</c>: every account and how it is doing.</summary>
internal sealed class ChannelsStatusCommand() : RemoteCommand("status", "Show the accounts of channels and how they are doing")
{
    private readonly Option<string?> _channel = new("--channel") { Description = "Only this channel", HelpName = "id" };
    private readonly Option<bool> _probe = new("--probe") { Description = "Ask the platforms now" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_channel);
        command.Options.Add(_probe);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["probe"] = invocation.Get(_probe) };
        if (invocation.Get(_channel) is { } channel)
            parameters["channel"] = channel;
        var result = await AskAsync(invocation, MethodNames.ChannelsStatus, JsonElement.Parse(parameters.ToJsonString()), cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var rows = Rows(result, invocation).ToList();
        if (rows.Count == 0)
            invocation.Console.Output.WriteLine("No channel has settings. A channel is a plugin with settings under channels.<id>.");
        else
            invocation.Console.WriteTable(new(["Channel", "Account", "State", "Heard", "Probe", "Last error"], rows));
        return ExitCodes.Success;
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(JsonElement result, CliInvocation invocation) =>
        from channel in result.GetProperty("channelAccounts").EnumerateObject()
        from account in channel.Value.EnumerateArray()
        select (IReadOnlyList<string>)
        [
            channel.Name,
            account.TextAt("accountId") ?? "-",
            account.GetProperty("enabled").GetBoolean() ? account.TextAt("lifecycle") ?? "-" : "off",
            HumanText.Age(invocation.Time, account.NumberAt("lastEventAt")),
            ProbeOf(account),
            account.TextAt("lastError") ?? "-",
        ];

    private static string ProbeOf(JsonElement account) =>
        account.TryGetProperty("probe", out var probe) && probe.ValueKind == JsonValueKind.Object
            ? probe.GetProperty("ok").GetBoolean() ? "works" : probe.TextAt("error") ?? "fails"
            : "-";
}
