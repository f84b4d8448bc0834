namespace OpenClaw.Channels.Discord.Api;

/// <summary>A call of Discord's failed. The text holds neither token nor address.</summary>
internal sealed class ApiException(ApiFault fault, int status, int code, string description) : Exception(description)
{
    public ApiFault Fault => fault;

    /// <summary>The status of HTTP; 0 where nothing was answered.</summary>
    public int Status => status;

    /// <summary>Discord's own code, see <see cref="ErrorCodes"/>; 0 where there is none.</summary>
    public int Code => code;

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether nothing at all may be asked for that time, and not only this.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether the bot's token is wrong. That of a command which is too old is refused with the same status.</summary>
    public bool IsBadToken => fault == ApiFault.Refused && status == 401 && code != ErrorCodes.ExpiredToken;
}
