using OpenClaw.Agents;
using WireThinkingLevel = OpenClaw.Protocol.Models.ThinkingLevel;

namespace OpenClaw.Host.Agents.Models;

/// <summary>The spellings of thinking levels on the wire and in configuration.</summary>
internal static class ThinkingLevels
{
    public const string Off = "off";

    /// <summary>Every level in its main spelling, least first.</summary>
    public static IReadOnlyList<string> All { get; } = [Off, "minimal", "low", "medium", "high", "max"];

    /// <summary>What reasoning models do where nothing was chosen.</summary>
    public const string OfReasoningModels = "medium";

    public static IReadOnlyList<WireThinkingLevel> AllOnTheWire { get; } = [.. All.Select(OnTheWire)];

    public static IReadOnlyList<WireThinkingLevel> OffOnTheWire { get; } = [OnTheWire(Off)];

    public static bool TryParse(string text, out ThinkingLevel level)
    {
        ThinkingLevel? known = text.Trim().ToLowerInvariant() switch
        {
            Off => ThinkingLevel.Off,
            "minimal" => ThinkingLevel.Minimal,
            "low" => ThinkingLevel.Low,
            "medium" or "adaptive" => ThinkingLevel.Medium,
            "high" => ThinkingLevel.High,
            "xhigh" or "max" or "ultra" => ThinkingLevel.Max,
            _ => null,
        };
        level = known ?? ThinkingLevel.Off;
        return known is not null;
    }

    private static WireThinkingLevel OnTheWire(string id) => new() { Id = id, Label = id };
}
