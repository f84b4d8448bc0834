using OpenClaw.Host.Cli;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Cli.Doctor;

public sealed class DoctorStateTests
{
    private const string Conversation =
        """
        INSERT INTO sessions (key, session_id, agent_id, kind, is_main, created_at, updated_at) VALUES ('agent:main:main', 's1', 'main', 0, 1, 1, 1);
        WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 5000)
        INSERT INTO messages (session_id, seq, id, role, recorded_at, body) SELECT 's1', x, 'm' || x, 'user', x, '{"text":"' || hex(randomblob(80)) || '"}' FROM n;
        """;

    [Fact]
    [Trait("Threat", "FS-17")]
    public async Task A_page_damaged_in_the_middle_costs_only_its_own_rows()
    {
        using var fixture = await new DoctorFixture().StoreAsync(Conversation);
        var bytes = await File.ReadAllBytesAsync(fixture.Paths.DatabaseFile);
        new Random(7).NextBytes(bytes.AsSpan(bytes.Length / 4096 / 2 * 4096, 4096));
        await File.WriteAllBytesAsync(fixture.Paths.DatabaseFile, bytes);
        Assert.Contains("damaged", (await fixture.FindOneAsync("state/integrity")).GetProperty("message").GetString(), StringComparison.Ordinal);

        await fixture.RepairedAsync("state/integrity", "--yes");

        Assert.InRange(fixture.Read<long>("SELECT count(*) FROM messages"), 4900, 5000);
        Assert.Equal("ok", fixture.Read<string>("PRAGMA integrity_check"));
        Assert.Equal("s1", fixture.Read<string>("SELECT session_id FROM sessions"));
        var kept = Directory.GetFiles(fixture["quarantine"], "gateway.db", SearchOption.AllDirectories);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(kept)));
        Assert.Contains("rows of", fixture.Error, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Threat", "FS-17")]
    [InlineData(16)]
    [InlineData(100)]
    public async Task A_damaged_beginning_loses_nothing(int length)
    {
        using var fixture = await new DoctorFixture().StoreAsync(Conversation);
        var bytes = await File.ReadAllBytesAsync(fixture.Paths.DatabaseFile);
        bytes.AsSpan(0, length).Fill(0x5a);
        await File.WriteAllBytesAsync(fixture.Paths.DatabaseFile, bytes);

        await fixture.RepairedAsync("state/integrity", "--yes");

        Assert.Equal(5000, fixture.Read<long>("SELECT count(*) FROM messages"));
        Assert.Contains("every table could be read to its end", fixture.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "FS-17")]
    public async Task A_file_cut_in_half_gives_what_is_left()
    {
        using var fixture = await new DoctorFixture().StoreAsync(Conversation);
        var bytes = await File.ReadAllBytesAsync(fixture.Paths.DatabaseFile);
        await File.WriteAllBytesAsync(fixture.Paths.DatabaseFile, bytes[..(bytes.Length / 2)]);

        await fixture.RepairedAsync("state/integrity", "--yes");

        Assert.InRange(fixture.Read<long>("SELECT count(*) FROM messages"), 500, 4999);
        Assert.Equal("ok", fixture.Read<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task What_is_no_database_at_all_is_left_as_it_is()
    {
        using var fixture = new DoctorFixture();
        var text = string.Concat(Enumerable.Repeat("this never was a database. ", 500));
        await File.WriteAllTextAsync(fixture.Paths.DatabaseFile, text);

        Assert.Equal(ExitCodes.Failure, await fixture.RunAsync("--yes", "--only", "state/integrity"));

        Assert.Contains("could not be repaired", fixture.Error, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(fixture.Paths.DatabaseFile));
    }

    [Fact]
    public async Task Rows_that_belong_to_nothing_are_removed_after_a_copy_was_kept()
    {
        using var fixture = await new DoctorFixture().StoreAsync();
        using (var connection = SqliteConnections.OpenWriter(fixture.Paths.DatabaseFile))
            connection.Execute("PRAGMA foreign_keys=OFF; INSERT INTO device_tokens (device_id, role, salt, scopes, created_at) VALUES ('gone', 'operator', x'00', '', 1)");
        Assert.Equal("device_tokens", (await fixture.FindOneAsync("state/integrity")).GetProperty("path").GetString());

        await fixture.RepairedAsync("state/integrity", "--fix");

        Assert.Equal(0, fixture.Read<long>("SELECT count(*) FROM device_tokens"));
        Assert.Single(Directory.GetFiles(fixture["quarantine"], "*.before-repair", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_transcript_without_a_session_is_archived()
    {
        using var fixture = await new DoctorFixture().StoreAsync(
            "INSERT INTO messages (session_id, seq, id, role, recorded_at, body) VALUES ('lost', 1, 'm1', 'user', 1, '{}')");
        Assert.Contains("belong to no session", (await fixture.FindOneAsync("state/integrity")).GetProperty("message").GetString(), StringComparison.Ordinal);

        await fixture.RepairedAsync("state/integrity", "--fix");

        Assert.Equal("kept", fixture.Read<string>("SELECT reason FROM archived_transcripts WHERE session_id = 'lost'"));
    }

    [Fact]
    public async Task Files_that_no_message_names_are_counted()
    {
        using var fixture = await new DoctorFixture().StoreAsync(
            $$"""INSERT INTO messages (session_id, seq, id, role, recorded_at, body) VALUES ('lost', 1, 'm1', 'user', 1, '{"media":"{{new string('a', 64)}}"}')""");
        Directory.CreateDirectory(fixture["media/inbound"]);
        await File.WriteAllTextAsync(fixture[$"media/inbound/{new string('a', 64)}"], "named");
        await File.WriteAllTextAsync(fixture[$"media/inbound/{new string('b', 64)}"], "not named");

        Assert.Contains(await fixture.FindAsync("state/integrity", "--deep"), static finding =>
            finding.GetProperty("message").GetString()!.StartsWith("1 files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leftovers_of_writes_that_did_not_end_are_deleted()
    {
        using var fixture = await new DoctorFixture().StoreAsync();
        var left = fixture[$".gateway.pid.{new string('0', 32)}.tmp"];
        await File.WriteAllTextAsync(left, "");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-2));

        await fixture.RepairedAsync("state/integrity", "--fix");

        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_told_and_left()
    {
        using var fixture = await new DoctorFixture().StoreAsync("INSERT INTO schema_versions VALUES ('sessions', 99, 1)");

        var finding = await fixture.FindOneAsync("state/migrations", "--fix", "--yes");

        Assert.Contains("'sessions' tables are at version 99", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("error", finding.GetProperty("severity").GetString());
    }

    [Fact]
    public async Task Messages_that_did_not_arrive_are_counted_with_the_way_to_see_them()
    {
        using var fixture = await new DoctorFixture().StoreAsync(
            """
            INSERT INTO outbox (key, kind, channel, account, destination, fingerprint, content, state, due_at, created_at, expires_at, ended_at)
            VALUES ('a', 'reply', 'c', 'd', 'x', '', '', 3, 1, 1, 1, 1), ('b', 'reply', 'c', 'd', 'x', '', '', 5, 1, 1, 1, 1), ('c', 'reply', 'c', 'd', 'x', '', '', 2, 1, 1, 1, 1);
            INSERT INTO inbox (channel, account, message_id, conversation, urgent, received_at, state, reason) VALUES ('c', 'd', '1', 'x', 0, 1, 4, 'no agent');
            INSERT INTO inbox (channel, account, message_id, conversation, urgent, received_at, state) VALUES ('c', 'd', '2', 'x', 0, 1, 0);
            """);

        var findings = await fixture.FindAsync("state/dead-letters");

        Assert.Equal(["outbox", "inbox", "inbox"], findings.Select(static finding => finding.GetProperty("path").GetString()));
        Assert.Contains("1 failed, 1 unknown", findings[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("openclaw outbox list", findings[0].GetProperty("fixHint").GetString(), StringComparison.Ordinal);
        Assert.Contains("no agent", findings[1].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Devices_that_wait_and_tokens_with_too_many_scopes_are_told()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        using var fixture = await new DoctorFixture().StoreAsync(
            $"""
            INSERT INTO devices (device_id, public_key, role, roles, scopes, approved_via, created_at, approved_at) VALUES ('d', 'k', 'operator', 'operator', 'operator.read', 'owner', 1, 1);
            INSERT INTO device_tokens (device_id, role, salt, scopes, created_at) VALUES ('d', 'operator', x'00', 'operator.admin operator.read', 1);
            INSERT INTO pairing_requests (request_id, device_id, public_key, role, roles, scopes, source, is_repair, requested_at, retried_at)
            VALUES ('r1', 'e', 'k', 'operator', '', '', '', 0, {now}, {now}), ('r2', 'f', 'k', 'operator', '', '', '', 0, 1, 1);
            """);

        var findings = await fixture.FindAsync("devices/pairing");

        Assert.Equal(3, findings.Count);
        Assert.EndsWith("operator.admin", findings[2].GetProperty("message").GetString(), StringComparison.Ordinal);
        await fixture.RunAsync("--fix", "--only", "devices/pairing");
        Assert.Equal("r1", fixture.Read<string>("SELECT group_concat(request_id) FROM pairing_requests"));
    }

    [Fact]
    public async Task Looking_changes_no_byte_of_the_folder()
    {
        using var fixture = await new DoctorFixture().StoreAsync(Conversation);
        await using (var database = await SqliteDatabase.OpenAsync(fixture.Paths.DatabaseFile, Host.Hosting.KnownMigrations.All, TimeProvider.System))
        {
            await database.WriteAsync(static connection => connection.Execute("DELETE FROM messages WHERE seq = 1"));
            var before = await File.ReadAllBytesAsync(fixture.Paths.DatabaseFile + "-wal");

            await fixture.RunAsync("--deep");

            Assert.Equal(before, await File.ReadAllBytesAsync(fixture.Paths.DatabaseFile + "-wal"));
        }
    }
}
