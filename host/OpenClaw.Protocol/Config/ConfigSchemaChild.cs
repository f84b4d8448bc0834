namespace OpenClaw.Protocol.Config;

/// <summary>A key below another.</summary>
public sealed record ConfigSchemaChild
{
    /// <summary>Its last part.</summary>
    public required string Key { get; init; }

    /// <summary>The whole of it.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it must be there.</summary>
    public required bool Required { get; init; }

    /// <summary>Whether there are keys below it.</summary>
    public required bool HasChildren { get; init; }

    /// <summary><c>none</c>, <c>hot</c> or <c>restart</c>.</summary>
    public string? ReloadKind { get; init; }

    /// <summary>How a form shows it.</summary>
    public ConfigHint? Hint { get; init; }
}
