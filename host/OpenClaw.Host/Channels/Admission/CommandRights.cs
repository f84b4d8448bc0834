using System.Text.Json;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>Which commands a sender whom the account listens to may give.</summary>
internal static class CommandRights
{
    /// <summary>Whether the sender is one of the owners; everybody is where no owner is named.</summary>
    public static bool IsOwner(ReceivedMessage message, string channel, JsonElement configuration) =>
        Owners(configuration) is not { Count: > 0 } owners
        || owners.Any(owner => owner.StartsWith($"{channel}:", StringComparison.OrdinalIgnoreCase) && new SenderList(channel, [owner]).HasExactly(message.SenderId));

    public static bool MayGive(string command, ReceivedMessage message, string channel, JsonElement configuration)
    {
        var allowed = configuration.Member("commands").Member("allowFrom");
        if ((allowed.Texts(channel) ?? allowed.Texts("*")) is { } list)
            return new SenderList(channel, list).Has(message);
        return IsOwner(message, channel, configuration) || command is ChatCommands.New or ChatCommands.Reset;
    }

    private static IReadOnlyList<string>? Owners(JsonElement configuration) => configuration.Member("commands").Texts("ownerAllowFrom");
}
