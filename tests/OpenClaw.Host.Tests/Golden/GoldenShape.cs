using System.Text.Json;

namespace OpenClaw.Host.Tests.Golden;

/// <summary>Compares two values by their members and kinds, not by what is in them.</summary>
internal static class GoldenShape
{
    /// <summary>Every member as a path with its kind; the elements of a list count as one.</summary>
    public static SortedSet<string> Of(JsonElement value, params string[] without)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        Walk(value, "$", paths);
        paths.RemoveWhere(path => without.Any(one => path.StartsWith($"$.{one}", StringComparison.Ordinal)));
        return paths;
    }

    private static void Walk(JsonElement value, string path, SortedSet<string> paths)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                paths.Add($"{path} object");
                foreach (var member in value.EnumerateObject())
                    Walk(member.Value, $"{path}.{member.Name}", paths);
                break;
            case JsonValueKind.Array:
                paths.Add($"{path} list");
                foreach (var item in value.EnumerateArray())
                    Walk(item, $"{path}[]", paths);
                break;
            default:
                paths.Add($"{path} {Kind(value)}");
                break;
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "flag" : value.ValueKind.ToString();
}
