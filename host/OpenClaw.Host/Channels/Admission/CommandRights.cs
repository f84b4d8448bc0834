using System.Text.Json;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>Which commands a sender whom the account listens to may give.</summary>
internal static class CommandRights
{
    /// <summary>Whether the sender is named as one of the owners. Where nobody is named, nobody is one: what only owners may do stays shut.</summary>
    public static bool IsOwner(ReceivedMessage message, string channel, JsonElement configuration) =>
        Owners(configuration).Any(owner => owner.StartsWith($"{channel}:", StringComparison.OrdinalIgnoreCase) && new SenderList(channel, [owner]).HasExactly(message.SenderId));

    public static bool MayGive(string command, ReceivedMessage message, string channel, JsonElement configuration)
    {
        var allowed = configuration.Member("commands").Member("allowFrom");
        if ((allowed.Texts(channel) ?? allowed.Texts("*")) is { } list)
            return new SenderList(channel, list).Has(message);
        // Commands alone are open to everybody whom the account listens to, as long as no owner is named.
        return Owners(configuration).Count == 0 || IsOwner(message, channel, configuration) || command is ChatCommands.New or ChatCommands.Reset;
    }

    private static IReadOnlyList<string> Owners(JsonElement configuration) => configuration.Member("commands").Texts("ownerAllowFrom") ?? [];
}
