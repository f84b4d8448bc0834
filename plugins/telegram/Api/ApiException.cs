namespace OpenClaw.Channels.Telegram.Api;

/// <summary>A call of the Bot API failed. The text never holds the address, which has the token in it.</summary>
internal sealed class ApiException(ApiFault fault, int code, string description) : Exception(description)
{
    public ApiFault Fault => fault;

    /// <summary>Telegram's code, or that of HTTP; 0 where nothing was answered.</summary>
    public int Code => code;

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The chat goes on under another id.</summary>
    public long? MigratedTo { get; init; }

    /// <summary>Whether it was the Bot API that answered, and not a proxy's page.</summary>
    public bool IsItsOwn { get; init; }

    public bool IsBadToken => IsItsOwn && fault == ApiFault.Refused && code is 401 or 404;

    public bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
