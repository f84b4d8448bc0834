using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenClaw.Agents.Offline.Scripts;

/// <summary>Finds phrases in a message. A phrase fills its line; anything else is ordinary text.</summary>
internal static partial class ScriptParser
{
    public const int MaxCalls = 32;
    public const int MaxWords = 100_000;
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(30);

    public static Script Parse(string text)
    {
        var script = new Script();
        foreach (var line in text.AsSpan().EnumerateLines())
            script = Apply(script, line.Trim().ToString());
        return script;
    }

    private static Script Apply(Script script, string line)
    {
        if (UseTool().Match(line) is { Success: true } use && script.Calls.Count < MaxCalls)
            return script with { Calls = [.. script.Calls, new PlannedCall(use.Groups["name"].Value, use.Groups["json"].Value)] };
        if (Fail().Match(line) is { Success: true } fail && Kind(fail.Groups["kind"].Value) is { } kind)
            return script with { Failure = Failure(kind, fail) };
        if (Wait().Match(line) is { Success: true } wait)
            return script with { Wait = Span(wait) };
        if (Say().Match(line) is { Success: true } say)
            return script with { Words = Math.Min(Number(say, "words") ?? 0, MaxWords) };
        if (Cut().Match(line) is { Success: true } cut)
            return script with { CutAfterWords = Number(cut, "words") ?? 0 };
        return line.ToLowerInvariant() switch
        {
            "refuse to answer" => script with { Refuse = true },
            "help" => script with { Help = true },
            _ => script,
        };
    }

    private static PlannedFailure Failure(ModelFailure kind, Match match) => new(
        kind,
        Number(match, "times"),
        Number(match, "words") ?? 0,
        Number(match, "seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    private static ModelFailure? Kind(string name) =>
        Enum.TryParse<ModelFailure>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind : null;

    private static TimeSpan Span(Match match)
    {
        var amount = Number(match, "amount") ?? 0;
        var span = match.Groups["unit"].Value is "s" or "S" ? TimeSpan.FromSeconds(amount) : TimeSpan.FromMilliseconds(amount);
        return span < MaxWait ? span : MaxWait;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\Ause tool (?<name>[^\s]{1,128})(?: with (?<json>.+))?\z", Options)]
    private static partial Regex UseTool();

    [GeneratedRegex(@"\Afail(?: (?<times>[0-9]{1,3}) times?)? with (?<kind>[a-z_]{1,40})(?: after (?<words>[0-9]{1,6}) words?)?(?: retry after (?<seconds>[0-9]{1,5}) ?s)?\z", Options)]
    private static partial Regex Fail();

    [GeneratedRegex(@"\Await (?<amount>[0-9]{1,7}) ?(?<unit>ms|s)\z", Options)]
    private static partial Regex Wait();

    [GeneratedRegex(@"\Asay (?<words>[0-9]{1,7}) words?\z", Options)]
    private static partial Regex Say();

    [GeneratedRegex(@"\Acut the stream(?: after (?<words>[0-9]{1,6}) words?)?\z", Options)]
    private static partial Regex Cut();
}
