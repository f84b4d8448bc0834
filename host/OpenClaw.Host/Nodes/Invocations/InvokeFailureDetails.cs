using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>Facts about an invocation that failed, for programs.</summary>
internal sealed record InvokeFailureDetails
{
    public string? Code { get; init; }

    public NodeInvokeError? NodeError { get; init; }

    /// <summary>Whether the node was asked, and may have done something.</summary>
    public bool? NodeCommandDispatched { get; init; }
}
