using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Answer of <c>commands.list</c>.</summary>
internal sealed record CommandsListResult(IReadOnlyList<ChatCommandEntry> Commands);
