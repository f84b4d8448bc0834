namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>Details of a connect request that was refused before its credentials mattered.</summary>
internal sealed record RefusalDetails
{
    public string? Code { get; init; }

    public string? Reason { get; init; }

    public string? Method { get; init; }

    public string? Phase { get; init; }
}
