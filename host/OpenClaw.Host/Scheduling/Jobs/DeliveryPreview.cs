namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>Where the result of a job would go, in words.</summary>
internal sealed record DeliveryPreview(string Label, string Detail)
{
    private static readonly DeliveryPreview NotRequested = new("not requested", "not requested");

    public static DeliveryPreview Of(CronJob job) =>
        job.Announcement is { } target ? new($"announce to {target.To}", "through the outbox; outbox.list shows what did not arrive")
        : job.WantsDelivery ? new("not delivered", "only announcements with a target are sent; the result stays in the session")
        : NotRequested;
}
