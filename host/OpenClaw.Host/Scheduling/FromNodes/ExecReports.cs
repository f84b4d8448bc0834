using System.Globalization;
using System.Text.Json;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Nodes.Invocations;
using OpenClaw.Host.Nodes.Reports;
using OpenClaw.Host.Scheduling.Wakes;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Scheduling.FromNodes;

/// <summary>
/// <c>exec.started</c>, <c>exec.finished</c> and <c>exec.denied</c>: what became of a program that a node was asked to run. A session is
/// told of it, and only of programs that the gateway itself asked this connection to run.
/// </summary>
internal sealed class ExecReports(SystemRuns runs, SystemEventQueue queue, WakeSignal signal, SessionKeyParser keys, IConfigSource config) : INodeReports
{
    private const string Started = "exec.started";
    private const string Denied = "exec.denied";
    private const int LongestCommand = 200;
    private const int LongestOutput = 400;

    public IReadOnlyCollection<string> Names => [Started, "exec.finished", Denied];

    public async ValueTask<ReportOutcome> TakeAsync(NodeReport report, CancellationToken cancellationToken)
    {
        var (runId, named) = (report.Text("runId"), report.Text("sessionKey"));
        string session;
        try
        {
            session = keys.Parse(named ?? report.Session.OwnSession).Key;
        }
        catch (SessionKeyException)
        {
            return ReportOutcome.Invalid;
        }

        if (!runs.Matches(report.Session, runId, named, isEnd: report.Name != Started))
        {
            return ReportOutcome.Not("unmatched_exec_event");
        }

        // Whoever denied it knows; and nobody is disturbed by a program that ended well and said nothing.
        if (report.Name == Denied || report.IsTrue("suppressNotifyOnExit") || !IsWanted() || Text(report, runId!) is not { } text)
        {
            return ReportOutcome.Done("noted");
        }

        await queue.AddAsync(session, text, wake: true, cancellationToken);
        signal.Raise();
        return ReportOutcome.Done("queued");
    }

    private static string? Text(NodeReport report, string runId)
    {
        if (report.Name == Started)
        {
            return $"Exec started (node={report.NodeId} id={runId}){(report.Text("command") is { } command ? $": {Cut(command, LongestCommand)}" : "")}";
        }

        var (code, isLate, output) = (report.Number("exitCode"), report.IsTrue("timedOut"), report.Text("output"));
        return code == 0 && !isLate && output is null
            ? null
            : $"Exec finished (node={report.NodeId} id={runId}, {(isLate ? "timeout" : $"code {code?.ToString(CultureInfo.InvariantCulture) ?? "?"}")})"
                + (output is null ? "" : $" {Cut(output, LongestOutput)}");
    }

    private bool IsWanted() =>
        Member(Member(Member(config.Current.Raw, "tools"), "exec"), "notifyOnExit").ValueKind != JsonValueKind.False;

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;
}
