namespace OpenClaw.Host.Rpc;

/// <summary>A family of methods that a room offers to clients. Registered once, while the host is composed.</summary>
internal interface IRpcModule
{
    void Register(RpcMethods methods);
}
