namespace OpenClaw.Channels;

/// <summary>How somebody wants to log in.</summary>
public sealed record ChannelLoginRequest
{
    /// <summary>Whether to log in anew although the account is linked.</summary>
    public bool Force { get; init; }

    /// <summary>The phone number to ask a code to type for, in place of a picture to scan, where the platform can.</summary>
    public string? Phone { get; init; }
}
