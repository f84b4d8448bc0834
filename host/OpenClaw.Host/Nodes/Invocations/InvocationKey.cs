namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>Whose key it is.</summary>
internal readonly record struct InvocationKey(string Caller, string Key);
