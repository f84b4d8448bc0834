using System.Text.Json;

namespace OpenClaw.Host.Sessions.Rows;

/// <summary>Members of rows that say the same for every session of this gateway.</summary>
internal static class RowConstants
{
    /// <summary>Runs happen here and nowhere else.</summary>
    public static JsonElement Runtime { get; } =
        JsonElement.Parse("""{"id":"openclaw","cloudPlacementSupported":false,"devicePlacementSupported":false,"source":"implicit"}""");

    public static JsonElement DefaultRuntime { get; } =
        JsonElement.Parse("""{"id":"auto","cloudPlacementSupported":false,"devicePlacementSupported":false,"source":"implicit"}""");

    /// <summary>How a resolved session names its runtime.</summary>
    public static JsonElement ResolvedRuntime { get; } = JsonElement.Parse("""{"id":"openclaw","source":"implicit"}""");

    public static JsonElement No { get; } = JsonElement.Parse("false");

    public static JsonElement Null { get; } = JsonElement.Parse("null");

    public static JsonElement EmptyList { get; } = JsonElement.Parse("[]");

    public static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, SessionJsonContext.Default.String);

    public static JsonElement Number(long number) => JsonSerializer.SerializeToElement(number, SessionJsonContext.Default.Int64);

    public static IEnumerable<KeyValuePair<string, JsonElement>> OfEveryRow { get; } =
    [
        new("permissionModePending", No),
        new("effectiveFastMode", No),
        new("effectiveFastModeSource", Text("default")),
        new("fastAutoOnSeconds", Number(60)),
        new("effectiveResponseUsage", Text("off")),
        new("effectiveQueueMode", Text("followup")),
        new("runtimeSelectionLocked", No),
        new("agentRuntime", Runtime),
    ];
}
