namespace OpenClaw.Protocol.Frames;

/// <summary>A parsed request envelope. Parameters stay raw and point into the buffer that was read.</summary>
public readonly record struct RequestFrame
{
    /// <summary>Chosen by the caller and echoed in every answer.</summary>
    public required string Id { get; init; }

    /// <summary>The method; one shared instance for names of <see cref="Catalog.MethodCatalog"/>.</summary>
    public required string Method { get; init; }

    /// <summary>The parameters as UTF-8 JSON; empty when they were left out or null.</summary>
    public ReadOnlyMemory<byte> Params { get; init; }

    /// <summary>A W3C trace header, unchecked in content.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The user profile the caller expects to act as.</summary>
    public string? ExpectedProfileId { get; init; }
}
