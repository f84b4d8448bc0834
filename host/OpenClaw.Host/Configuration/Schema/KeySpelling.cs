namespace OpenClaw.Host.Configuration.Schema;

/// <summary>Finds the key that a misspelt one was probably meant to be.</summary>
internal static class KeySpelling
{
    private const int MaxLength = 64;

    public static string? Closest(string name, IEnumerable<string> keys)
    {
        if (name.Length > MaxLength)
        {
            return null;
        }

        var (best, distance) = keys
            .Select(key => (Key: key, Distance: Distance(name.ToLowerInvariant(), key.ToLowerInvariant())))
            .DefaultIfEmpty((Key: "", Distance: int.MaxValue))
            .MinBy(static candidate => candidate.Distance);
        return distance <= Math.Max(1, name.Length / 3) ? best : null;
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
