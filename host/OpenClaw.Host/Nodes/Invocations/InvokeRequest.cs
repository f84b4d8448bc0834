namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>A command for a node.</summary>
/// <param name="Caller">Who asks; keys of different callers have nothing to do with each other.</param>
/// <param name="NodeId">The node.</param>
/// <param name="Command">The command.</param>
/// <param name="ParamsJson">What it takes, as JSON text.</param>
/// <param name="Timeout">Longest wait.</param>
/// <param name="IdempotencyKey">The caller's key.</param>
internal sealed record InvokeRequest(string Caller, string NodeId, string Command, string? ParamsJson, TimeSpan Timeout, string IdempotencyKey);
