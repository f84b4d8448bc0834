using OpenClaw.Channels.Discord.Api;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>What a failed call means for the message.</summary>
internal static class Outcomes
{
    public static SendOutcome Of(ApiException error) => error.Fault switch
    {
        ApiFault.TooMany => new SendRetryable($"Discord asks to slow down: {error.Message}", error.RetryAfter),
        ApiFault.NotSent => new SendRetryable(error.Message),
        ApiFault.Unknown => new SendUnknown(error.Message),
        _ when error.IsBadToken => new SendNotLinked("Discord does not accept the bot token; set channels.discord.token to the one in the Discord developer portal"),
        _ => new SendRefused(CodeOf(error), $"Discord refused: {error.Message}"),
    };

    /// <summary>Of calls that do no harm when they are done twice.</summary>
    public static SendOutcome OfRepeatable(ApiException error) => error.Fault == ApiFault.Unknown ? new SendRetryable(error.Message) : Of(error);

    private static string CodeOf(ApiException error) => error.Code switch
    {
        ErrorCodes.UnknownChannel or ErrorCodes.UnknownUser => "chat_not_found",
        ErrorCodes.UnknownMessage => "message_not_found",
        ErrorCodes.TooLarge => "too_large",
        ErrorCodes.CannotWriteTo or ErrorCodes.MissingAccess or ErrorCodes.MissingPermissions => "forbidden",
        ErrorCodes.EmptyMessage => "empty",
        _ => error.Status switch
        {
            403 => "forbidden",
            404 => "chat_not_found",
            413 => "too_large",
            _ => "refused",
        },
    };
}
