using System.Text.Json;

namespace OpenClaw.Protocol.Tests.Golden;

/// <summary>One line of a recording that carries a frame.</summary>
internal sealed record GoldenEntry(string File, int Line, bool FromClient, string Connection, JsonElement Frame)
{
    public bool IsVersion3 => File.StartsWith("v3-", StringComparison.Ordinal);

    public int Protocol => IsVersion3 ? ProtocolVersions.V3 : ProtocolVersions.V4;

    public byte[] Utf8 => JsonSerializer.SerializeToUtf8Bytes(Frame);

    public string? Text(string member) =>
        Frame.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public override string ToString() => $"{File}:{Line}";
}
