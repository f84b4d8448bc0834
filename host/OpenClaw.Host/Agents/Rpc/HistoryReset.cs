namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Tells a client that asked for news since a cursor to read the history anew.</summary>
internal sealed record HistoryReset(string Kind);
