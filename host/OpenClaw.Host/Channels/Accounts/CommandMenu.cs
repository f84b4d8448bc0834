using OpenClaw.Channels;
using OpenClaw.Host.Agents.Commands;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>The chat commands as platforms list them.</summary>
internal static class CommandMenu
{
    public static IReadOnlyList<ChannelCommand> Of() =>
        [.. ChatCommands.All.Select(static command => new ChannelCommand(command.Name, command.Description))];
}
