using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels list</c>: the channels that have accounts, or all that plugins offer.</summary>
internal sealed class ChannelsListCommand() : RemoteCommand("list", "List the channels and their accounts")
{
    private readonly Option<bool> _all = new("--all") { Description = "Also channels without accounts" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_all);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var status = await AskAsync(invocation, MethodNames.ChannelsStatus, JsonElement.Parse("""{"probe":false}"""), cancellationToken);
        var channels = status.GetProperty("channelAccounts").EnumerateObject()
            .Where(channel => invocation.Get(_all) || channel.Value.GetArrayLength() > 0)
            .Select(channel => (Id: channel.Name, Label: status.TextAt("channelLabels", channel.Name) ?? channel.Name, Accounts: channel.Value.EnumerateArray().ToList()))
            .ToList();
        if (invocation.Json)
        {
            var chat = new JsonObject();
            foreach (var (id, _, accounts) in channels)
            {
                chat[id] = new JsonObject
                {
                    ["accounts"] = new JsonArray([.. accounts.Select(static account => JsonValue.Create(account.TextAt("accountId")))]),
                    ["installed"] = true,
                    ["origin"] = accounts.Count > 0 ? "configured" : "available",
                };
            }

            invocation.Console.WriteJson(JsonElement.Parse(new JsonObject { ["chat"] = chat }.ToJsonString()));
            return ExitCodes.Success;
        }

        if (channels.Count == 0)
            invocation.Console.Output.WriteLine("- no configured chat channels (run `openclaw channels list --all` to see installable channels)");
        foreach (var (id, label, accounts) in channels)
            invocation.Console.Output.WriteLine($"- {label} ({id}): {(accounts.Count == 0 ? $"no account; `openclaw channels add --channel {id}` adds one" : string.Join(", ", accounts.Select(Say)))}");
        return ExitCodes.Success;
    }

    private static string Say(JsonElement account) =>
        ControlText.ToOneLine($"{account.TextAt("accountId")}{(account.TextAt("name") is { } name ? $" \"{name}\"" : "")} {(account.IsTrueAt("enabled") ? account.TextAt("lifecycle") : "off")}");
}
