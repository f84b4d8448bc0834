namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>Where the result of a job would go, in words.</summary>
internal sealed record DeliveryPreview(string Label, string Detail)
{
    private static readonly DeliveryPreview NotRequested = new("not requested", "not requested");

    public static DeliveryPreview Of(CronJob job) =>
        job.Announcement is { } target ? new($"announce to {target.To}", "through the outbox; outbox.list shows what did not arrive")
        : job.AnnouncesToLast ? new("announce to the last chat", "the chat that the agent was last spoken to from; nobody hears it while there is none")
        : job.Webhook is not null ? new("call to a web address", "made until it succeeds, six times at most; cron.runs says what became of it")
        : job.WantsDelivery ? new("not delivered", "neither a chat nor a web address is named; the result stays in the session")
        : NotRequested;
}
