using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>People as the gateway has them.</summary>
internal static class People
{
    public static ChatUser Of(User user, Member? member = null, bool isBot = false) =>
        new(user.Id, string.IsNullOrWhiteSpace(member?.Nick) ? NameOf(user) : member.Nick, user.Username, user.Bot || isBot);

    public static string NameOf(User user) =>
        !string.IsNullOrWhiteSpace(user.GlobalName) ? user.GlobalName : !string.IsNullOrWhiteSpace(user.Username) ? user.Username : user.Id;
}
