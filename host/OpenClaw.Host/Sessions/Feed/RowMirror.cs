using System.Text.Json;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Feed;

/// <summary>
/// Members of a row that events repeat beside the row. In events a missing member means that nothing changed, so those that
/// can be taken back are written as null.
/// </summary>
internal static class RowMirror
{
    private static readonly string[] Mirrored =
    [
        "updatedAt", "kind", "visibility", "chatType", "archived", "pinned", "unread", "permissionModePending", "spawnDepth", "createdVia",
        "createdAt", "effectiveFastMode", "effectiveFastModeSource", "fastAutoOnSeconds", "systemSent", "abortedLastRun", "inputTokens",
        "outputTokens", "totalTokens", "totalTokensFresh", "contextTokens", "effectiveResponseUsage", "modelProvider", "model",
        "agentRuntime", "runtimeSelectionLocked", "status", "hasActiveRun", "activeRunIds", "startedAt", "parentSessionKey",
    ];

    private static readonly string[] Clearable =
    [
        "label", "displayName", "autoLabel", "icon", "color", "category", "boardPresentation", "statusNote", "attention", "thinkingLevel",
        "modelOverrideSource", "archivedAt", "pinnedAt", "markedUnreadAt", "lastRunId", "lastRunError", "endedAt", "runtimeMs",
    ];

    public static Dictionary<string, JsonElement> Of(SessionRow row, IReadOnlyList<SessionRow> ancestors)
    {
        var written = JsonSerializer.SerializeToElement(row, ProtocolJsonContext.Default.SessionRow);
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in Mirrored)
        {
            if (written.TryGetProperty(name, out var value))
                members[name] = value;
        }

        foreach (var name in Clearable)
            members[name] = written.TryGetProperty(name, out var value) ? value : RowConstants.Null;
        members["participants"] = RowConstants.EmptyList;
        members["participantCount"] = RowConstants.Number(0);
        members["ancestorSessions"] = Rows(ancestors);
        return members;
    }

    private static JsonElement Rows(IReadOnlyList<SessionRow> rows) => JsonSerializer.SerializeToElement(
        [.. rows.Select(static row => JsonSerializer.SerializeToElement(row, ProtocolJsonContext.Default.SessionRow))],
        SessionJsonContext.Default.IReadOnlyListJsonElement);
}
