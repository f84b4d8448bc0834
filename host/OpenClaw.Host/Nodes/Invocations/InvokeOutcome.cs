using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>How an invocation ended: what the node gave, or an error.</summary>
internal sealed record InvokeOutcome
{
    private const int LongestCode = 128;
    private const int LongestMessage = 4096;

    public ErrorShape? Error { get; private init; }

    public JsonElement? Payload { get; private init; }

    public string? PayloadJson { get; private init; }

    /// <summary>Whether the node was asked. What it may have done must not be done twice.</summary>
    public bool WasDispatched { get; private init; } = true;

    /// <summary>Roughly what it takes to keep.</summary>
    public long Size { get; private init; }

    public static InvokeOutcome Disconnected { get; } = NodeFailed("NOT_CONNECTED", "node disconnected");

    public static InvokeOutcome TimedOut { get; } = NodeFailed("TIMEOUT", "node invoke timed out");

    public static InvokeOutcome TooLarge { get; } = NodeFailed("PAYLOAD_TOO_LARGE", $"the node's answer has more than {NodeInvoker.MaxResultBytes} bytes");

    /// <summary>Never asked: the node is not here.</summary>
    public static InvokeOutcome NotConnected { get; } = new()
    {
        WasDispatched = false,
        Error = ErrorShape.Unavailable("node not connected", details: Details(new InvokeFailureDetails
        {
            Code = "NOT_CONNECTED",
            NodeError = new NodeInvokeError { Code = "NOT_CONNECTED", Message = "node not connected" },
            NodeCommandDispatched = false,
        })),
    };

    /// <summary>Never asked: there is enough to do.</summary>
    public static InvokeOutcome TooMany { get; } = new()
    {
        WasDispatched = false,
        Error = ErrorShape.Unavailable(
            $"too many invocations at once (a node takes {OpenInvocations.MaxPerNode}, the gateway {OpenInvocations.MaxInAll}): wait until some are answered",
            retryable: true),
    };

    /// <summary>The node is not known, not approved, or not any more.</summary>
    public static InvokeOutcome PairingChanged { get; } = new()
    {
        WasDispatched = false,
        Error = ErrorShape.Unavailable(
            "node pairing changed while invocation was active", retryable: true, details: Details(new InvokeFailureDetails { Code = "PAIRING_CHANGED" })),
    };

    /// <summary>Takes over what a node reports.</summary>
    public static InvokeOutcome Of(NodeInvokeResultParams result)
    {
        if (!result.Ok)
        {
            return NodeFailed(Cut(result.Error?.Code, LongestCode), Cut(result.Error?.Message, LongestMessage));
        }

        var size = (result.Payload is { } element ? element.GetRawText().Length : 0) + (result.PayloadJson?.Length ?? 0);
        return size > NodeInvoker.MaxResultBytes
            ? TooLarge
            : new InvokeOutcome { Payload = result.Payload ?? Parse(result.PayloadJson), PayloadJson = result.PayloadJson, Size = size };
    }

    /// <exception cref="RpcException">The invocation failed.</exception>
    public NodeInvokeResult Require(string nodeId, string command) => Error is { } error
        ? throw new RpcException(error)
        : new NodeInvokeResult { Ok = true, NodeId = nodeId, Command = command, Payload = Payload, PayloadJson = PayloadJson };

    private static InvokeOutcome NodeFailed(string? code, string? message) => new()
    {
        Error = ErrorShape.Unavailable(
            (code, message) switch
            {
                (null, null) => "the node failed and did not say why",
                (null, _) => message,
                (_, null) => code,
                _ => $"{code}: {message}",
            },
            details: Details(new InvokeFailureDetails
            {
                NodeError = new NodeInvokeError { Code = code, Message = message },
                NodeCommandDispatched = true,
            })),
    };

    /// <summary>Null for text that is no JSON; the caller gets the text as it came.</summary>
    private static JsonElement? Parse(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = GatewayLimits.MaxDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Details(InvokeFailureDetails details) =>
        JsonSerializer.SerializeToElement(details, NodesJsonContext.Default.InvokeFailureDetails);

    private static string? Cut(string? text, int longest) => text is null || text.Length <= longest ? text : text[..longest];
}
