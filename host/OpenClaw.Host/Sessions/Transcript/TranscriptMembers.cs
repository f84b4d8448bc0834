using System.Text.Json;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Members of a stored message that only some messages have.</summary>
internal static class TranscriptMembers
{
    /// <summary>What a tool gave beside its text, for clients.</summary>
    public const string Details = "details";

    /// <summary>Marks an answer that was cut off on request.</summary>
    public const string Abort = "openclawAbort";

    /// <summary>Marks a note of the gateway, which no model must take for its own words.</summary>
    public const string ExcludeFromContext = "excludeFromContext";

    /// <summary>Opaque data of the provider that goes back with a thinking part.</summary>
    public const string ThinkingSignature = "thinkingSignature";

    /// <summary>Files that came with a person's message.</summary>
    public const string Media = "openclawMedia";

    /// <summary>Says that a message was written by a stranger.</summary>
    public const string Outside = "openclawOutside";

    /// <summary>Marks an answer of which nothing was delivered.</summary>
    public const string Silent = "openclawSilent";

    public static JsonElement True { get; } = JsonElement.Parse("true");

    public static bool IsExcludedFromContext(TranscriptMessage message) =>
        message.Other?.TryGetValue(ExcludeFromContext, out var value) is true && value.ValueKind == JsonValueKind.True;

    public static IDictionary<string, JsonElement> Of(string name, JsonElement value) =>
        new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [name] = value };
}
