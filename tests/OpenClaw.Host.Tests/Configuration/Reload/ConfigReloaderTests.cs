using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Tests.Configuration.Reload;

/// <summary>Edits of a real file, seen by a real watcher.</summary>
public sealed class ConfigReloaderTests
{
    private const string First = "messages: { ackReaction: 'a' }";
    private const string Second = "messages: { ackReaction: 'b' }";

    [Fact]
    public async Task A_file_that_an_editor_renames_over_the_old_one_is_taken()
    {
        await using var reload = await new ReloadFixture(First).StartAsync();

        reload.Save(Second);

        await reload.LoggedAsync("config change applied (dynamic reads: messages.ackReaction)");
        Assert.Equal("b", Reaction(reload));
        Assert.Equal(1, reload.Detections);
    }

    [Fact]
    public async Task An_empty_or_half_written_file_changes_nothing_and_the_whole_one_is_taken()
    {
        await using var reload = await new ReloadFixture(First).StartAsync();

        await File.WriteAllTextAsync(reload.File, "");
        await reload.LoggedAsync("config reload skipped (invalid config): ");
        await File.WriteAllTextAsync(reload.File, "{ gateway: { mode: 'local', ");
        await reload.LoggedAsync("config reload skipped (invalid config): ", 2);
        Assert.Equal("a", Reaction(reload));
        Assert.NotNull(reload.Activation.Status.Problem);

        await File.WriteAllTextAsync(reload.File, ReloadFixture.Text(Second));
        await reload.AppliedAsync("messages.ackReaction");
        Assert.Equal("b", Reaction(reload));
        Assert.Null(reload.Activation.Status.Problem);
    }

    [Fact]
    public async Task A_file_that_is_missing_for_a_while_is_waited_for()
    {
        await using var reload = await new ReloadFixture(First).StartAsync();

        File.Delete(reload.File);
        reload.Reread();
        Assert.Equal("a", Reaction(reload));
        reload.Save(Second);

        await reload.AppliedAsync("messages.ackReaction");
        Assert.DoesNotContain(reload.Loggers.Entries, static entry => entry.Message.Contains("skipped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_write_of_the_gateways_own_is_not_dealt_with_twice()
    {
        await using var reload = await new ReloadFixture(First).StartAsync();

        await reload.WriteAsync(Second.Insert(0, "{") + "}");
        reload.Save("messages: { ackReaction: 'c' }");

        await reload.AppliedAsync("messages.ackReaction", 2);
        Assert.Equal(2, reload.Detections);
        Assert.Equal("c", Reaction(reload));
    }

    [Fact]
    public async Task A_file_behind_a_link_is_followed_where_it_lies()
    {
        await using var reload = await new ReloadFixture(First, link: true).StartAsync();

        await File.WriteAllTextAsync(reload.LinkTarget, ReloadFixture.Text(Second));

        await reload.AppliedAsync("messages.ackReaction");
        Assert.NotNull(new FileInfo(reload.File).LinkTarget);
    }

    [Fact]
    public async Task Reading_again_on_request_finds_what_no_event_told()
    {
        await using var reload = await new ReloadFixture(First).StartAsync();
        reload.Source.Known.Note(ReloadFixture.Text(Second).Select(static letter => (byte)letter).ToArray());
        reload.Save(Second);

        reload.Reread();

        await reload.AppliedAsync("messages.ackReaction");
    }

    [Fact]
    [Trait("Threat", "PLG-23")]
    public async Task A_thousand_changes_become_few_and_the_last_one_counts()
    {
        await using var reload = await new ReloadFixture(First).StartAsync();

        for (var change = 0; change < 1_000; change++)
            reload.Save($"messages: {{ ackReaction: 'n{change}' }}");
        reload.Save("messages: { ackReaction: 'last' }");

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Reaction(reload) != "last")
            await Task.Delay(10, patience.Token);
        Assert.InRange(reload.Detections, 1, 60);
    }

    [Fact]
    public async Task The_last_good_content_is_kept_for_its_owner_alone()
    {
        await using var reload = await new ReloadFixture(First).StartAsync();
        Assert.Equal(ReloadFixture.Text(First), await File.ReadAllTextAsync(reload.LastGood));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(reload.LastGood));

        reload.Save("messages: { ackReaction: '__OPENCLAW_REDACTED__' }");
        await reload.AppliedAsync("messages.ackReaction");
        await File.WriteAllTextAsync(reload.File, "{ broken");
        await reload.LoggedAsync("config reload skipped");
        Assert.Equal(ReloadFixture.Text(First), await File.ReadAllTextAsync(reload.LastGood));

        reload.Save(Second);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await File.ReadAllTextAsync(reload.LastGood) != ReloadFixture.Text(Second))
            await Task.Delay(10, patience.Token);
    }

    private static string? Reaction(ReloadFixture reload) => (reload.Source.Document.Find("messages.ackReaction") as ConfigString)?.Value;
}
