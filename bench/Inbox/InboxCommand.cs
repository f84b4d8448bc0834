using System.Collections.Concurrent;
using System.Diagnostics;
using OpenClaw.Bench.Load;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Storage;

namespace OpenClaw.Bench.Inbox;

/// <summary>How fast messages of chats are on disk: one after the other, many at once, and a thousand a second.</summary>
internal sealed class InboxCommand(bool json)
{
    private const int AtOnce = 256;
    private const int Rounds = 5;
    private const int Rate = 1_000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    /// <returns>0 when every budget is met.</returns>
    public async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("openclaw-inbox-").FullName;
        try
        {
            await using var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "gateway.db"), InboxSchema.Migrations, TimeProvider.System);
            var inbox = InboxOf(database, folder);
            await FloodAsync(inbox, "warm", 1, TimeSpan.FromSeconds(1));
            await FloodAsync(inbox, "warm-many", AtOnce, TimeSpan.FromSeconds(1));
            var (alone, many, paced) = (new List<Sample>(), new List<Sample>(), new List<Sample>());
            for (var round = 0; round < Rounds; round++)
            {
                alone.Add(await FloodAsync(inbox, $"alone{round}", 1, Round));
                many.Add(await FloodAsync(inbox, $"many{round}", AtOnce, Round));
                paced.Add(await PaceAsync(inbox, $"paced{round}"));
            }

            var report = LoadReport.Of(
            [
                Figure.Plain("accepted, one after the other", "/s", [.. alone.Select(static one => one.PerSecond)]),
                Figure.Plain("one after the other, p50", "ms", [.. alone.Select(static one => one.Percentile(50))]),
                Figure.Plain("one after the other, p99", "ms", [.. alone.Select(static one => one.Percentile(99))]),
                Figure.Above($"accepted, {AtOnce} at once", "/s", 10_000, [.. many.Select(static one => one.PerSecond)]),
                Figure.Plain("processor time of each of these", "us", [.. many.Select(static one => one.Processor.TotalMicroseconds / one.Latencies.Length)]),
                Figure.Plain($"{AtOnce} at once, p50", "ms", [.. many.Select(static one => one.Percentile(50))]),
                Figure.Plain($"{AtOnce} at once, p99", "ms", [.. many.Select(static one => one.Percentile(99))]),
                Figure.Plain($"{Rate} a second, p50", "ms", [.. paced.Select(static one => one.Percentile(50))]),
                Figure.Below($"{Rate} a second, p99", "ms", 10, [.. paced.Select(static one => one.Percentile(99))]),
            ]);
            Console.WriteLine(json ? report.ToJson() : report.ToTable());
            return report.IsWithinBudget ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IChannelInbox InboxOf(SqliteDatabase database, string folder)
    {
        var limits = new InboxLimits { MaxWaiting = int.MaxValue };
        var paths = new StatePaths { HomeDirectory = folder, StateDirectory = folder, ConfigFile = Path.Combine(folder, "openclaw.json"), WorkspaceDirectory = folder };
        return new AccountInboxes(
            new InboxStore(database, limits, TimeProvider.System), new InboxSignal(), new MessageCleaner(limits), new MediaShelf(paths, limits, TimeProvider.System),
            limits, TimeProvider.System).Of(new AccountKey("bench", "default")).Open();
    }

    private static async Task<Sample> FloodAsync(IChannelInbox inbox, string name, int atOnce, TimeSpan time)
    {
        var latencies = new ConcurrentBag<double>();
        var number = 0;
        var used = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
                latencies.Add(await AcceptAsync(inbox, $"{name}-{Interlocked.Increment(ref number)}"));
        })));
        return new Sample([.. latencies.Order()], watch.Elapsed, Environment.CpuUsage.TotalTime - used);
    }

    // As platforms do it: what is late does not make the next one later.
    private static async Task<Sample> PaceAsync(IChannelInbox inbox, string name)
    {
        var accepts = new List<Task<double>>();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Round)
        {
            while (accepts.Count < watch.Elapsed.TotalSeconds * Rate)
            {
                var id = $"{name}-{accepts.Count}";
                accepts.Add(Task.Run(() => AcceptAsync(inbox, id)));
            }

            await Task.Delay(1);
        }

        return new Sample([.. (await Task.WhenAll(accepts)).Order()], watch.Elapsed, Processor: default);
    }

    private static async Task<double> AcceptAsync(IChannelInbox inbox, string id)
    {
        var began = Stopwatch.GetTimestamp();
        var receipt = await inbox.AcceptAsync(
            new InboundMessage
            {
                MessageId = id,
                Chat = new ChatAddress("4711", ChatKind.Direct),
                Sender = new ChatUser("4711", "Somebody"),
                SentAt = DateTimeOffset.UnixEpoch,
                Parts = [new TextPart("A message of usual length, as people write them to an assistant.")],
            },
            CancellationToken.None);
        return receipt.Disposition == InboundDisposition.Stored
            ? Stopwatch.GetElapsedTime(began).TotalMilliseconds
            : throw new InvalidOperationException($"{id} was not stored: {receipt}");
    }

    private sealed record Sample(double[] Latencies, TimeSpan Took, TimeSpan Processor)
    {
        public double PerSecond => Latencies.Length / Took.TotalSeconds;

        public double Percentile(int percent) => Latencies[Math.Min(Latencies.Length - 1, Latencies.Length * percent / 100)];
    }
}
