using Microsoft.AspNetCore.Http;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Tests.Plugins.Packages;

public sealed class PackageFeedTests : IDisposable
{
    private static readonly InstallRequest Sample = new() { PackageName = "Acme.Sample" };

    private readonly PackageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_plugin_is_installed_from_a_feed_over_http()
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage());

        await _bench.InstallAsync(Sample with { Feed = feed.Index });

        Assert.Equal((feed.Index, true), (_bench.Lock.Plugins["sample"].Source, _bench.Lock.Plugins["sample"].FromFeed));
        // The newest age of the protocol that the feed has.
        Assert.DoesNotContain(feed.Asked, static path => path.StartsWith("/old", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage());
        feed.Fault = (context, count) =>
        {
            context.Response.StatusCode = count % 2 == 1 ? status : 200;
            context.Response.Headers.RetryAfter = "0";
            return Task.FromResult(count % 2 == 1);
        };

        Assert.True((await _bench.InstallAsync(Sample with { Feed = feed.Index })).Changed);
    }

    [Fact]
    public async Task A_feed_that_stays_down_is_given_up_with_the_count()
    {
        await using var feed = await LoopbackFeed.StartAsync();
        feed.Fault = static (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };

        Assert.Contains("answered 503, 4 times", await _bench.RefusalAsync(Sample with { Feed = feed.Index }), StringComparison.Ordinal);
        Assert.Equal(4, feed.Asked.Count);
    }

    [Fact]
    public async Task A_download_that_is_cut_is_begun_anew()
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage());
        var cuts = 0;
        feed.Fault = async (context, _) =>
        {
            if (!context.Request.Path.Value!.EndsWith(".nupkg", StringComparison.Ordinal) || cuts++ > 0)
                return false;
            context.Response.ContentLength = 5000;
            await context.Response.Body.WriteAsync(new byte[1000]);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        };

        Assert.True((await _bench.InstallAsync(Sample with { Feed = feed.Index })).Changed);
        Assert.Equal(2, cuts);
    }

    [Fact]
    public async Task A_feed_that_says_nothing_is_not_waited_for()
    {
        await using var feed = await LoopbackFeed.StartAsync();
        feed.Fault = static async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            return true;
        };
        var limits = PackageBench.Limits with { AnswerTimeout = TimeSpan.FromMilliseconds(100), Attempts = 2 };

        var error = await Assert.ThrowsAsync<PackageException>(() => _bench.InstallAsync(Sample with { Feed = feed.Index }, limits: limits));

        Assert.Contains("did not answer in time, 2 times", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_more_is_taken_than_a_package_may_have(bool saysSo)
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage());
        feed.Fault = async (context, _) =>
        {
            if (!context.Request.Path.Value!.EndsWith(".nupkg", StringComparison.Ordinal))
                return false;
            if (saysSo)
                context.Response.ContentLength = 3 << 20;
            for (var megabyte = 0; megabyte < 3; megabyte++)
                await context.Response.Body.WriteAsync(new byte[1 << 20]);
            return true;
        };

        var error = await Assert.ThrowsAsync<PackageException>(() => _bench.InstallAsync(Sample with { Feed = feed.Index }, limits: PackageBench.Limits with { MaxPackageBytes = 2 << 20 }));

        Assert.Contains("more than 2 MiB", error.Message, StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Theory]
    [InlineData("Other.Sample", null)]
    [InlineData(null, "1.0.1")]
    public async Task A_feed_whose_nuspec_is_true_and_whose_package_is_another_one_is_caught(string? id, string? version)
    {
        var told = new TestPackage();
        await using var feed = await LoopbackFeed.StartAsync(told);
        feed.Fault = async (context, _) =>
        {
            if (!context.Request.Path.Value!.EndsWith(".nupkg", StringComparison.Ordinal))
                return false;
            await context.Response.Body.WriteAsync((told with { InnerId = id, InnerVersion = version }).Build());
            return true;
        };

        Assert.Contains("was asked for Acme.Sample 1.0.0 and sent", await _bench.RefusalAsync(Sample with { Feed = feed.Index }), StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Fact]
    public async Task Credentials_of_nuget_config_go_to_their_own_source_only()
    {
        await using var other = await LoopbackFeed.StartAsync(new TestPackage());
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage());
        // The index names packages on another host.
        feed.Fault = async (context, _) =>
        {
            await context.Response.WriteAsync($$"""{"resources": [{"@id": "{{other.Base}}/flat/", "@type": "PackageBaseAddress/3.0.0"}]}""");
            return true;
        };
        _bench.Configure($"""
            <packageSources><clear/><add key="private" value="{feed.Index}"/></packageSources>
            <packageSourceCredentials><private><add key="Username" value="me"/><add key="ClearTextPassword" value="pass"/></private></packageSourceCredentials>
            """);

        await _bench.InstallAsync(Sample);

        Assert.Equal("Basic bWU6cGFzcw==", feed.Credentials[0]);
        Assert.All(other.Credentials, Assert.Null);
    }

    [Fact]
    public async Task A_source_without_search_says_so_and_what_works_instead()
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage());
        feed.HasSearch = false;

        var (found, notes) = await _bench.Feeds().Open(feed.Index).SearchAsync("sample", 10, default);

        Assert.Empty(found);
        Assert.Contains("cannot search; plugins install with the exact id works", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_asks_for_plugins_only_and_finds_them_in_folders_too()
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage());
        new TestPackage().WriteTo(_bench.Feed);
        new TestPackage { Version = "1.5.0" }.WriteTo(_bench.Feed);
        new TestPackage { Id = "Acme.Library", PackageType = null }.WriteTo(_bench.Feed);
        File.WriteAllText(Path.Combine(_bench.Feed, "Broken.1.0.0.nupkg"), "x");

        await _bench.Feeds().Open(feed.Index).SearchAsync("sam ple", 7, default);
        var (found, _) = await _bench.Feeds().Open(source: null).SearchAsync("sample", 10, default);

        Assert.Contains("/query?q=sam%20ple&packageType=OpenClawPlugin&semVerLevel=2.0.0&prerelease=false&take=7", feed.Asked);
        Assert.Equal(["Acme.Sample 1.5.0"], found.Select(static one => $"{one.PackageName} {one.Version}"));
    }

    [Fact]
    [Trait("Threat", "PLG-04")]
    public async Task The_same_id_on_two_sources_is_refused_until_the_mapping_decides()
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage { Version = "99.0.0" });
        new TestPackage().WriteTo(_bench.Feed);
        var sources = $"""<packageSources><clear/><add key="mine" value="{_bench.Feed}"/><add key="public" value="{feed.Index}"/></packageSources>""";
        _bench.Configure(sources);
        Assert.Contains("nothing says which one is meant", await _bench.RefusalAsync(Sample), StringComparison.Ordinal);

        _bench.Configure($"""
            {sources}<packageSourceMapping><packageSource key="mine"><package pattern="Acme.*"/></packageSource><packageSource key="public"><package pattern="*"/></packageSource></packageSourceMapping>
            """);
        feed.Asked.Clear();
        await _bench.InstallAsync(Sample);

        Assert.Equal("1.0.0", _bench.Lock.Plugins["sample"].Version);
        Assert.Empty(feed.Asked);
    }

    [Fact]
    [Trait("Threat", "PLG-04")]
    public async Task An_update_from_another_source_than_before_has_to_be_accepted()
    {
        await _bench.InstallAsync(new TestPackage());
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage { Version = "2.0.0" });

        var needed = await Assert.ThrowsAsync<ReviewNeededException>(() => _bench.InstallAsync(Sample with { Feed = feed.Index }));

        Assert.Contains($"came from {_bench.Feed}; this one comes from {feed.Index}", needed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.invalid/index.json", "is no https address")]
    [InlineData("/nowhere/at/all", "which is not there")]
    public async Task A_source_that_cannot_be_used_says_why(string source, string expected) =>
        Assert.Contains(expected, await _bench.RefusalAsync(Sample with { Feed = source }), StringComparison.Ordinal);

    [Fact]
    public async Task A_library_is_no_plugin()
    {
        Assert.Contains("but no plugin of OpenClaw", await _bench.RefusalAsync(new TestPackage { PackageType = null }), StringComparison.Ordinal);
    }
}
