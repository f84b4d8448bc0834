using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Dialects;

/// <summary>
/// Turns the connect request of community documents into one of protocol 3. Nothing but the form changes: credentials, origin
/// and device proof are judged as for every other client.
/// </summary>
internal static class CommunityConnect
{
    private const int MaxSubscriptions = 64;
    private const string Unknown = "unknown";

    // A member that is there twice is not left to the last one: the handshake refuses it.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = GatewayLimits.MaxDepth };

    private static readonly string[] Members = ["deviceId", "role", "auth", "features", "capabilities", "version", "subscribe"];

    /// <param name="parameters">As they came.</param>
    /// <param name="translated">As the handshake reads them.</param>
    /// <returns>Null when they are nothing of the kind.</returns>
    public static CommunityClient? TryTranslate(ReadOnlyMemory<byte> parameters, out ReadOnlyMemory<byte> translated)
    {
        translated = default;
        if (parameters.IsEmpty || TryParse(parameters) is not { } connect || !IsOfTheKind(connect))
        {
            return null;
        }

        var subscribed = (connect["subscribe"] as JsonArray)?.Select(TextOf).OfType<string>().Take(MaxSubscriptions).ToList();
        translated = JsonSerializer.SerializeToUtf8Bytes(Translate(connect, subscribed), GatewayJsonContext.Default.JsonObject);
        return new CommunityClient(subscribed);
    }

    private static JsonObject? TryParse(ReadOnlyMemory<byte> parameters)
    {
        try
        {
            return JsonNode.Parse(parameters.Span, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOfTheKind(JsonObject connect) =>
        connect["auth"] is JsonObject && connect.All(static member => Members.Contains(member.Key, StringComparer.Ordinal));

    private static JsonObject Translate(JsonObject connect, List<string>? subscribed)
    {
        var client = new JsonObject
        {
            ["id"] = ClientIds.Cli,
            ["mode"] = ClientModes.Cli,
            ["version"] = TextOf(connect["version"]) ?? Unknown,
            ["platform"] = Unknown,
        };
        if (TextOf(connect["deviceId"]) is { } device)
        {
            client["instanceId"] = device;
        }

        var auth = new JsonObject();
        foreach (var name in (string[])["token", "password"])
        {
            if (connect["auth"]![name] is JsonValue value)
            {
                auth[name] = value.DeepClone();
            }
        }

        return new JsonObject
        {
            ["minProtocol"] = ProtocolVersions.V3,
            ["maxProtocol"] = ProtocolVersions.V3,
            ["client"] = client,
            ["role"] = TextOf(connect["role"]) is { } role and not "client" ? role : Roles.Operator,
            ["caps"] = subscribed?.Contains(CommunityEvents.Tool) == true ? new JsonArray(ClientCapabilities.ToolEvents) : new JsonArray(),
            ["auth"] = auth,
        };
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
