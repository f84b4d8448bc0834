using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace OpenClaw.Protocol.Catalog;

/// <summary>Scopes that depend on what a call asks for.</summary>
internal static class MethodScopeRules
{
    private static readonly FrozenSet<string> AdminNodeCommands = FrozenSet.Create(
        StringComparer.Ordinal, "browser.proxy", "browser.proxy.upload.v1", "fs.listDir", "terminal.upload");

    private static readonly FrozenSet<string> OrganisingPatchFields = FrozenSet.Create(
        StringComparer.Ordinal,
        "key", "keys", "agentId", "label", "autoLabel", "icon", "color", "category", "boardFace", "boardPresentation", "pinned",
        "archived", "unread", "model", "agentRuntime", "thinkingLevel", "fastMode", "permissionMode");

    public static ImmutableArray<string> Required(string method, string? scope, JsonElement parameters)
    {
        if (scope is null)
        {
            return [];
        }

        if (parameters.ValueKind != JsonValueKind.Object)
        {
            return [IsWideByDefault(method) ? OperatorScopes.Admin : scope];
        }

        return method switch
        {
            MethodNames.Agent when StartsSession(parameters) => [OperatorScopes.Admin],
            MethodNames.NodeInvoke when Text(parameters, "command") is { } command && AdminNodeCommands.Contains(command) => [OperatorScopes.Admin],
            MethodNames.SessionsCreate when IsPrivilegedSession(parameters) => [OperatorScopes.Admin],
            MethodNames.SessionsDelete when !IsTrue(parameters, "archivedOnly") => [OperatorScopes.Admin],
            MethodNames.SessionsPatch when IsPrivilegedPatch(parameters) => [OperatorScopes.Admin],
            "sessions.patchMany" when !parameters.TryGetProperty("patch", out var patch) || IsPrivilegedPatch(patch) => [OperatorScopes.Admin],
            MethodNames.ChannelsPairingApprove when IsTrue(parameters, "bootstrapCommandOwner") => [scope, OperatorScopes.Admin],
            "talk.config" when IsTrue(parameters, "includeSecrets") => [scope, OperatorScopes.TalkSecrets],
            "environments.list" when Has(parameters, "runtimeId") => [OperatorScopes.Write],
            "fs.listDir" when Has(parameters, "nodeId") => [OperatorScopes.Admin],
            // Moving work to another machine runs code there.
            "sessions.dispatch" or "sessions.move" => [OperatorScopes.Admin],
            _ => [scope],
        };
    }

    private static bool IsWideByDefault(string method) =>
        method is MethodNames.SessionsDelete or "sessions.patchMany" or "sessions.dispatch" or "sessions.move";

    private static bool StartsSession(JsonElement parameters) =>
        Text(parameters, "message")?.TrimStart() is { } message && (IsCommand(message, "/new") || IsCommand(message, "/reset"));

    private static bool IsCommand(string message, string command) =>
        message.StartsWith(command, StringComparison.OrdinalIgnoreCase)
        && (message.Length == command.Length || char.IsWhiteSpace(message[command.Length]) || message[command.Length] == ':');

    private static bool IsPrivilegedSession(JsonElement parameters) =>
        IsTrue(parameters, "incognito") || Has(parameters, "execNode") || Has(parameters, "toolOverrides")
        || Text(parameters, "permissionMode") == "full";

    private static bool IsPrivilegedPatch(JsonElement patch) =>
        patch.ValueKind != JsonValueKind.Object
        || Text(patch, "permissionMode") == "full"
        || patch.EnumerateObject().Any(field =>
            !OrganisingPatchFields.Contains(field.Name) && !field.Name.StartsWith("expected", StringComparison.Ordinal));

    private static bool Has(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static bool IsTrue(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
