using System.Security.Cryptography;
using System.Text;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Ids of runs that answer messages of chats.</summary>
internal static class TurnIds
{
    // Made from the message, so that one message is one run whatever happens in between.
    public static string Of(InboxRow row) =>
        $"{row.Account.Channel}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Account}\n{row.MessageId}\n{row.Id}")).AsSpan(0, 16))}";
}
