using System.Text.RegularExpressions;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>A place where this gateway differs from the recorded one on purpose.</summary>
/// <param name="Where">The method or the label of the event; <c>*</c> stands for any text.</param>
/// <param name="Path">The member, with slashes; <c>*</c> stands for any text.</param>
/// <param name="Why">For people.</param>
internal sealed record JustifiedDifference(string Where, string Path, string Why)
{
    private readonly Regex _where = Pattern(Where);
    private readonly Regex _path = Pattern(Path);

    public bool Covers(string where, string path) => _where.IsMatch(where) && _path.IsMatch(path);

    private static Regex Pattern(string glob) => new($"^{Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);
}
