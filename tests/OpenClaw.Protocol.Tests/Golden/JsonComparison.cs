using System.Text.Json;

namespace OpenClaw.Protocol.Tests.Golden;

/// <summary>Compares JSON values and names the first difference.</summary>
internal static class JsonComparison
{
    /// <summary>Null when equal. An absent member equals a null one only when <paramref name="nullIsAbsent"/> says so.</summary>
    public static string? Difference(JsonElement expected, JsonElement actual, bool nullIsAbsent, string path = "")
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            return $"{path}: {expected.ValueKind} became {actual.ValueKind}";
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => Members(expected, actual, nullIsAbsent, path),
            JsonValueKind.Array => Items(expected, actual, nullIsAbsent, path),
            JsonValueKind.Number => expected.GetDouble().Equals(actual.GetDouble()) ? null : $"{path}: {expected} became {actual}",
            JsonValueKind.String => expected.GetString() == actual.GetString() ? null : $"{path}: '{expected}' became '{actual}'",
            _ => null,
        };
    }

    private static string? Members(JsonElement expected, JsonElement actual, bool nullIsAbsent, string path)
    {
        var names = expected.EnumerateObject().Concat(actual.EnumerateObject()).Select(member => member.Name).Distinct();
        foreach (var name in names)
        {
            var wanted = expected.TryGetProperty(name, out var left);
            var given = actual.TryGetProperty(name, out var right);
            if (wanted && given)
            {
                if (Difference(left, right, nullIsAbsent, $"{path}/{name}") is { } difference)
                {
                    return difference;
                }
            }
            else if (!(nullIsAbsent && (wanted ? left : right).ValueKind == JsonValueKind.Null))
            {
                return wanted ? $"{path}/{name} was lost" : $"{path}/{name} was added";
            }
        }

        return null;
    }

    private static string? Items(JsonElement expected, JsonElement actual, bool nullIsAbsent, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            return $"{path}: {expected.GetArrayLength()} items became {actual.GetArrayLength()}";
        }

        return expected.EnumerateArray().Zip(actual.EnumerateArray())
            .Select((pair, index) => Difference(pair.First, pair.Second, nullIsAbsent, $"{path}/{index}"))
            .FirstOrDefault(difference => difference is not null);
    }
}
