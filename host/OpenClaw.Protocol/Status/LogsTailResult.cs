using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Status;

/// <summary>Answer to <c>logs.tail</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LogsTailResult
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>Pass back to get new lines.</summary>
    public required long Cursor { get; init; }

    /// <summary>Size of the file.</summary>
    public required long Size { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>True when lines were left out.</summary>
    public required bool Truncated { get; init; }

    /// <summary>True when the position was beyond the file.</summary>
    public required bool Reset { get; init; }

    /// <summary>Bytes left out.</summary>
    public long? SkippedBytes { get; init; }
}
