namespace OpenClaw.Host.Cli.Remote;

/// <summary>The gateway a command talks to, and where that was decided.</summary>
internal sealed record GatewayTarget
{
    public required Uri Url { get; init; }

    /// <summary>For people: "local loopback", "--url" and the like.</summary>
    public required string Source { get; init; }

    public string? Token { get; init; }

    public string? Password { get; init; }

    /// <summary>The configured bind mode; null for gateways elsewhere.</summary>
    public string? Bind { get; init; }

    public string Address => Url.AbsoluteUri.TrimEnd('/');

    // The generated text would show the credentials.
    public override string ToString() => Address;
}
