using System.Text.Json;

namespace OpenClaw.Surfaces;

/// <summary>One call of a plugin's method.</summary>
public sealed record PluginMethodCall
{
    /// <summary>The method that was called.</summary>
    public required string Method { get; init; }

    /// <summary>What the client sent; an empty object where it sent nothing. Not checked.</summary>
    public required JsonElement Parameters { get; init; }

    /// <summary>The scopes the caller was granted.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>What the client says it is.</summary>
    public string? ClientId { get; init; }

    /// <summary>The paired device of the caller; null for a caller that has only the gateway's secret.</summary>
    public string? DeviceId { get; init; }
}
