using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Reports;

namespace OpenClaw.Host.Sessions.Feed;

/// <summary><c>chat.subscribe</c> and <c>chat.unsubscribe</c>: a node wants to hear what is said in a session.</summary>
internal sealed class NodeChatReports(SessionKeyParser keys, NodeListeners listeners) : INodeReports
{
    private const string Subscribe = "chat.subscribe";

    public IReadOnlyCollection<string> Names => [Subscribe, "chat.unsubscribe"];

    public ValueTask<ReportOutcome> TakeAsync(NodeReport report, CancellationToken cancellationToken) => ValueTask.FromResult(Take(report));

    private ReportOutcome Take(NodeReport report)
    {
        if (report.Text("sessionKey") is not { } asked)
        {
            return ReportOutcome.Invalid;
        }

        string session;
        try
        {
            session = keys.Parse(asked).Key;
        }
        catch (SessionKeyException)
        {
            return ReportOutcome.Invalid;
        }

        if (report.Name == Subscribe)
        {
            return listeners.TryAdd(report.Session, session) ? ReportOutcome.Done("subscribed") : ReportOutcome.Not("too_many_sessions");
        }

        report.Session.StopListening(session);
        return ReportOutcome.Done("unsubscribed");
    }
}
