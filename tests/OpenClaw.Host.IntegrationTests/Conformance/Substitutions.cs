using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>Ids that the recorded gateway made, and those that ours made in their place.</summary>
internal sealed partial class Substitutions
{
    private readonly Dictionary<string, string> _ours = new(StringComparer.Ordinal);

    public static bool IsGenerated(string text) => Generated().IsMatch(text);

    public void Learn(string recorded, string ours) => _ours.TryAdd(recorded, ours);

    /// <summary>Whether the two have stood for each other so far, or neither for anything.</summary>
    public bool CanStand(string recorded, string ours) =>
        _ours.TryGetValue(recorded, out var known) ? known == ours : !_ours.ContainsValue(ours);

    /// <summary>A recorded request in the words of this replay.</summary>
    public string Apply(JsonElement frame) => Apply(frame.GetRawText());

    public string Apply(string text)
    {
        foreach (var (recorded, ours) in _ours.OrderByDescending(static pair => pair.Key.Length))
            text = text.Replace(recorded, ours, StringComparison.Ordinal);
        return text;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Generated();
}
