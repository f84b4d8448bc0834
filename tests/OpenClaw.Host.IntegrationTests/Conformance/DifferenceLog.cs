using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>Collects where a replay differs from its recording, but for what is justified.</summary>
internal sealed class DifferenceLog(IReadOnlyList<JustifiedDifference> justified)
{
    private readonly List<string> _differences = [];

    /// <summary>Payloads may grow: an older client reads past what it does not know. Only frames themselves are closed.</summary>
    public bool AllowsMore { get; init; }

    public Substitutions Substitutions { get; } = new();

    public IReadOnlyList<string> Unjustified => _differences;

    public void Compare(string where, string id, JsonElement recorded, JsonElement ours, bool isFrame = true)
    {
        foreach (var (path, what) in new ShapeComparison(Substitutions).Differences(recorded, ours))
        {
            if (!(AllowsMore && what == ShapeComparison.Added && (!isFrame || path.Count(static letter => letter == '/') > 1)))
                Note(where, id, path, what);
        }
    }

    /// <summary>True when nothing would be noted.</summary>
    public bool Matches(string where, JsonElement recorded, JsonElement ours) =>
        new ShapeComparison(new Substitutions()).Differences(recorded, ours).All(difference => IsJustified(where, difference.Path));

    public void Note(string where, string id, string path, string what)
    {
        if (!IsJustified(where, path))
            _differences.Add($"{where} ({id}) {path} {what}");
    }

    public bool IsJustified(string where, string path) => justified.Any(difference => difference.Covers(where, path));
}
