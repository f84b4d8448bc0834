using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>system-event</c>; unknown ones are ignored.</summary>
internal sealed record SystemEventParams
{
    private const int MaxField = 256;
    private const int MaxList = 32;

    public required string Text { get; init; }

    public string? DeviceId { get; init; }

    public string? InstanceId { get; init; }

    public string? Host { get; init; }

    public string? Ip { get; init; }

    public string? Mode { get; init; }

    public string? Version { get; init; }

    public string? Platform { get; init; }

    public string? DeviceFamily { get; init; }

    public string? ModelIdentifier { get; init; }

    public double? LastInputSeconds { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }

    /// <summary>What the row is known by: the device, the running program, or whoever the text names.</summary>
    public string PresenceKey(string text)
    {
        // Node: <host> (<address>) · ...
        var name = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var end = name.AsSpan().IndexOfAny('(', '·');
        return Field(DeviceId) ?? Field(InstanceId) ?? Field(Host) ?? Field(end < 0 ? name : name[..end]) ?? text;
    }

    public PresenceEntry ToPresence(string text, long now) => new()
    {
        Text = text,
        Ts = now,
        Host = Field(Host),
        Ip = Field(Ip),
        Version = Field(Version),
        Platform = Field(Platform),
        DeviceFamily = Field(DeviceFamily),
        ModelIdentifier = Field(ModelIdentifier),
        Mode = Field(Mode),
        LastInputSeconds = LastInputSeconds is >= 0 and <= int.MaxValue ? (long)LastInputSeconds : null,
        Reason = Field(Reason),
        Tags = List(Tags),
        DeviceId = Field(DeviceId),
        Roles = List(Roles),
        Scopes = List(Scopes),
        InstanceId = Field(InstanceId),
    };

    private static string? Field(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Length <= MaxField ? value.Trim() : value[..MaxField].Trim();

    private static IReadOnlyList<string>? List(IReadOnlyList<string>? values) =>
        values is null ? null : [.. values.Select(Field).OfType<string>().Take(MaxList)];
}
