namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>Whose key it is, for which node.</summary>
internal readonly record struct InvocationKey(string Caller, string NodeId, string Key);
