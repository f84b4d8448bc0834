using OpenClaw.Host.Diagnostics.Tail;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Diagnostics.Rpc;

/// <summary>The <c>logs.*</c> methods.</summary>
internal sealed class LogsRpc(LogTail tail) : IRpcModule
{
    public void Register(RpcMethods methods) => methods.Add<LogsTailParams, LogsTailResult>(
        MethodNames.LogsTail,
        static () => ProtocolJsonContext.Default.LogsTailParams,
        static () => ProtocolJsonContext.Default.LogsTailResult,
        (_, request, _) => ValueTask.FromResult(tail.Read(request)));
}
