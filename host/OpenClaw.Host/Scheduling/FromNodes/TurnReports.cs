using System.Text.Json;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Nodes.Reports;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Scheduling.FromNodes;

/// <summary><c>agent.request</c> and <c>voice.transcript</c>: a node hands on what a person wrote or said there. It never speaks as the owner.</summary>
internal sealed class TurnReports(AgentRuntime agents, SessionKeyParser keys, TimeProvider time) : INodeReports
{
    public const int LongestMessage = 20_000;
    private const string Voice = "voice.transcript";
    private const long LongestTimeoutSeconds = 24 * 60 * 60;

    public IReadOnlyCollection<string> Names => ["agent.request", Voice];

    public async ValueTask<ReportOutcome> TakeAsync(NodeReport report, CancellationToken cancellationToken)
    {
        var isVoice = report.Name == Voice;
        if (report.Payload.TryGetProperty("attachments", out var attached) && attached.ValueKind == JsonValueKind.Array && attached.GetArrayLength() > 0)
        {
            return ReportOutcome.Not("attachments_unsupported");
        }

        var thinking = isVoice ? "low" : report.Text("thinking");
        if (report.Text(isVoice ? "text" : "message") is not { Length: <= LongestMessage } message
            || (thinking is not null && !ThinkingLevels.TryParse(thinking, out _))
            || Session(report, isVoice) is not { } session)
        {
            return ReportOutcome.Invalid;
        }

        var now = time.UnixMs;
        if (isVoice && report.Session.Turns.IsEcho($"{session.Key}\n{report.Text("eventId") ?? message}", now))
        {
            return ReportOutcome.Done("duplicate");
        }

        if (!report.Session.Turns.TryTake(now))
        {
            return ReportOutcome.Not("rate_limited");
        }

        var input = new RunInput
        {
            Message = message,
            Thinking = thinking,
            TimeoutMs = report.Number("timeoutSeconds") is > 0 and <= LongestTimeoutSeconds and var seconds ? seconds * 1_000 : null,
            ClientId = ClientIds.NodeHost,
            ClientMode = ClientModes.Node,
        };
        try
        {
            await agents.SubmitAsync(
                new RunRequest(Guid.NewGuid().ToString(), session, isVoice ? RunSurface.Chat : RunSurface.Agent, input), cancellationToken);
            return ReportOutcome.Done("started");
        }
        catch (RunRefusedException refused)
        {
            return ReportOutcome.Not(refused.IsOverload ? "busy" : "refused");
        }
    }

    /// <summary>The session that was named; without one, that of whoever speaks, or one of the node's own.</summary>
    private SessionAddress? Session(NodeReport report, bool isVoice)
    {
        try
        {
            return keys.Parse(report.Text("sessionKey") ?? (isVoice ? null : report.Session.OwnSession));
        }
        catch (SessionKeyException)
        {
            return null;
        }
    }
}
