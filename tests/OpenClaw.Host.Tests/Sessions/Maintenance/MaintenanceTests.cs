using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Maintenance;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Sessions.Maintenance;

public sealed class MaintenanceTests
{
    private static readonly MaintenanceRequest Now = new();

    [Fact]
    public async Task Of_ten_thousand_sessions_the_unused_go_in_small_pieces_and_writers_do_not_wait_for_them()
    {
        await using var fixture = await StartAsync(new SessionMaintenanceConfig());
        var store = fixture.Get<SqliteDatabase>();
        await FillAsync(fixture, 10_000, daysOld: static number => number < 6_000 ? 31 : 1, messages: 2);
        var running = fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None).AsTask();

        var longest = TimeSpan.Zero;
        while (!running.IsCompleted)
        {
            var started = Stopwatch.GetTimestamp();
            await store.WriteAsync(static connection => connection.Execute("UPDATE sessions SET label = label WHERE key = 'none'"));
            longest = Stopwatch.GetElapsedTime(started) is var took && took > longest ? took : longest;
        }

        var report = await running;
        Assert.Equal((10_000L, 4_000L, 6_000L, 0L), (report.BeforeCount, report.AfterCount, report.Pruned, report.Capped));
        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.True((await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None)).IsNothing);
    }

    [Fact]
    public async Task What_goes_goes_with_its_messages_once_its_archive_is_old_as_well()
    {
        await using var fixture = await StartAsync(new SessionMaintenanceConfig { ArchiveRetention = TimeSpan.FromDays(7) });
        await FillAsync(fixture, 3, daysOld: static _ => 31, messages: 500);

        var first = await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None);
        Assert.Equal((3L, 0L, 1_500L), (first.Pruned, first.Archives, await CountAsync(fixture, "messages")));
        fixture.Time.Advance(TimeSpan.FromDays(8));
        var second = await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None);

        Assert.Equal((0L, 3L, 0L), (second.Pruned, second.Archives, await CountAsync(fixture, "messages")));
        Assert.Equal(0, await CountAsync(fixture, "archived_transcripts"));
    }

    [Fact]
    public async Task Sessions_that_are_main_pinned_at_work_or_looked_at_stay()
    {
        await using var fixture = await StartAsync(new SessionMaintenanceConfig { MaxEntries = 1 });
        await FillAsync(fixture, 6, daysOld: static _ => 90, messages: 1);
        var store = fixture.Get<SqliteDatabase>();
        await store.WriteAsync(static connection =>
        {
            connection.Execute("UPDATE sessions SET is_main = 1 WHERE key = 'agent:main:s0'");
            connection.Execute("UPDATE sessions SET pinned_at = 1 WHERE key = 'agent:main:s1'");
        });
        var runs = fixture.Get<RunStore>();
        await runs.AcceptAsync(new RunOrder(fixture.Get<SessionKeyParser>().Parse("agent:main:s2"), "r1", RunSurface.Chat, new RunInput { Message = "hi" }), CancellationToken.None);
        await store.WriteAsync(static connection => connection.Execute("UPDATE sessions SET updated_at = 0"));

        var report = await fixture.Get<SessionMaintenance>().RunAsync(Now with { ActiveKey = "agent:main:s3" }, CancellationToken.None);

        Assert.Equal((2L, 0L), (report.Pruned, report.Capped));
        var left = await store.ReadAsync(static connection => connection.Query("SELECT key FROM sessions ORDER BY key", static row => row.GetString(0)));
        Assert.Equal(["agent:main:s0", "agent:main:s1", "agent:main:s2", "agent:main:s3"], left);
    }

    [Fact]
    public async Task Where_there_are_too_many_the_oldest_go()
    {
        await using var fixture = await StartAsync(new SessionMaintenanceConfig { MaxEntries = 10 });
        await FillAsync(fixture, 25, daysOld: static number => 25 - number, messages: 1);

        var report = await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None);

        Assert.Equal((15L, 10L), (report.Capped, report.AfterCount));
        Assert.Equal("agent:main:s15", await fixture.Get<SqliteDatabase>().ReadAsync(static connection => connection.Scalar<string>("SELECT key FROM sessions ORDER BY updated_at LIMIT 1")));
    }

    [Fact]
    public async Task Too_many_bytes_go_down_to_the_mark_old_archives_first()
    {
        const long Most = 3_000_000;
        await using var fixture = await StartAsync(new SessionMaintenanceConfig { MaxDiskBytes = Most, HighWaterBytes = Most / 5 * 4 });
        await FillAsync(fixture, 40, daysOld: static number => 20 - (number / 2), messages: 20, size: 5_000);
        await fixture.AskAsync("sessions.delete", """{"key":"agent:main:s39"}""");

        var report = await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None);

        // The mark is for what sessions hold; the file has its indexes and other tables besides.
        Assert.InRange(report.BytesAfter, 1, Most);
        Assert.InRange(report.Evicted, 1, 38);
        Assert.InRange(report.Archives, 1, report.Evicted + 1);
        Assert.Equal("agent:main:s38", await fixture.Get<SqliteDatabase>().ReadAsync(static connection => connection.Scalar<string>("SELECT key FROM sessions ORDER BY updated_at DESC LIMIT 1")));
        // The last one may have gone in part: its rest is an archive that goes next.
        Assert.InRange(await CountAsync(fixture, "messages"), report.AfterCount * 20, (report.AfterCount + 1) * 20);
    }

    [Fact]
    public async Task What_other_rooms_put_into_the_file_costs_no_session()
    {
        const long Most = 2_000_000;
        await using var fixture = await StartAsync(new SessionMaintenanceConfig { MaxDiskBytes = Most, HighWaterBytes = Most / 5 * 4 });
        await FillAsync(fixture, 10, daysOld: static _ => 1, messages: 20, size: 5_000);
        await fixture.AskAsync("sessions.delete", """{"key":"agent:main:s9"}""");
        await fixture.Get<SqliteDatabase>().WriteAsync(static connection =>
        {
            connection.Execute("CREATE TABLE files_of_others (data BLOB)");
            connection.Execute("INSERT INTO files_of_others VALUES (zeroblob(4000000))");
        });

        var report = await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None);

        Assert.True(report.BytesBefore > Most);
        Assert.Equal((0L, 0L, 9L), (report.Evicted, report.Archives, report.AfterCount));
        Assert.Equal(200, await CountAsync(fixture, "messages"));
    }

    [Fact]
    public async Task Of_sessions_beside_a_large_outbox_go_no_more_than_their_own_mark_asks_for()
    {
        const long Most = 2_000_000;
        await using var fixture = await StartAsync(new SessionMaintenanceConfig { MaxDiskBytes = Most, HighWaterBytes = Most / 5 * 4 });
        await FillAsync(fixture, 30, daysOld: static number => 20 - (number / 2), messages: 20, size: 5_000);
        await fixture.Get<SqliteDatabase>().WriteAsync(static connection =>
        {
            connection.Execute("CREATE TABLE files_of_others (data BLOB)");
            connection.Execute("INSERT INTO files_of_others VALUES (zeroblob(4000000))");
        });

        var report = await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None);

        Assert.InRange(report.AfterCount, 12, 16);
        Assert.True((await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None)).IsNothing);
    }

    [Theory]
    [InlineData(false, "{}", false)]
    [InlineData(false, """{"enforce":true}""", true)]
    [InlineData(true, """{"dryRun":true}""", false)]
    [InlineData(true, "{}", true)]
    public async Task A_warning_removes_nothing_and_says_what_it_would(bool enforces, string parameters, bool removes)
    {
        await using var fixture = await StartAsync(new SessionMaintenanceConfig { Enforce = enforces });
        await FillAsync(fixture, 5, daysOld: static _ => 31, messages: 1);

        var report = await fixture.AskAsync("sessions.cleanup", parameters);

        Assert.Equal(5, report.GetProperty("pruned").GetInt32());
        Assert.Equal(removes, report.GetProperty("applied").GetBoolean());
        Assert.Equal(removes ? 0 : 5, await CountAsync(fixture, "sessions"));
    }

    [Fact]
    public async Task What_people_wanted_kept_aside_is_kept()
    {
        await using var fixture = await StartAsync(new SessionMaintenanceConfig { MaxDiskBytes = 1, HighWaterBytes = 1 });
        await FillAsync(fixture, 2, daysOld: static _ => 1, messages: 3);
        await fixture.AskAsync("sessions.delete", """{"key":"agent:main:s0","deleteTranscript":false}""");
        fixture.Time.Advance(TimeSpan.FromDays(400));

        await fixture.Get<SessionMaintenance>().RunAsync(Now, CancellationToken.None);

        Assert.Equal(3, await CountAsync(fixture, "messages"));
    }

    private static Task<AgentFixture> StartAsync(SessionMaintenanceConfig rules) => AgentFixture.StartAsync(
        AgentFixture.Config with { Session = new SessionConfig { Maintenance = rules } },
        add: static services => services.AddSingleton(new MaintenanceLimits { Pause = TimeSpan.Zero }));

    private static async Task FillAsync(AgentFixture fixture, int sessions, Func<int, int> daysOld, int messages, int size = 10)
    {
        var now = fixture.Time.GetUtcNow();
        var body = $$"""{"role":"user","content":"{{new string('x', size)}}","timestamp":0}""";
        await fixture.Get<SqliteDatabase>().WriteAsync(connection =>
        {
            for (var number = 0; number < sessions; number++)
            {
                var at = (now - TimeSpan.FromDays(daysOld(number))).ToUnixTimeMilliseconds();
                connection.Execute(
                    """
                    INSERT INTO sessions (key, session_id, lifecycle_revision, agent_id, kind, is_main, created_at, updated_at)
                    VALUES ($key, $id, $id, 'main', 0, 0, $at, $at)
                    """,
                    ("$key", $"agent:main:s{number}"),
                    ("$id", $"id{number}"),
                    ("$at", at));
                connection.Execute(
                    """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
                    INSERT INTO messages (session_id, seq, id, role, recorded_at, body) SELECT $id, i, $id || '-' || i, 'user', $at, $body FROM n
                    """,
                    ("$count", messages),
                    ("$id", $"id{number}"),
                    ("$at", at),
                    ("$body", body));
            }
        });
    }

    private static async Task<long> CountAsync(AgentFixture fixture, string table) =>
        await fixture.Get<SqliteDatabase>().ReadAsync(connection => connection.Scalar<long>($"SELECT count(*) FROM {table}"));
}
