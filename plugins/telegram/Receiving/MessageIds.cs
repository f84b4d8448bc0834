using System.Globalization;
using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Ids as the gateway has them. Telegram counts messages per chat, so an event is told by both.</summary>
internal static class MessageIds
{
    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static string EventOf(Message message) => $"{Text(message.Chat.Id)}:{Text(message.MessageId)}";

    public static string EventOf(CallbackQuery press) => $"press:{press.Id}";

    public static long? Number(string? id) => long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
