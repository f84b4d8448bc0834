namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>An answer that says no.</summary>
internal sealed class DiscordError(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    /// <summary>Written as it is, for answers with something wrong in them.</summary>
    public string? RetryAfter { get; init; }

    public bool IsGlobal { get; init; }
}
