using OpenClaw.Host.Agents.Commands;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>Messages that do not wait behind others: those that stop what runs, and those that ask how it goes.</summary>
internal static class UrgentCommands
{
    public static bool Are(string text) => CommandLine.Parse(text, []) is { Name: ChatCommands.Stop or ChatCommands.Status, Rest.Length: 0 };
}
