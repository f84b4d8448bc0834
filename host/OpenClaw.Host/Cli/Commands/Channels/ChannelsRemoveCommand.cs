using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Host.Channels;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels remove</c>: turns an account off, or takes its settings away.</summary>
internal sealed class ChannelsRemoveCommand() : CliCommand("remove", "Turn an account of a channel off, or delete its settings")
{
    private readonly Option<string> _channel = new("--channel") { Description = "The channel", HelpName = "id", Required = true };
    private readonly Option<string?> _account = new("--account") { Description = "The account; the whole channel without it", HelpName = "id" };
    private readonly Option<bool> _delete = new("--delete") { Description = "Delete the settings, the token with them" };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _channel, _account, _delete })
            command.Options.Add(option);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var channel = ChannelNames.Full(invocation.Get(_channel)!);
        var account = invocation.Get(_account);
        var isDeleted = invocation.Get(_delete);
        var name = ChannelFile.NameOf(channel, account);
        if (!IsThere(invocation, channel, account))
            throw new CliException($"{name} has no settings; nothing was changed");
        await ChannelFile.WriteAsync(invocation, Verb, channel, account, isDeleted ? null : new JsonObject { ["enabled"] = false }, cancellationToken);
        ChannelFile.Report(invocation, channel, account, isDeleted ? $"Deleted the settings of {name}." : $"Turned {name} off; its settings are kept.");
        return ExitCodes.Success;
    }

    private static bool IsThere(CliInvocation invocation, string channel, string? account)
    {
        var settings = invocation.RequireConfig().Raw;
        foreach (var name in account is null ? ["channels", channel] : new[] { "channels", channel, "accounts", account })
        {
            if (settings.ValueKind != System.Text.Json.JsonValueKind.Object || !settings.TryGetProperty(name, out settings))
                return false;
        }

        return true;
    }
}
