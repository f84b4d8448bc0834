using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Agents.Commands;

/// <summary>Who gives a command.</summary>
/// <param name="Label">What <c>/whoami</c> answers.</param>
/// <param name="IsOwner">Whether what is for owners alone is for that person.</param>
/// <param name="Approver">As whom decisions about programs are made; nobody's where that person may not decide.</param>
internal sealed record CommandGiver(string Label, bool IsOwner, RpcCaller? Approver);
