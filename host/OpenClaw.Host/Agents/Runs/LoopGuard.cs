using System.Security.Cryptography;
using System.Text;
using OpenClaw.Host.Tools;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>
/// Notices a model that makes the same call again and again and always gets the same: first it is told, then its run is stopped.
/// The rounds of a run bound how much is remembered.
/// </summary>
internal sealed class LoopGuard
{
    public const int Warn = 10;
    public const int Stop = 20;

    private readonly Dictionary<string, (string Result, int Count)> _seen = new(StringComparer.Ordinal);

    /// <summary>Why the run has to stop; nothing while it may go on.</summary>
    public string? Stuck { get; private set; }

    /// <returns>What the model is told with the result; nothing as a rule.</returns>
    public string? Note(ToolCallOutcome outcome)
    {
        var call = Hash($"{outcome.Call.Name}\n{outcome.Call.Arguments.GetRawText()}");
        var result = Hash(outcome.Text);
        var count = _seen.TryGetValue(call, out var before) && before.Result == result ? before.Count + 1 : 1;
        _seen[call] = (result, count);
        if (count >= Stop)
            Stuck ??= $"the model called {outcome.Call.Name} {count} times with the same arguments and got the same result each time; the run was stopped.";
        return count == Warn
            ? $"\n\n[The gateway: this is the {count}th time that this call gave exactly this result. Do something else; after {Stop} times the run is stopped.]"
            : null;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
