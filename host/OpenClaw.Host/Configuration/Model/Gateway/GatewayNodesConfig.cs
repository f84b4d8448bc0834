namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.nodes</c>: how devices and nodes are let in.</summary>
internal sealed record GatewayNodesConfig
{
    /// <summary>Whether programs on this machine are approved without a person.</summary>
    public bool AutoApproveLocal { get; init; } = true;

    /// <summary>Addresses or CIDR ranges whose fresh nodes are approved without a person.</summary>
    public IReadOnlyList<string> AutoApproveCidrs { get; init; } = [];

    /// <summary>Commands that nodes may run beside those their platform stands for.</summary>
    public IReadOnlyList<string> AllowCommands { get; init; } = [];

    /// <summary>Commands that no node may run, whatever else says so.</summary>
    public IReadOnlyList<string> DenyCommands { get; init; } = [];
}
