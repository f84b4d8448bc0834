using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class ConfigWriterTests
{
    private const string Start = """
        {
          // kept by nobody
          gateway: { mode: "local", port: 21010, auth: { mode: "token", token: "stored-token" }, trustedProxies: ["10.0.0.1", "10.0.0.2"] },
          models: { providers: { one: { baseUrl: "https://user:stored-pass@host/v1", apiKey: "${KEY_OF_ONE}", models: [{ id: "a" }, { id: "b" }] } } },
        }
        """;

    [Fact]
    public async Task A_patch_merges_deletes_and_names_what_changed()
    {
        using var fixture = new WriterFixture(Start);
        var written = await fixture.PatchAsync("{ messages: { ackReaction: '👀' }, gateway: { port: null } }");

        Assert.Equal(["gateway.port", "messages.ackReaction"], written.ChangedPaths.Order(StringComparer.Ordinal));
        Assert.Equal(18789, written.Result.Require().Gateway.Port);
        Assert.Equal(await fixture.HashAsync(), written.Hash);
        Assert.Contains("\"token\": \"stored-token\"", fixture.Text, StringComparison.Ordinal);
        Assert.Contains("\"apiKey\": \"${KEY_OF_ONE}\"", fixture.Text, StringComparison.Ordinal);
        Assert.Equal(Start, await File.ReadAllTextAsync($"{fixture.File}.bak"));
    }

    [Fact]
    public async Task A_patch_that_says_what_is_there_touches_nothing()
    {
        using var fixture = new WriterFixture(Start);
        var written = await fixture.PatchAsync("{ gateway: { port: 21010 } }");
        Assert.Empty(written.ChangedPaths);
        Assert.Equal(Start, fixture.Text);
    }

    [Fact]
    [Trait("Threat", "LOG-01")]
    public async Task What_was_read_with_its_secrets_hidden_can_be_written_back()
    {
        using var fixture = new WriterFixture(Start);
        var shown = OpenClaw.Host.Configuration.Secrets.ConfigRedactor.Redact(fixture.Source.Document);
        shown.TrySet("messages.ackReaction", new ConfigString("x"));
        var raw = shown.ToJsonElement().GetRawText();
        Assert.DoesNotContain("stored-", raw, StringComparison.Ordinal);

        var written = await fixture.ReplaceAsync(raw);

        Assert.Equal("stored-token", written.Result.Require().Gateway.Auth.Token!.Reveal());
        Assert.Contains("https://user:stored-pass@host/v1", fixture.Text, StringComparison.Ordinal);
        Assert.Contains("${KEY_OF_ONE}", fixture.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ gateway: { auth: { password: '__OPENCLAW_REDACTED__' } } }", "gateway.auth.password: Invalid input: __OPENCLAW_REDACTED__")]
    [InlineData("{ models: { providers: { one: { baseUrl: 'https://user:__OPENCLAW_REDACTED__@evil/v1' } } } }", "the rest of the address changes")]
    public async Task A_placeholder_with_nothing_behind_it_is_refused(string raw, string expected)
    {
        using var fixture = new WriterFixture(Start);
        var refusal = await fixture.RefusedAsync(() => fixture.PatchAsync(raw));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_secret_never_moves_to_another_item()
    {
        using var fixture = new WriterFixture("""
            { gateway: { mode: "local", auth: { mode: "token", token: "t" } },
              hooks: { mappings: [{ name: "first", token: "secret-1" }, { name: "second", token: "secret-2" }] } }
            """);
        var written = await fixture.PatchAsync("{ hooks: { mappings: [{ name: 'second', token: '__OPENCLAW_REDACTED__' }] } }", "hooks.mappings");
        Assert.DoesNotContain("secret-1", fixture.Text, StringComparison.Ordinal);
        Assert.Contains("secret-2", fixture.Text, StringComparison.Ordinal);
        Assert.Equal(["hooks.mappings"], written.ChangedPaths);
    }

    [Fact]
    public async Task Of_two_items_that_look_alike_neither_gives_its_secret_away()
    {
        using var fixture = new WriterFixture("""
            { gateway: { mode: "local", auth: { mode: "token", token: "t" } },
              hooks: { mappings: [{ name: "same", token: "secret-1" }, { name: "same", token: "secret-2" }] } }
            """);
        var refusal = await fixture.RefusedAsync(
            () => fixture.PatchAsync("{ hooks: { mappings: [{ name: 'same', token: '__OPENCLAW_REDACTED__' }] } }", "hooks.mappings"));
        Assert.Contains("there is no stored value to keep", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_costs_none_of_those_before_it()
    {
        using var fixture = new WriterFixture(Start);
        await fixture.PatchAsync("{ gateway: { port: 1 } }");
        Directory.CreateDirectory($"{fixture.File}.bak.new");

        await Assert.ThrowsAsync<OpenClaw.Host.Storage.StorageException>(() => fixture.PatchAsync("{ gateway: { port: 2 } }"));

        Assert.Equal(Start, await File.ReadAllTextAsync($"{fixture.File}.bak"));
        Assert.Contains("\"port\": 1", fixture.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 2_000)]
    [InlineData(0L, 0)]
    [InlineData(9_007_199_254_740_991L, 86_400_000)]
    public void The_delay_of_a_restart_is_never_too_long_for_a_timer(long? asked, double expected) =>
        Assert.Equal(expected, OpenClaw.Host.Configuration.Reload.ConfigActivation.DelayOf(asked).TotalMilliseconds);

    [Fact]
    public async Task A_list_loses_items_only_where_the_caller_says_so()
    {
        using var fixture = new WriterFixture(Start);
        var refusal = await fixture.RefusedAsync(() => fixture.PatchAsync("{ gateway: { trustedProxies: ['10.0.0.1'] } }"));
        Assert.StartsWith("config.patch would remove entries from array path(s): gateway.trustedProxies.", refusal.Message, StringComparison.Ordinal);

        var written = await fixture.PatchAsync("{ gateway: { trustedProxies: ['10.0.0.1'] } }", "gateway.trustedProxies");
        Assert.Equal(["gateway.trustedProxies"], written.ChangedPaths);
    }

    [Fact]
    public async Task Items_with_ids_merge_one_by_one()
    {
        using var fixture = new WriterFixture(Start);
        var written = await fixture.PatchAsync("{ models: { providers: { one: { models: [{ id: 'b', name: 'B' }, { id: 'c' }] } } } }");
        Assert.Equal(["a", "b", "c"], written.Result.Require().Models.Providers["one"].Models.Select(static model => model.Id));
    }

    [Theory]
    [InlineData("not json", "SyntaxError: JSON5: ")]
    [InlineData("[1]", "config.patch raw must be an object")]
    [InlineData("{ gateway: { port: 'abc' } }", "invalid config: gateway.port: Invalid input: expected number, received string")]
    [InlineData("{ bogusKey: 1 }", "invalid config: <root>: Unrecognized key: \"bogusKey\"")]
    [InlineData("{ agents: { entries: { x: { __proto__: { a: 1 } } } } }", "the key \"__proto__\" is not allowed")]
    public async Task What_cannot_be_meant_is_refused(string raw, string expected)
    {
        using var fixture = new WriterFixture(Start);
        var refusal = await fixture.RefusedAsync(() => fixture.PatchAsync(raw));
        Assert.StartsWith(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_builds_on_what_its_author_has_seen()
    {
        using var fixture = new WriterFixture(Start);
        const string Raw = "{ messages: { ackReaction: 'x' } }";
        var missing = await fixture.RefusedAsync(() => fixture.WriteAsync("config.patch", Raw, null, isPatch: true));
        Assert.Equal("config base hash required for messages.ackReaction; re-run config.get and retry with baseHash", missing.Message);
        var missingForSet = await fixture.RefusedAsync(() => fixture.WriteAsync("config.set", Raw, null, isPatch: false));
        Assert.Equal("config base hash required; re-run config.get and retry", missingForSet.Message);

        // Judged before the text is: whoever is out of date reads again first.
        var stale = await fixture.RefusedAsync(() => fixture.WriteAsync("config.patch", "not json", "deadbeef", isPatch: true));
        Assert.Equal("config changed since last load; re-run config.get and retry", stale.Message);
    }

    [Fact]
    public async Task Of_two_writers_with_the_same_view_one_wins()
    {
        using var fixture = new WriterFixture(Start);
        var hash = await fixture.HashAsync();
        var writes = Enumerable.Range(0, 8)
            .Select(i => fixture.WriteAsync("config.patch", $"{{ messages: {{ ackReaction: '{i}' }} }}", hash, isPatch: true))
            .ToList();
        await Task.WhenAll(writes.Select(static write => write.ContinueWith(static _ => { }, TaskScheduler.Default)));
        Assert.Equal(1, writes.Count(static write => write.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_write_that_looks_like_an_accident_is_parked()
    {
        var filler = string.Join(", ", Enumerable.Range(0, 100).Select(static i => $"'10.0.0.{i}'"));
        using var fixture = new WriterFixture($"{{ gateway: {{ mode: 'local', auth: {{ mode: 'none' }}, trustedProxies: [{filler}] }} }}");
        for (var i = 0; i < 7; i++)
        {
            var refusal = await fixture.RefusedAsync(() => fixture.ReplaceAsync("{ ui: {} }"));
            Assert.True(refusal.IsRefusal);
            Assert.Matches("size-drop:[0-9]+->[0-9]+, gateway-mode-removed.*code=CONFIG_WRITE_REJECTED", refusal.Message);
        }

        Assert.InRange(Directory.GetFiles(Path.GetDirectoryName(fixture.File)!, "*.rejected.*").Length, 1, 5);
    }

    [Fact]
    public async Task Five_generations_are_kept()
    {
        using var fixture = new WriterFixture(Start);
        for (var port = 1; port <= 7; port++)
        {
            await fixture.PatchAsync($"{{ gateway: {{ port: {port} }} }}");
        }

        Assert.Contains("\"port\": 6", await File.ReadAllTextAsync($"{fixture.File}.bak"), StringComparison.Ordinal);
        Assert.Contains("\"port\": 2", await File.ReadAllTextAsync($"{fixture.File}.bak.4"), StringComparison.Ordinal);
        Assert.False(File.Exists($"{fixture.File}.bak.5"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fixture.File));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode($"{fixture.File}.bak"));
        }
    }

    [Fact]
    public async Task Without_a_file_the_first_write_needs_no_hash()
    {
        using var fixture = new WriterFixture(null);
        var written = await fixture.WriteAsync("config.set", "{ gateway: { mode: 'local', auth: { token: 'abc' } } }", null, isPatch: false);
        Assert.True(written.Result.IsValid);
        Assert.False(File.Exists($"{fixture.File}.bak"));
    }
}
