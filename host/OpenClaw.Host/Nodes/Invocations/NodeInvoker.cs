using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>
/// Asks a node to run a command and waits for its answer, which always comes: from the node, from the clock, or because the node
/// went away. An invocation that has reached its node goes on when its caller leaves; the same key then gets the answer.
/// </summary>
internal sealed partial class NodeInvoker(
    NodeBook book, NodeSessions sessions, CommandPolicy policy, OpenInvocations open, RecentInvocations recent, SystemRuns runs, IConnections connections,
    TimeProvider time, ILogger<NodeInvoker> logger)
{
    public const int MaxParamsBytes = 4 * 1024 * 1024;
    public const int MaxResultBytes = 16 * 1024 * 1024;
    public const int LongestKey = 256;
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    /// <exception cref="RpcException">The command may not run there, or its key stands for something else.</exception>
    public async Task<InvokeOutcome> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var session = sessions.Find(request.NodeId);
        if (session is not { IsApproved: true })
        {
            return session is null && await book.FindAsync(request.NodeId, cancellationToken) is { Approved: not null }
                ? InvokeOutcome.NotConnected
                : InvokeOutcome.PairingChanged;
        }

        Check(request.Command, session);
        var key = new InvocationKey(request.Caller, request.IdempotencyKey);
        var fingerprint = Fingerprint(request);
        var (entry, isNew) = recent.Enter(key, fingerprint);
        if (entry.Fingerprint != fingerprint)
        {
            throw RpcException.InvalidRequest("this idempotencyKey was used for another invocation; use a new one");
        }

        var outcome = entry.Outcome;
        if (isNew)
        {
            _ = RunAsync(request, session, started, key, entry);
        }

        return outcome is null
            ? throw RpcException.Unavailable("this invocation has run already, and its answer was too large to keep")
            : await outcome.WaitAsync(cancellationToken);
    }

    private async Task RunAsync(InvokeRequest request, NodeSession session, long started, InvocationKey key, RecentInvocations.Entry entry)
    {
        var outcome = InvokeOutcome.NotConnected;
        try
        {
            outcome = await AskAsync(request, session, started);
        }
        catch (Exception exception)
        {
            // Nobody awaits this: whoever waits for the outcome gets the one above.
            Log.Failed(logger, exception, request.Command, request.NodeId);
        }
        finally
        {
            recent.End(key, entry, outcome);
        }
    }

    private async Task<InvokeOutcome> AskAsync(InvokeRequest request, NodeSession session, long started)
    {
        var invocation = new Invocation(request.NodeId, session.ConnectionId);
        if (!open.TryAdd(invocation))
        {
            return InvokeOutcome.TooMany;
        }

        try
        {
            if (request.Command == SystemRuns.Command)
            {
                runs.Add(session.ConnectionId, request.ParamsJson);
            }

            // Looked at after the invocation can be found: a node that leaves or is removed either finds it, or is found here.
            if (!session.IsApproved)
            {
                return InvokeOutcome.PairingChanged;
            }

            var left = request.Timeout - time.GetElapsedTime(started);
            if (!sessions.IsCurrent(session) || left <= TimeSpan.Zero || !connections.SendTo(session.ConnectionId, Request(request, invocation, left)))
            {
                return InvokeOutcome.NotConnected;
            }

            return await invocation.Outcome.WaitAsync(left, time);
        }
        catch (TimeoutException)
        {
            connections.SendTo(session.ConnectionId, GatewayEvent.Create(
                EventNames.NodeInvokeCancel,
                new NodeInvokeCancelEvent { InvokeId = invocation.Id, NodeId = invocation.NodeId },
                ProtocolJsonContext.Default.NodeInvokeCancelEvent));
            return InvokeOutcome.TimedOut;
        }
        finally
        {
            open.Remove(invocation);
        }
    }

    private void Check(string command, NodeSession session)
    {
        (string? Text, string Reason) refused = policy.Refusal(command, session.Identity) is { } refusal ? (refusal, "command not allowlisted")
            : !session.Declared.Commands.Contains(command) ? ("is not declared by the node", "command not declared by node")
            : !session.Effective.Commands.Contains(command) ? ("waits for the approval of what the node declares", "command not approved")
            : (null, "");
        if (refused.Text is not null)
        {
            var name = command.Length <= NodeSurface.LongestName ? command : command[..NodeSurface.LongestName];
            throw RpcException.InvalidRequest(
                $"node command not allowed: \"{name}\" {refused.Text}",
                JsonSerializer.SerializeToElement(new CommandRefusedDetails(refused.Reason, name), NodesJsonContext.Default.CommandRefusedDetails));
        }
    }

    private static GatewayEvent Request(InvokeRequest request, Invocation invocation, TimeSpan left) => GatewayEvent.Create(
        EventNames.NodeInvokeRequest,
        new NodeInvokeRequestEvent
        {
            Id = invocation.Id,
            NodeId = request.NodeId,
            Command = request.Command,
            ParamsJson = request.ParamsJson,
            TimeoutMs = (long)left.TotalMilliseconds,
            IdempotencyKey = request.IdempotencyKey,
        },
        ProtocolJsonContext.Default.NodeInvokeRequestEvent);

    private static string Fingerprint(InvokeRequest request) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.NodeId}\n{request.Command}\n{request.ParamsJson}")));

    private static partial class Log
    {
        [LoggerMessage(9010, LogLevel.Error, "Asking for {Command} on node {NodeId} failed inside the gateway.")]
        public static partial void Failed(ILogger logger, Exception exception, string command, string nodeId);
    }
}
