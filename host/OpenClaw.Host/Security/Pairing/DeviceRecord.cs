using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>A paired device as stored.</summary>
internal sealed record DeviceRecord
{
    public required string DeviceId { get; init; }

    public required string PublicKey { get; init; }

    public string? DisplayName { get; init; }

    public string? Label { get; init; }

    public string? Platform { get; init; }

    public string? DeviceFamily { get; init; }

    public string? ClientId { get; init; }

    public string? ClientMode { get; init; }

    /// <summary>The role approved last.</summary>
    public required string Role { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public string? RemoteIp { get; init; }

    public required string ApprovedVia { get; init; }

    public required long CreatedAt { get; init; }

    public required long ApprovedAt { get; init; }

    public long? LastSeenAt { get; init; }

    public string? LastSeenReason { get; init; }

    public IReadOnlyList<DeviceTokenRecord> Tokens { get; init; } = [];

    /// <summary>The token in force for a role; a role whose token was taken back counts as not approved.</summary>
    public DeviceTokenRecord? ActiveToken(string role) => Tokens.FirstOrDefault(token => token.Role == role && token.IsActive);

    /// <summary>True where somebody took a right away that is asked for again: only a person gives it back.</summary>
    public bool WasDenied(string role, IEnumerable<string> scopes) =>
        Tokens.FirstOrDefault(token => token.Role == role) is { } token
        && (!token.IsActive || (token.IsNarrowed && !OperatorScopes.CoversAll(token.Scopes, scopes)));

    public bool IsApproved(string role) => Roles.Contains(role) && ActiveToken(role) is not null;

    /// <param name="connected">Whether it has a connection; null where that is not told.</param>
    public PairedDevice Describe(bool? connected = null) => new()
    {
        DeviceId = DeviceId,
        PublicKey = PublicKey,
        DisplayName = DisplayName,
        Label = Label,
        Platform = Platform,
        DeviceFamily = DeviceFamily,
        ClientId = ClientId,
        ClientMode = ClientMode,
        Role = Role,
        Roles = Roles,
        Scopes = Scopes,
        RemoteIp = RemoteIp,
        ApprovedVia = ApprovedVia,
        CreatedAtMs = CreatedAt,
        ApprovedAtMs = ApprovedAt,
        LastSeenAtMs = LastSeenAt,
        LastSeenReason = LastSeenReason,
        Connected = connected,
        Tokens = [.. Tokens.Select(token => token.Summarize())],
    };
}
