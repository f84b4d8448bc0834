namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>The Bot API refuses.</summary>
internal sealed class BotApiError(int code, string description) : Exception(description)
{
    public int Code => code;

    public int? RetryAfter { get; init; }

    public long? MigrateTo { get; init; }
}
