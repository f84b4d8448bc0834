using OpenClaw.Channels.WhatsApp.Bridge;

namespace OpenClaw.Channels.WhatsApp.Sending;

/// <summary>What a failed request means for the message.</summary>
internal static class Outcomes
{
    public static SendOutcome Of(BridgeException error) => error.Fault switch
    {
        BridgeFault.NotLinked => new SendNotLinked(error.Message),
        BridgeFault.NotSent => new SendRetryable(error.Message),
        BridgeFault.Refused => new SendRefused("refused", $"WhatsApp refused: {error.Message}"),
        _ => new SendUnknown(error.Message),
    };

    /// <summary>Of requests that do no harm when they are done twice.</summary>
    public static SendOutcome OfRepeatable(BridgeException error) => error.Fault == BridgeFault.Unknown ? new SendRetryable(error.Message) : Of(error);

    public static SendRefused NoChat(string chatId) =>
        new("chat_not_found", $"\"{(chatId.Length <= 64 ? chatId : chatId[..64])}\" is no chat of WhatsApp: give a phone number like +15551234567, or a group's id that ends with @g.us");
}
