using OpenClaw.Channels.WhatsApp.Settings;
using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Sending;

/// <summary>Groups that the account is in, and who is in them.</summary>
internal sealed class GroupDirectory(BridgeCalls calls)
{
    public async Task<IReadOnlyList<ChatAddress>> FindChatsAsync(string query, int limit, CancellationToken cancellationToken)
    {
        var groups = await calls.GroupsAsync(cancellationToken);
        return [.. groups.Where(one => one?.Jid is not null && (Has(one.Subject, query) || Has(one.Jid, query)))
            .OrderBy(static one => one.Subject, StringComparer.OrdinalIgnoreCase)
            .Select(static one => new ChatAddress(one.Jid!, ChatKind.Group, Title: one.Subject)).Take(limit)];
    }

    public async Task<IReadOnlyList<ChatUser>> FindUsersAsync(string query, int limit, CancellationToken cancellationToken)
    {
        var groups = await calls.GroupsAsync(cancellationToken);
        return [.. groups.SelectMany(static one => one?.Participants ?? []).Select(Person).OfType<ChatUser>()
            .Where(user => Has(user.Id, query) || Has(user.DisplayName, query)).DistinctBy(static user => user.Id).Take(limit)];
    }

    /// <exception cref="ChannelException">WhatsApp does not say.</exception>
    public async Task<IReadOnlyList<ChatUser>> MembersAsync(ChatAddress chat, int limit, CancellationToken cancellationToken)
    {
        if (Jids.Chat(chat.ChatId) is not { } jid || !Jids.IsGroup(jid))
            throw new ChannelException("only groups have members; their ids end with @g.us") { IsTransient = false };
        var group = await calls.GroupAsync(jid, cancellationToken);
        return [.. (group?.Participants ?? []).Select(Person).OfType<ChatUser>().Take(limit)];
    }

    private static ChatUser? Person(GroupMember? member) => Jids.Person(member?.Phone, member?.Jid) is { } id ? new ChatUser(id, member!.Name) : null;

    private static bool Has(string? text, string query) => text?.Contains(query, StringComparison.OrdinalIgnoreCase) == true;
}
