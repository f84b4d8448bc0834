namespace OpenClaw.Host.Security.Pairing;

/// <summary>Lists of scopes and roles as one text; none of the words contains a space.</summary>
internal static class WordList
{
    public static string Join(IEnumerable<string> words) => string.Join(' ', words);

    public static IReadOnlyList<string> Split(string text) => text.Length == 0 ? [] : text.Split(' ');

    /// <summary>Both lists, each word once, in the order in which they first came.</summary>
    public static IReadOnlyList<string> Union(IReadOnlyList<string> first, IReadOnlyList<string> second) => [.. first.Union(second)];

    /// <summary>Tokens list their scopes in alphabetical order.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string> words) => [.. words.Order(StringComparer.Ordinal)];
}
