namespace OpenClaw.Host.Hosting;

/// <summary>
/// Gives the memory back that only the start needed. A gateway may then sit idle for hours, and without work no collection
/// would come by itself.
/// </summary>
internal static class StartGarbage
{
    // Late enough for the clients that wait for the gateway to be served first.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    public static ITimer CollectLater(TimeProvider time) => time.CreateTimer(
        static _ => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true), null, Delay, Timeout.InfiniteTimeSpan);
}
