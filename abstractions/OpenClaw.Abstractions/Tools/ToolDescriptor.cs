using System.Text.Json;

namespace OpenClaw.Tools;

/// <summary>What a tool is called, takes and may do.</summary>
public sealed record ToolDescriptor
{
    /// <summary>The name the model calls: 1 to 64 of <c>a-z A-Z 0-9 _ -</c>. Claimed by the plugin that offers it.</summary>
    public required string Name { get; init; }

    /// <summary>What the tool does and when to use it, written for the model.</summary>
    public required string Description { get; init; }

    /// <summary>The JSON Schema (2020-12) of the arguments; an object schema.</summary>
    public required JsonElement Parameters { get; init; }

    /// <summary>The name shown to people; <see cref="Name"/> where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>How dangerous a call can be. The host's policy starts from it.</summary>
    public ToolRisk Risk { get; init; } = ToolRisk.Safe;

    /// <summary>What a call may touch.</summary>
    public ToolEffects Effects { get; init; } = ToolEffects.None;

    /// <summary>Longest run of one call. Default 2 minutes; the host cuts it at its own cap.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);
}
