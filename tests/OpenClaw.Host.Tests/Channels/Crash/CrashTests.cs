using System.Globalization;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Channels.Outbox;

namespace OpenClaw.Host.Tests.Channels.Crash;

/// <summary>
/// A process is killed at the boundaries of its states, before and after each commit and each call to the outside, and another one goes
/// on: nothing is lost, one message is one turn, and what cannot be repeated safely is not repeated but listed.
/// </summary>
public sealed class CrashTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Kills at every point there is instead of a few; takes minutes.</summary>
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("OPENCLAW_TEST_EVERY_FAULT") == "1";

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task A_kill_at_any_boundary_loses_nothing_and_repeats_nothing(int seed, bool idempotent)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var points = await PointsAsync(idempotent);
        Assert.InRange(points.Count, 40, 200);
        foreach (var point in IsWhole ? points : Some(points, new Random(seed)))
            await KillAndGoOnAsync(point, idempotent);
    }

    // Of several kinds one each: between them the seeds see every sort of boundary.
    private static IEnumerable<string> Some(List<string> points, Random random)
    {
        var kinds = points.GroupBy(static point => point.Split(':')[0]).Select(kind => kind.ElementAt(random.Next(kind.Count()))).ToArray();
        random.Shuffle(kinds);
        return kinds.Take(5);
    }

    /// <summary>Every point that an undisturbed life passes.</summary>
    private static async Task<List<string>> PointsAsync(bool idempotent)
    {
        using var directory = new TemporaryDirectory();
        var life = await LiveAsync(directory.Path, idempotent, "none:0");
        Assert.Equal(CrashScene.People.Order(), life.Shown.Select(static one => one.Chat).Order());
        return
        [
            .. from passed in life.Passed
               let kind = passed.Split(':')[0]
               from number in Enumerable.Range(1, int.Parse(passed.Split(':')[1], CultureInfo.InvariantCulture))
               select $"{kind}:{number}",
        ];
    }

    private static async Task KillAndGoOnAsync(string point, bool idempotent)
    {
        using var directory = new TemporaryDirectory();
        var killed = await LiveAsync(directory.Path, idempotent, point);
        await using var chat = await CrashScene.StartAsync(directory.Path, idempotent, FaultPoint.Parse("none:0"));
        await chat.RunAsync();
        // A platform says again what was not acknowledged.
        foreach (var person in CrashScene.People.Except(killed.Acknowledged))
            await chat.SayAsync(person, $"a question of {person}", person);
        await CrashScene.SettleAsync(chat);

        List<(string Chat, string Key)> shown = [.. killed.Shown, .. chat.Sender.Shown.Select(static one => (one.Chat, one.Key))];
        // A platform that knows keys shows each once.
        if (idempotent)
            shown = [.. shown.Distinct()];
        var listed = (await chat.AskAsync<OutboxRpc>("outbox.list", """{"state":"unknown"}""")).GetProperty("items")
            .EnumerateArray().Select(static item => item.GetProperty("to").GetString()!).ToList();
        foreach (var person in CrashScene.People)
        {
            Assert.True(shown.Any(one => one.Chat == person) || listed.Contains(person), $"{point}: the message of {person} is lost");
            Assert.True(shown.Count(one => one.Chat == person) <= 1, $"{point}: {person} was answered twice");
            Assert.True(await TurnsAsync(chat, person) == 1, $"{point}: the message of {person} became {await TurnsAsync(chat, person)} turns");
        }

        Assert.True(!idempotent || listed.Count == 0, $"{point}: {listed.Count} unknown");
        Assert.True(CrashScene.Looks(directory.Path) <= 1, $"{point}: the tool acted twice");
        var states = await chat.Agents.Database.ReadAsync(static connection => connection.Query("SELECT state FROM outbox", static row => (OutboxState)row.GetInt32(0)));
        Assert.All(states, state => Assert.True(state is OutboxState.Sent or OutboxState.Unknown, $"{point}: {state}"));
    }

    private static async Task<long> TurnsAsync(ChannelFixture chat, string person)
    {
        var history = await chat.Agents.HistoryAsync($"agent:main:direct:{person}");
        return history.GetProperty("messages").EnumerateArray().Count(static message => message.GetProperty("role").GetString() == "user");
    }

    private static async Task<CrashLife> LiveAsync(string directory, bool idempotent, string point)
    {
        using var child = ChildProcess.Start(CrashChild.Name, directory, idempotent ? "repeatable" : "once", point);
        var reading = child.Output.ReadToEndAsync();
        Assert.True(await Task.WhenAny(reading, Task.Delay(Patience)) == reading, $"{point}: the process neither ended nor was killed");
        var text = await reading;
        // A line that was cut off never left.
        var lines = text.Split('\n').Where(static line => line.EndsWith(';')).Select(static line => line[..^1].Split(' ')).ToList();
        return new CrashLife(
            [.. lines.Where(static line => line[0] == CrashChild.Acknowledged).Select(static line => line[1])],
            [.. lines.Where(static line => line[0] == CrashChild.Shown).Select(static line => (line[1], line[2]))],
            [.. lines.Where(static line => line[0] == CrashChild.Passed).Select(static line => line[1])]);
    }

    private sealed record CrashLife(IReadOnlyList<string> Acknowledged, IReadOnlyList<(string Chat, string Key)> Shown, IReadOnlyList<string> Passed);
}
