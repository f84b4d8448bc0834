using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Bench.Fuzz;

/// <summary>One mutant on its way, and what the gateway owes for it.</summary>
/// <param name="Bytes">As it is sent.</param>
/// <param name="Id">Set when it is a request as every gateway has to see it: it is owed an answer under this id.</param>
/// <param name="Method">What it asks for.</param>
internal sealed record FuzzFrame(byte[] Bytes, string? Id, string? Method)
{
    private const int LongestName = 100;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 60, AllowDuplicateProperties = false };

    // They end this process, or wait for a person or a run longer than a fuzzer does.
    private static readonly SearchValues<string> Avoided = SearchValues.Create(
        ["config.set", "config.patch", "config.apply", "gateway.restart", "update.run", "agent.wait", "exec.approval", "expectFinal", "system.restart"], StringComparison.Ordinal);

    /// <summary>Gives a mutant an id of its own where it has a place for one. Null for mutants that are better not sent.</summary>
    public static FuzzFrame? From(byte[] mutant, string id)
    {
        var text = Encoding.UTF8.GetString(mutant);
        if (text.AsSpan().ContainsAny(Avoided))
            return null;
        try
        {
            if (JsonNode.Parse(mutant, documentOptions: Strict) is not JsonObject root || !IsRequest(root))
                return new FuzzFrame(mutant, null, null);
            var method = root["method"]!.GetValue<string>();
            root["id"] = id;
            return new FuzzFrame(Encoding.UTF8.GetBytes(root.ToJsonString()), id, method);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return new FuzzFrame(mutant, null, null);
        }
    }

    private static bool IsRequest(JsonObject root) =>
        root.All(static member => member.Key is "type" or "id" or "method" or "params")
        && TextOf(root["type"]) == "req"
        && TextOf(root["id"]) is { Length: > 0 and < LongestName }
        && TextOf(root["method"]) is { Length: > 0 and < LongestName } method && method != "connect" && method.All(char.IsAscii);

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
