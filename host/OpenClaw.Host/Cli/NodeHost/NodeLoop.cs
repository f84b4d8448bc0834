using System.Collections.Concurrent;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Client.Notices;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Answers the gateway's invocations: each in its time, a few at once, and none after it was cancelled.</summary>
internal sealed class NodeLoop(GatewayClient client, IReadOnlyList<INodeCommand> commands, ICliConsole console, TimeProvider time)
{
    private const int MostAtOnce = 8;
    private static readonly TimeSpan LongestInvocation = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> _tasks = new();

    /// <summary>Works until the connection is gone for good or the owner stops it; then everything it started is ended.</summary>
    public async Task RunAsync(GatewaySubscription notices, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var notice in notices.WithCancellation(cancellationToken))
            {
                Take(notice, cancellationToken);
            }
        }
        finally
        {
            EndAll();
            await Task.WhenAll(_tasks.Keys);
        }
    }

    private void Take(GatewayNotice notice, CancellationToken cancellationToken)
    {
        switch (notice)
        {
            case GatewayEvent { Name: EventNames.NodeInvokeRequest } asked:
                var task = AnswerAsync(asked.Payload, cancellationToken);
                _tasks[task] = 0;
                _ = task.ContinueWith(done => _tasks.TryRemove(done, out _), TaskScheduler.Default);
                break;
            case GatewayEvent { Name: EventNames.NodeInvokeCancel } cancelled when cancelled.Payload.TextAt("invokeId") is { } id:
                End(id);
                break;
            case GatewayEvent { Name: EventNames.NodePairResolved } resolved:
                console.Error.WriteLine($"What this node offers was {ControlText.ToOneLine(resolved.Payload.TextAt("decision") ?? "decided on")}.");
                break;
            case GatewayDisconnected:
                // Nobody can be told how these end.
                console.Error.WriteLine("The connection to the gateway was lost; connecting again.");
                EndAll();
                break;
            case GatewayConnected:
                console.Error.WriteLine("Connected again.");
                break;
            case ReconnectFailed { RetryIn: null } failed:
                console.Error.WriteLine(ControlText.ToOneLine(failed.Cause.Message));
                break;
        }
    }

    private async Task AnswerAsync(JsonElement asked, CancellationToken stop)
    {
        if (asked.TextAt("id") is not { } id || asked.TextAt("nodeId") is not { } nodeId || asked.TextAt("command") is not { } name)
        {
            return;
        }

        var limit = asked.NumberAt("timeoutMs") is > 0 and var left ? TimeSpan.FromMilliseconds(Math.Min(left, (long)LongestInvocation.TotalMilliseconds)) : LongestInvocation;
        using var deadline = new CancellationTokenSource(limit, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        if (!_running.TryAdd(id, ending))
        {
            return;
        }

        try
        {
            await ReportAsync(await RunAsync(id, nodeId, name, asked, ending.Token), stop);
        }
        catch (OperationCanceledException)
        {
            // Cancelled by the gateway, out of time, or stopped here: nobody waits for a result.
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    private async Task<NodeInvokeResultParams> RunAsync(string id, string nodeId, string name, JsonElement asked, CancellationToken cancellationToken)
    {
        try
        {
            var command = commands.FirstOrDefault(command => command.Name == name)
                ?? throw new NodeCommandException("UNKNOWN_COMMAND", $"this node has no command {name}");
            if (_running.Count > MostAtOnce)
            {
                throw new NodeCommandException("BUSY", $"this node runs {MostAtOnce} commands at once; try again when some have ended");
            }

            var parameters = asked.TextAt("paramsJSON") is { } json ? JsonElement.Parse(json) : default;
            return new NodeInvokeResultParams { Id = id, NodeId = nodeId, Ok = true, Payload = await command.RunAsync(parameters, cancellationToken) };
        }
        catch (NodeCommandException error)
        {
            return Failed(id, nodeId, error.Code, error.Message);
        }
        catch (JsonException)
        {
            return Failed(id, nodeId, "INVALID_REQUEST", "the parameters are no JSON");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The border of a command: whatever it was, the one who asked gets an answer.
            console.Error.WriteLine(ControlText.ToOneLine($"{name} failed: {error.Message}"));
            return Failed(id, nodeId, "INTERNAL", "the command failed on the node");
        }
    }

    private async Task ReportAsync(NodeInvokeResultParams result, CancellationToken stop)
    {
        try
        {
            await client.RequestAsync(
                MethodNames.NodeInvokeResult, result, ProtocolJsonContext.Default.NodeInvokeResultParams, ProtocolJsonContext.Default.NodeAck, cancellationToken: stop);
        }
        catch (GatewayException error)
        {
            console.Error.WriteLine(ControlText.ToOneLine($"A result could not be told: {error.Message}"));
        }
    }

    private void End(string id)
    {
        if (_running.TryGetValue(id, out var ending))
        {
            try
            {
                ending.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended.
            }
        }
    }

    private void EndAll()
    {
        foreach (var id in _running.Keys)
        {
            End(id);
        }
    }

    private static NodeInvokeResultParams Failed(string id, string nodeId, string code, string message) =>
        new() { Id = id, NodeId = nodeId, Ok = false, Error = new NodeInvokeError { Code = code, Message = message } };
}
