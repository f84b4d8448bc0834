using System.Buffers.Text;
using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>
/// Compares names, types, booleans and fixed texts. Numbers are times, sizes and counts; generated ids are learned; texts that
/// belong to a machine are passed over.
/// </summary>
internal sealed class ShapeComparison(Substitutions substitutions)
{
    public const string Added = "was added";

    private static readonly HashSet<string> OfTheMachine = new(StringComparer.Ordinal)
    {
        "path", "sessionRoot", "workspace", "responseId", "deltaCursor", "connId", "version", "archived",
        "host", "platform", "root", "storePath", "sqlitePath", "configPath", "stateDir", "appliedConfigHash",
    };

    private static readonly HashSet<string> Identities = new(StringComparer.Ordinal) { "sessionId", "jobId", "requestId", "setupId" };

    /// <summary>Secrets and ids that a gateway makes; later requests name them.</summary>
    private static readonly HashSet<string> Made = new(StringComparer.Ordinal)
    {
        "deviceToken", "token", "hash", "setupCode", "recoveryScope", "configRevision", "configRevisionHash", "snapshotRevision",
    };

    public IEnumerable<(string Path, string What)> Differences(JsonElement recorded, JsonElement ours, string path = "")
    {
        // Absent and null mean the same to readers of answers.
        if (recorded.ValueKind != ours.ValueKind && !AreBothBooleans(recorded, ours))
            return [(path, $"{recorded.ValueKind} became {ours.ValueKind}")];
        return recorded.ValueKind switch
        {
            JsonValueKind.Object => Members(recorded, ours, path),
            JsonValueKind.Array when path.EndsWith("/features/events", StringComparison.Ordinal) => Names(recorded, ours, path),
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
                yield return (inner, Added);
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

    /// <summary>What can be subscribed to: more is fine, less is not.</summary>
    private static IEnumerable<(string Path, string What)> Names(JsonElement recorded, JsonElement ours, string path) =>
        recorded.EnumerateArray().Select(static name => name.GetString()!).Except(ours.EnumerateArray().Select(static name => name.GetString()!))
            .Select(name => ($"{path}/{name}", "is missing"));

    private IEnumerable<(string Path, string What)> Texts(string recorded, string ours, string path)
    {
        if (Substitutions.IsGenerated(recorded) && Substitutions.IsGenerated(ours))
        {
            // A new one in place of a known one, or the other way round, is a difference: a reset makes a new session.
            if (Identities.Contains(path.Split('/')[^1]) && !substitutions.CanStand(recorded, ours))
                yield return (path, $"'{recorded}' became '{ours}', which is not the one that stood for it");
            substitutions.Learn(recorded, ours);
        }
        else if (Made.Contains(path.Split('/')[^1]))
            LearnMade(recorded, ours);
        else if (recorded != ours && substitutions.Apply(recorded) != ours && !OfTheMachine.Contains(path.Split('/')[^1]) && !OfTheMachine.Contains(path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).LastOrDefault() ?? ""))
            yield return (path, $"'{recorded}' became '{ours}'");
    }

    private void LearnMade(string recorded, string ours)
    {
        if (ours.StartsWith("__", StringComparison.Ordinal))
            return; // hidden
        substitutions.Learn(recorded, ours);
        // A setup code wraps the secret that the device then comes with.
        if (BootstrapToken(recorded) is { } before && BootstrapToken(ours) is { } now)
            substitutions.Learn(before, now);
    }

    private static string? BootstrapToken(string setupCode)
    {
        if (!setupCode.StartsWith("eyJ", StringComparison.Ordinal))
            return null;
        return FrameLabels.Text(JsonElement.Parse(Base64Url.DecodeFromChars(setupCode)), "bootstrapToken");
    }

    private static bool AreBothBooleans(JsonElement one, JsonElement other) =>
        one.ValueKind is JsonValueKind.True or JsonValueKind.False && other.ValueKind is JsonValueKind.True or JsonValueKind.False;
}
