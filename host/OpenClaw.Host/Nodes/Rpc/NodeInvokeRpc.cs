using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Nodes.Invocations;
using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary>Methods with which operators ask nodes for something, and nodes answer.</summary>
internal sealed class NodeInvokeRpc(NodeInvoker invoker, OpenInvocations open) : IRpcModule
{
    private static readonly NodeAck Taken = new() { Ok = true };
    private static readonly NodeAck Ignored = new() { Ok = true, Ignored = true };

    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.NodeInvoke,
            static () => ProtocolJsonContext.Default.NodeInvokeParams,
            static () => ProtocolJsonContext.Default.NodeInvokeResult,
            InvokeAsync);
        methods.Add(
            MethodNames.NodeInvokeResult,
            static () => ProtocolJsonContext.Default.NodeInvokeResultParams,
            static () => ProtocolJsonContext.Default.NodeAck,
            (call, parameters, _) => ValueTask.FromResult(
                Find(call, parameters.Id, parameters.NodeId)?.TryEnd(InvokeOutcome.Of(parameters)) is true ? Taken : Ignored));
        methods.Add(
            MethodNames.NodeInvokeProgress,
            static () => ProtocolJsonContext.Default.NodeInvokeProgressParams,
            static () => ProtocolJsonContext.Default.NodeAck,
            (call, parameters, _) => ValueTask.FromResult(Find(call, parameters.InvokeId, parameters.NodeId)?.TryProgress(parameters.Seq) is true ? Taken : Ignored));
    }

    private async ValueTask<NodeInvokeResult> InvokeAsync(RpcCall call, NodeInvokeParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.Command.StartsWith(CommandCatalog.ExecApprovalsPrefix, StringComparison.Ordinal))
        {
            throw RpcException.InvalidRequest("node.invoke does not take system.execApprovals commands; use exec.approvals.node.get and exec.approvals.node.set");
        }

        if (parameters.IdempotencyKey.Length > NodeInvoker.LongestKey)
        {
            throw RpcException.InvalidRequest($"invalid node.invoke params: at /idempotencyKey: must not have more than {NodeInvoker.LongestKey} characters");
        }

        var outcome = await invoker.InvokeAsync(
            new InvokeRequest(
                call.Caller.Identity,
                parameters.NodeId,
                parameters.Command,
                ParamsText(parameters, call.Caller),
                Limit(parameters.TimeoutMs),
                parameters.IdempotencyKey),
            cancellationToken);
        return outcome.Require(parameters.NodeId, parameters.Command);
    }

    private static TimeSpan Limit(long? timeoutMs) => timeoutMs is null or 0
        ? NodeInvoker.DefaultTimeout
        : TimeSpan.FromMilliseconds(Math.Min(timeoutMs.Value, (long)NodeInvoker.LongestTimeout.TotalMilliseconds));

    private static string? ParamsText(NodeInvokeParams parameters, RpcCaller caller)
    {
        var text = parameters.Params is { ValueKind: not JsonValueKind.Undefined } given ? given.GetRawText() : null;
        if (text?.Length > NodeInvoker.MaxParamsBytes)
        {
            throw RpcException.InvalidRequest($"invalid node.invoke params: at /params: must not have more than {NodeInvoker.MaxParamsBytes} characters of JSON");
        }

        return parameters.Command == "system.run" ? WithRunId(parameters.Params, $"{caller.Identity} {parameters.NodeId} {parameters.IdempotencyKey}") ?? text : text;
    }

    /// <summary>Names the run, the same way each time the same call is made.</summary>
    private static string? WithRunId(JsonElement? parameters, string call)
    {
        if (parameters is not { ValueKind: JsonValueKind.Object } given || given.TryGetProperty("runId", out _))
        {
            return null;
        }

        var named = JsonObject.Create(given)!;
        named["runId"] = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(call)).AsSpan(0, 16)).ToString();
        return named.ToJsonString();
    }

    /// <summary>What the caller itself was asked; a node cannot answer for another.</summary>
    private Invocation? Find(RpcCall call, string invocationId, string nodeId) =>
        call.Caller.DeviceId == nodeId
            ? open.Find(invocationId, nodeId)
            : throw RpcException.InvalidRequest("nodeId mismatch: a node reports for itself only");
}
