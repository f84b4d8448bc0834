using OpenClaw.Channels.Telegram.Api;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>What a failed call means for the message.</summary>
internal static class Outcomes
{
    public static SendOutcome Of(ApiException error) => error.Fault switch
    {
        ApiFault.TooMany => new SendRetryable($"Telegram asks to slow down: {error.Message}", error.RetryAfter),
        ApiFault.NotSent => new SendRetryable(error.Message),
        ApiFault.Unknown => new SendUnknown(error.Message),
        _ when error.Code == 401 => new SendNotLinked("Telegram does not accept the bot token; set channels.telegram.botToken to the one that @BotFather gives"),
        _ => new SendRefused(CodeOf(error), $"Telegram refused: {error.Message}"),
    };

    /// <summary>Of calls that do no harm when they are done twice.</summary>
    public static SendOutcome OfRepeatable(ApiException error) => error.Fault == ApiFault.Unknown ? new SendRetryable(error.Message) : Of(error);

    private static string CodeOf(ApiException error) => error switch
    {
        { Code: 403 } => "forbidden",
        _ when error.Says("chat not found") => "chat_not_found",
        _ when error.Says("thread not found") => "thread_not_found",
        _ when error.Says("too long") => "too_long",
        _ when error.Says("to edit not found") || error.Says("to delete not found") || error.Says("can't be edited") => "message_not_found",
        _ => "refused",
    };
}
