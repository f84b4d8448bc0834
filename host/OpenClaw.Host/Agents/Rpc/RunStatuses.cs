namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Words with which methods say how a run stands.</summary>
internal static class RunStatuses
{
    public const string Accepted = "accepted";
    public const string Started = "started";
    public const string InFlight = "in_flight";
    public const string Ok = "ok";
    public const string Error = "error";
    public const string Timeout = "timeout";
}
