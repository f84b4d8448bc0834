namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>Where the result of a job would go, in words.</summary>
internal sealed record DeliveryPreview(string Label, string Detail)
{
    private static readonly DeliveryPreview NotRequested = new("not requested", "not requested");

    public static DeliveryPreview Of(CronJob job) =>
        job.WantsDelivery ? new("not delivered", "this gateway sends no scheduled results to channels; they stay in the session") : NotRequested;
}
