using System.Text.Json;

namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>Typed access to the keys of a manifest; a wrong type becomes an issue instead of an exception.</summary>
/// <param name="root">The object.</param>
/// <param name="prefix">Before its keys in issues.</param>
/// <param name="outer">Where its issues are collected; null for an object of its own.</param>
internal sealed class ManifestFields(JsonElement root, string prefix = "", ManifestFields? outer = null)
{
    private readonly List<ManifestIssue> _issues = outer?._issues ?? [];

    public IReadOnlyList<ManifestIssue> Issues => _issues;

    public void Refuse(string key, string? value, string problem, string fix) =>
        _issues.Add(new ManifestIssue(prefix + key, Quote(value), problem, fix));

    public JsonElement? Value(string key, bool required, string fix)
    {
        if (root.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null)
            return value;
        if (required)
            Refuse(key, null, "is missing", fix);
        return null;
    }

    public string? Text(string key, bool required, string fix) =>
        Value(key, required, fix) is { } value ? Text(key, value, fix) : null;

    public IReadOnlyList<string>? Texts(string key, bool required, int most, string fix)
    {
        if (Value(key, required, fix) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse(key, value.GetRawText(), "is not a list", fix);
            return null;
        }

        if (value.GetArrayLength() > most)
        {
            Refuse(key, null, $"has {value.GetArrayLength()} entries, {most} are allowed", fix);
            return null;
        }

        return [.. value.EnumerateArray().Select(item => Text(key, item, fix)).OfType<string>()];
    }

    private string? Text(string key, JsonElement value, string fix)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Refuse(key, value.GetRawText(), "is not a text", fix);
            return null;
        }

        var text = value.GetString()!;
        if (text.Length is > 0 and <= ManifestLimits.MaxTextLength && !text.Any(char.IsControl))
            return text;
        Refuse(key, text, $"is empty, longer than {ManifestLimits.MaxTextLength}, or holds control characters", fix);
        return null;
    }

    private static string? Quote(string? value)
    {
        if (value is null)
            return null;
        var cut = value.Length > ManifestLimits.MaxQuotedLength ? $"{value[..ManifestLimits.MaxQuotedLength]}…" : value;
        // Written into logs and terminals: a stranger's control characters must not reach them.
        return $"'{string.Concat(cut.Select(static c => char.IsControl(c) ? ' ' : c))}'";
    }
}
