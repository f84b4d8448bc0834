namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>Why a request failed.</summary>
internal sealed record BridgeError
{
    public string? Code { get; init; }

    public string? Message { get; init; }

    public bool Retryable { get; init; }

    public int? StatusCode { get; init; }
}
