namespace OpenClaw.Host.Rpc;

/// <summary>One entry of the method table.</summary>
internal sealed record RpcMethod(string Name, RpcHandler Handler);
