using System.Text.Json;

namespace OpenClaw.Host.Agents.Skills;

/// <summary>A <c>SKILL.md</c>: what stands between the two lines of dashes at its top.</summary>
/// <param name="Fields">Its members as written; a value goes on over the indented lines below it.</param>
internal sealed record SkillFile(IReadOnlyDictionary<string, string> Fields)
{
    private const int MaxCharacters = 32_768;
    private const string Fence = "---";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public string? Text(string name) => Fields.TryGetValue(name, out var value) ? Unquoted(value) is { Length: > 0 } text ? text : null : null;

    public bool Flag(string name) => Text(name) is "true" or "yes";

    /// <summary>The part of the metadata that is meant for gateways of this kind; undefined when there is none that can be read.</summary>
    public JsonElement Metadata()
    {
        if (Text("metadata") is not { } text)
            return default;
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && (document.RootElement.TryGetProperty("openclaw", out var ours) || document.RootElement.TryGetProperty("clawdbot", out ours))
                ? ours.Clone()
                : default;
        }
        catch (JsonException)
        {
            // A skill whose metadata cannot be read is one without any.
            return default;
        }
    }

    /// <summary>Reads the top of a file; nothing when it has no such part.</summary>
    public static SkillFile? Read(string path)
    {
        using var reader = new StreamReader(path);
        if (reader.ReadLine()?.Trim() != Fence)
            return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string? current = null;
        var left = MaxCharacters;
        while (reader.ReadLine() is { } line && (left -= line.Length) > 0)
        {
            if (line.TrimEnd() == Fence)
                return new SkillFile(fields);
            if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                fields[current = line[..colon].Trim()] = line[(colon + 1)..].Trim();
            else if (current is not null)
                fields[current] = $"{fields[current]}\n{line.Trim()}".Trim();
        }

        return null;
    }

    private static string Unquoted(string value)
    {
        var text = value is [('>' or '|'), ..] && value.IndexOf('\n') is > 0 and var end ? value[(end + 1)..] : value;
        return text is ['"', .., '"'] or ['\'', .., '\''] && text.Length >= 2 ? text[1..^1] : text;
    }
}
