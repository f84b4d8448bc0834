namespace OpenClaw.Host.Rpc;

/// <summary>The one shape the dispatcher calls: raw parameters in, an answer through the call.</summary>
internal delegate ValueTask RpcHandler(RpcCall call, ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken);
