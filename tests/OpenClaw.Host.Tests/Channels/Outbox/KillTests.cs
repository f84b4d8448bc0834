using OpenClaw.Host.Channels.Outbox;

namespace OpenClaw.Host.Tests.Channels.Outbox;

/// <summary>Real processes, killed with SIGKILL at random points until everything has ended.</summary>
public sealed class KillTests
{
    private const int Messages = 160;
    private const int Chats = 4;

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public async Task Killed_processes_lose_nothing_and_repeat_nothing(int seed, bool idempotent)
    {
        using var directory = new TemporaryDirectory();
        await using (var first = await OutboxFixture.CreateAsync(directory.Path))
        {
            for (var i = 0; i < Messages; i++)
                await first.PutAsync(i % 8 == 0 ? string.Join(' ', Enumerable.Repeat("word", 50)) : $"{i}", chat: $"c{i % Chats}", key: $"run:{i}");
        }

        var random = new Random(seed);
        var shown = new List<(string Chat, string Key)>();
        while (!await LiveAsync(directory.Path, idempotent, random.Next(1, 60), shown))
            Assert.InRange(shown.Count, 0, 10 * Messages);

        await using var last = await OutboxFixture.CreateAsync(directory.Path);
        var rows = await last.AllAsync();
        var keys = shown.Select(static one => one.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Messages, rows.Count);
        foreach (var row in rows)
        {
            Assert.True(row.State == OutboxState.Sent || (!idempotent && row.State == OutboxState.Unknown), row.ToString());
            Assert.All(Enumerable.Range(0, row.PartsSent), part => Assert.Contains(OutboxKeys.OfPart(row.Key, part), keys));
        }

        if (!idempotent)
            Assert.Equal(shown.Count, keys.Count);
        var order = rows.SelectMany(static row => Enumerable.Range(0, row.Parts).Select(part => OutboxKeys.OfPart(row.Key, part))).ToList();
        foreach (var chat in shown.GroupBy(static one => one.Chat))
        {
            var places = chat.Select(one => order.IndexOf(one.Key)).Distinct().ToList();
            Assert.Equal(places.Order(), places);
        }
    }

    /// <summary>One life; true when the process came to its own end.</summary>
    private static async Task<bool> LiveAsync(string directory, bool idempotent, int linesToLive, List<(string Chat, string Key)> shown)
    {
        using var child = ChildProcess.Start(OutboxChild.Send, directory, idempotent ? "repeatable" : "once");
        for (var i = 0; i < linesToLive; i++)
        {
            var line = await child.Output.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.NotNull(line);
            if (line == OutboxChild.Done)
                return true;
            Take(line);
        }

        foreach (var line in (await child.KillAsync()).Split('\n'))
            Take(line);
        return false;

        // The last line may be cut; only a closed one reached the platform.
        void Take(string line)
        {
            if (line.EndsWith(';') && line != OutboxChild.Done && line.Split(' ') is [var chat, var key])
                shown.Add((chat, key[..^1]));
        }
    }
}
