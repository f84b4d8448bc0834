namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>Words of jobs as the wire spells them.</summary>
internal static class CronKinds
{
    public const string At = "at";
    public const string Every = "every";
    public const string Cron = "cron";

    public const string SystemEvent = "systemEvent";
    public const string AgentTurn = "agentTurn";

    public const string Main = "main";
    public const string Isolated = "isolated";
    public const string Current = "current";
    public const string SessionPrefix = "session:";

    public const string WakeNow = "now";

    public const string NotRequested = "not-requested";
    public const string Announce = "announce";
    public const string Webhook = "webhook";
    public const string Undecided = "unknown";
    public const string Delivered = "delivered";
    public const string NotDelivered = "not-delivered";

    public const string Ok = "ok";
    public const string Error = "error";
    public const string Skipped = "skipped";
}
