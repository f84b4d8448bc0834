using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tools.Approvals.Documents;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary><c>exec.approvals.get</c> and <c>exec.approvals.set</c>: the document of what may be executed without asking.</summary>
internal sealed class ExecApprovalsRpc(ApprovalsFile file) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.ExecApprovalsGet, static () => ProtocolJsonContext.Default.EmptyParams, static () => ApprovalsJsonContext.Default.ExecApprovalsResult, GetAsync)
        .Add(MethodNames.ExecApprovalsSet, static () => ApprovalsJsonContext.Default.ExecApprovalsSetParams, static () => ApprovalsJsonContext.Default.ExecApprovalsResult, SetAsync);

    private async ValueTask<ExecApprovalsResult> GetAsync(RpcCall call, EmptyParams parameters, CancellationToken cancellationToken)
    {
        try
        {
            return Show(await file.ReadAsync(cancellationToken));
        }
        catch (StorageException error)
        {
            throw RpcException.Unavailable(error.Message);
        }
    }

    private async ValueTask<ExecApprovalsResult> SetAsync(RpcCall call, ExecApprovalsSetParams parameters, CancellationToken cancellationToken)
    {
        try
        {
            return Show(await file.WriteAsync(parameters.File, parameters.BaseHash, cancellationToken));
        }
        catch (ApprovalRefusedException refused)
        {
            throw RpcException.InvalidRequest(refused.Message);
        }
        catch (StorageException error)
        {
            throw RpcException.Unavailable(error.Message);
        }
    }

    private ExecApprovalsResult Show(ApprovalsSnapshot snapshot) => new(
        file.Path,
        snapshot.Exists,
        snapshot.Hash,
        // The token opens the approvals socket; it is not for reading back.
        snapshot.Document with { Socket = snapshot.Document.Socket is { } socket ? socket with { Token = null } : null },
        snapshot.Document.Resolved());
}
