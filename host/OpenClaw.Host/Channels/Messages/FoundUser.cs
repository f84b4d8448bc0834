using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Messages;

/// <summary>A person or bot as clients see them.</summary>
internal sealed record FoundUser(string? Id, string? Name = null, string? Handle = null, bool? IsBot = null)
{
    public static FoundUser Of(ChatUser user) => new(user.Id, user.DisplayName, user.UserName, user.IsBot ? true : null);
}
