namespace OpenClaw.Host.Channels.Logins;

/// <summary>Answer of <c>web.login.start</c> and <c>web.login.wait</c>. It holds what links an account, so its text form does not show it.</summary>
internal sealed record LoginResult
{
    public required string Message { get; init; }

    public bool? Connected { get; init; }

    /// <summary>The picture to scan, a PNG.</summary>
    public string? QrDataUrl { get; init; }

    public string? SessionKey { get; init; }

    /// <summary>Ours: what the picture says, for terminals.</summary>
    public string? QrText { get; init; }

    /// <summary>Ours: the code to type on the phone.</summary>
    public string? Code { get; init; }

    public override string ToString() => $"{nameof(LoginResult)} {{ Connected = {Connected} }}";
}
