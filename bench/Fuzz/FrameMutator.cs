using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Bench.Fuzz;

/// <summary>Makes a frame wrong in a way that still is a frame: members of other types, missing, renamed, doubled, deep, long.</summary>
internal sealed class FrameMutator(Random random, FrameCorpus corpus)
{
    private const int MostSteps = 4;
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 256 };

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e308", "-1e-308", "9007199254740993", "99999999999999999999999999", "0.1", "-0", "\"\"", "[]", "{}",
        "\"__proto__\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\\ufeff\"", "\"../../../etc/passwd\"", "\"agent:main:main\"", "\"%s%n\"", "\"' OR 1=1 --\"",
        "[null]", "[[[]]]", "{\"\":\"\"}", "{\"__proto__\":{\"admin\":true}}", "\"1970-01-01T00:00:00Z\"", "\"NaN\"", "-9223372036854775808", "9223372036854775807",
    ];

    public byte[] Mutate(byte[] frame)
    {
        // Half of the mutants keep their structure whole, so that they reach the code behind it.
        var structural = random.Next(100) < 75 ? Structural(frame) : null;
        return structural is not null && random.Next(100) < 85 ? structural : ByteMutator.Mutate(structural ?? frame, random, corpus);
    }

    private byte[]? Structural(byte[] frame)
    {
        try
        {
            if (JsonNode.Parse(frame, documentOptions: Lenient) is not JsonObject root)
                return null;
            for (var step = random.Next(1, MostSteps + 1); step > 0; step--)
                Step(root);
            return Encoding.UTF8.GetBytes(root.ToJsonString());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // Doubled members and the like do not make a tree.
            return null;
        }
    }

    private void Step(JsonObject root)
    {
        // Rather the parameters than the envelope, of which little is to be learned.
        var start = root["params"] is JsonObject { Count: > 0 } parameters && random.Next(10) > 0 ? parameters : root;
        var parent = Descend(start);
        switch (random.Next(9))
        {
            case 0:
                parent.Remove(Name(parent));
                break;
            case 1:
                parent[Name(parent) + "x"] = Value();
                break;
            case 2:
                parent[Name(parent)] = Deep(random.Next(2, 80));
                break;
            case 3:
                parent[Name(parent)] = new string((char)random.Next(1, 0xD7FF), random.Next(1, 5_000));
                break;
            case 4 when Other() is { } other:
                parent[Name(parent)] = other;
                break;
            case 5 when Other() is JsonObject from:
                foreach (var (name, value) in from)
                    parent[name] = value?.DeepClone();
                break;
            case 6:
                parent[Name(parent)] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => Value())]);
                break;
            case 7 when parent[Name(parent)] is JsonValue number && number.GetValueKind() == JsonValueKind.Number:
                parent[Name(parent)] = random.NextInt64(-10, 1L << random.Next(1, 63));
                break;
            default:
                parent[Name(parent)] = Value();
                break;
        }
    }

    private JsonObject Descend(JsonObject node)
    {
        while (random.Next(3) > 0 && node.Select(static member => member.Value).OfType<JsonObject>().Where(static child => child.Count > 0).ToList() is { Count: > 0 } children)
            node = children[random.Next(children.Count)];
        return node;
    }

    private string Name(JsonObject parent) => parent.Count == 0 ? "a" : parent.ElementAt(random.Next(parent.Count)).Key;

    private JsonNode? Value() => JsonNode.Parse(Values[random.Next(Values.Length)]);

    private static JsonNode Deep(int depth)
    {
        JsonNode node = depth;
        for (var level = 0; level < depth; level++)
            node = level % 2 == 0 ? new JsonArray(node) : new JsonObject { ["a"] = node };
        return node;
    }

    /// <summary>A piece of another frame.</summary>
    private JsonNode? Other()
    {
        try
        {
            if ((JsonNode.Parse(corpus.Frame(random), documentOptions: Lenient) as JsonObject)?["params"] is not JsonObject { Count: > 0 } parameters)
                return null;
            return (random.Next(2) == 0 ? parameters : parameters[Name(parameters)])?.DeepClone();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
