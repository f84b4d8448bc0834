using OpenClaw.Host.Storage.Watching;

namespace OpenClaw.Host.Tests.Storage.Watching;

public sealed class FolderWatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task More_changes_than_can_be_told_are_told_as_one_without_a_name()
    {
        using var folder = new TemporaryDirectory();
        using var goOn = new ManualResetEventSlim();
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var missed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lost = 0;
        using var watch = new FolderWatch(folder.Path, [], recursive: false, Told, () => lost++);

        // The listener is slow, and the system keeps so many changes for it and no more.
        await File.WriteAllTextAsync(folder["one"], "");
        await first.Task.WaitAsync(Patience);
        for (var change = 0; change < MostKept() / 2 + 1_000; change++)
        {
            File.Move(folder[$"{(change == 0 ? "one" : change)}"], folder[$"{change + 1}"]);
        }

        goOn.Set();
        await missed.Task.WaitAsync(Patience);
        Assert.Equal(0, lost);

        void Told(string? path)
        {
            if (path is null)
            {
                missed.TrySetResult();
            }

            first.TrySetResult();
            goOn.Wait(Patience);
        }
    }

    private static int MostKept() =>
        File.Exists("/proc/sys/fs/inotify/max_queued_events") ? int.Parse(File.ReadAllText("/proc/sys/fs/inotify/max_queued_events"), System.Globalization.CultureInfo.InvariantCulture) : 16_384;
}
