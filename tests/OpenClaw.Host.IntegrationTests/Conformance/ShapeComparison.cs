using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>
/// Compares names, types, booleans and fixed texts. Numbers are times, sizes and counts; generated ids are learned; texts that
/// belong to a machine are passed over.
/// </summary>
internal sealed class ShapeComparison(Substitutions substitutions)
{
    private static readonly HashSet<string> OfTheMachine = new(StringComparer.Ordinal)
    {
        "path", "sessionRoot", "workspace", "responseId", "deltaCursor", "connId", "version", "archived",
    };

    public IEnumerable<(string Path, string What)> Differences(JsonElement recorded, JsonElement ours, string path = "")
    {
        // Absent and null mean the same to readers of answers.
        if (recorded.ValueKind != ours.ValueKind && !AreBothBooleans(recorded, ours))
            return [(path, $"{recorded.ValueKind} became {ours.ValueKind}")];
        return recorded.ValueKind switch
        {
            JsonValueKind.Object => Members(recorded, ours, path),
            JsonValueKind.Array => Items(recorded, ours, path),
            JsonValueKind.String => Texts(recorded.GetString()!, ours.GetString()!, path),
            JsonValueKind.True or JsonValueKind.False when recorded.ValueKind != ours.ValueKind => [(path, $"{recorded} became {ours}")],
            _ => [],
        };
    }

    private IEnumerable<(string Path, string What)> Members(JsonElement recorded, JsonElement ours, string path)
    {
        var names = recorded.EnumerateObject().Concat(ours.EnumerateObject()).Select(static member => member.Name).Distinct();
        foreach (var name in names)
        {
            var inner = $"{path}/{name}";
            if (!recorded.TryGetProperty(name, out var before))
                yield return (inner, "was added");
            else if (!ours.TryGetProperty(name, out var now))
                yield return (inner, "is missing");
            else
            {
                foreach (var difference in Differences(before, now, inner))
                    yield return difference;
            }
        }
    }

    private IEnumerable<(string Path, string What)> Items(JsonElement recorded, JsonElement ours, string path)
    {
        if (recorded.GetArrayLength() != ours.GetArrayLength())
            yield return ($"{path}/#", $"{recorded.GetArrayLength()} items became {ours.GetArrayLength()}");
        foreach (var (before, now) in recorded.EnumerateArray().Zip(ours.EnumerateArray()))
        {
            foreach (var difference in Differences(before, now, $"{path}/-"))
                yield return difference;
        }
    }

    private IEnumerable<(string Path, string What)> Texts(string recorded, string ours, string path)
    {
        if (Substitutions.IsGenerated(recorded) && Substitutions.IsGenerated(ours))
            substitutions.Learn(recorded, ours);
        else if (recorded != ours && !substitutions.Stands(recorded, ours) && !OfTheMachine.Contains(path.Split('/')[^1]) && !OfTheMachine.Contains(path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).LastOrDefault() ?? ""))
            yield return (path, $"'{recorded}' became '{ours}'");
    }

    private static bool AreBothBooleans(JsonElement one, JsonElement other) =>
        one.ValueKind is JsonValueKind.True or JsonValueKind.False && other.ValueKind is JsonValueKind.True or JsonValueKind.False;
}
