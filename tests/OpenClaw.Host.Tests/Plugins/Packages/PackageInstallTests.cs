using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Tests.Plugins.Packages;

public sealed class PackageInstallTests : IDisposable
{
    private readonly PackageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_package_is_laid_out_and_locked_to_the_byte()
    {
        var result = await _bench.InstallAsync(new TestPackage());

        var entry = _bench.Lock.Plugins["sample"];
        Assert.True(result.Changed);
        Assert.Equal("code of 1.0.0", File.ReadAllText(_bench.Plugin()));
        Assert.Equal(("Acme.Sample", "1.0.0", _bench.Feed), (entry.PackageName, entry.Version, entry.Source));
        Assert.Equal(["Sample.dll", "openclaw.plugin.json"], entry.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Null(FolderContent.Difference(_bench.Paths.PluginOf("sample"), entry));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Paths.Staging));
    }

    [Fact]
    public async Task Installing_the_same_version_again_changes_nothing()
    {
        await _bench.InstallAsync(new TestPackage());

        Assert.False((await _bench.InstallAsync()).Changed);
    }

    [Fact]
    public async Task The_newest_version_that_fits_the_contract_is_taken_and_the_newer_one_never_downloaded()
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage(), new TestPackage { Version = "2.0.0", Contract = "[2.0.0,3.0.0)" });

        var result = await _bench.InstallAsync(new InstallRequest { PackageName = "Acme.Sample", Feed = feed.Index });

        Assert.Equal("1.0.0", result.Review.Version);
        Assert.Contains("Taken instead: 1.0.0", result.Review.Notes[0], StringComparison.Ordinal);
        Assert.DoesNotContain(feed.Asked, static path => path.EndsWith("2.0.0.nupkg", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Threat", "PLG-07")]
    [InlineData("[2.0.0,3.0.0)", "Update the gateway. Version 1.0.0 fits.")]
    [InlineData("[0.1.0,0.9.0)", "A newer version of the plugin may fit. Version 1.0.0 fits.")]
    public async Task A_version_for_another_contract_is_refused_before_its_download_and_told_which_fits(string contract, string expected)
    {
        await using var feed = await LoopbackFeed.StartAsync(new TestPackage(), new TestPackage { Version = "3.0.0", Contract = contract });

        var refusal = await _bench.RefusalAsync(new InstallRequest { PackageName = "Acme.Sample", Version = "3.0.0", Feed = feed.Index });

        Assert.Contains(expected, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(feed.Asked, static path => path.EndsWith(".nupkg", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Threat", "PLG-07")]
    public async Task A_manifest_that_wants_another_contract_or_framework_than_its_nuspec_is_refused()
    {
        Assert.Contains("contract", await _bench.RefusalAsync(new TestPackage { ManifestContract = "[2.0.0,3.0.0)" }), StringComparison.Ordinal);
        Assert.Contains(
            "asks for .NET 11",
            await _bench.RefusalAsync(new TestPackage
            {
                Version = "1.1.0",
                Extra = [("plugin/Sample.runtimeconfig.json", """{"runtimeOptions": {"framework": {"name": "Microsoft.NETCore.App", "version": "11.0.0"}}}""")],
            }),
            StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Theory]
    [Trait("Threat", "PLG-03")]
    [InlineData("../Acme")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a..b")]
    [InlineData("Аcme.Sample")]
    [InlineData("")]
    public async Task A_package_id_that_is_none_is_refused(string id) =>
        Assert.Contains("is not a package id", await _bench.RefusalAsync(new InstallRequest { PackageName = id }), StringComparison.Ordinal);

    [Fact]
    [Trait("Threat", "PLG-03")]
    public async Task A_known_name_with_one_letter_changed_has_to_be_accepted()
    {
        await _bench.InstallAsync(new TestPackage());
        var twin = new TestPackage { Id = "Acme.Semple", PluginId = "semple" };
        twin.WriteTo(_bench.Feed);
        var request = new InstallRequest { PackageName = twin.Id };

        var needed = await Assert.ThrowsAsync<ReviewNeededException>(() => _bench.InstallAsync(request));

        Assert.Contains("differs from sample", string.Join(" ", needed.Review.Warnings), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_bench.Paths.PluginOf("semple")));
        Assert.True((await _bench.InstallAsync(request with { AcceptedReview = needed.Review.Token })).Changed);
    }

    [Fact]
    [Trait("Threat", "PLG-03")]
    public async Task A_package_that_brings_a_plugin_of_another_name_has_to_be_accepted()
    {
        new TestPackage { PluginId = "telegram" }.WriteTo(_bench.Feed);

        var needed = await Assert.ThrowsAsync<ReviewNeededException>(() => _bench.InstallAsync());

        Assert.Contains("brings a plugin of another name: telegram", needed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_package_cannot_take_a_plugins_place_nor_a_package_change_its_plugin()
    {
        await _bench.InstallAsync(new TestPackage());

        Assert.Contains("was installed from Acme.Sample", await _bench.RefusalAsync(new TestPackage { Id = "Evil.Sample", Version = "9.0.0" }), StringComparison.Ordinal);
        Assert.Contains("holds the plugin acme-sample instead", await _bench.RefusalAsync(new TestPackage { Version = "2.0.0", PluginId = "acme-sample" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_plugin_says_it_will_use_is_accepted_once_and_asked_again_when_it_grows()
    {
        var request = new InstallRequest { PackageName = "Acme.Sample" };
        new TestPackage { Permissions = ["network"] }.WriteTo(_bench.Feed);
        var first = await Assert.ThrowsAsync<ReviewNeededException>(() => _bench.InstallAsync(request));
        await _bench.InstallAsync(request with { AcceptedReview = first.Review.Token });
        await _bench.InstallAsync(new TestPackage { Version = "1.1.0", Permissions = ["network"] });
        new TestPackage { Version = "1.2.0", Permissions = ["network", "files"] }.WriteTo(_bench.Feed);

        var second = await Assert.ThrowsAsync<ReviewNeededException>(() => _bench.InstallAsync(request with { AcceptedReview = first.Review.Token }));

        Assert.Equal(["files"], second.Review.Permissions);
        Assert.Equal("1.1.0", _bench.Lock.Plugins["sample"].Version);
    }

    [Fact]
    [Trait("Threat", "PLG-04")]
    public async Task An_older_version_needs_an_explicit_flag()
    {
        await _bench.InstallAsync(new TestPackage { Version = "2.0.0" });
        new TestPackage().WriteTo(_bench.Feed);

        Assert.Contains("--allow-downgrade", await _bench.RefusalAsync(new InstallRequest { PackageName = "Acme.Sample", Version = "1.0.0" }), StringComparison.Ordinal);
        Assert.True((await _bench.InstallAsync(new InstallRequest { PackageName = "Acme.Sample", Version = "1.0.0", AllowDowngrade = true })).Changed);
    }

    [Theory]
    [InlineData("Other.Sample", null)]
    [InlineData(null, "1.0.1")]
    public async Task A_feed_that_sends_another_package_than_was_asked_is_not_believed(string? id, string? version)
    {
        // The name of the file says one thing, the package inside another.
        Assert.Contains("answered with", await _bench.RefusalAsync(new TestPackage { InnerId = id, InnerVersion = version }), StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Fact]
    public async Task A_package_of_another_version_than_its_plugin_is_refused() =>
        Assert.Contains("holds version 7.0.0", await _bench.RefusalAsync(new TestPackage { PluginVersion = "7.0.0" }), StringComparison.Ordinal);

    [Fact]
    public async Task A_published_version_whose_content_changes_is_refused()
    {
        await _bench.InstallAsync(new TestPackage());
        new TestPackage { Extra = [("plugin/more.txt", "x")] }.WriteTo(_bench.Feed);

        Assert.Contains("is not what it was", await _bench.RefusalAsync(new InstallRequest { PackageName = "Acme.Sample", Version = "1.0.0", Force = true }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_put_there_by_hand_is_replaced_only_by_force()
    {
        Directory.CreateDirectory(_bench.Paths.PluginOf("sample"));
        File.WriteAllText(_bench.Plugin("mine.txt"), "mine");
        Assert.Contains("was not installed from a package", await _bench.RefusalAsync(new TestPackage()), StringComparison.Ordinal);
        Assert.True(File.Exists(_bench.Plugin("mine.txt")));

        await _bench.InstallAsync(new InstallRequest { PackageName = "Acme.Sample", Force = true });

        Assert.Null(_bench.LoadRefusal());
        Assert.False(File.Exists(_bench.Plugin("mine.txt")));
    }

    [Fact]
    public async Task A_folder_put_there_by_hand_is_back_when_what_replaced_it_does_not_work()
    {
        Directory.CreateDirectory(_bench.Paths.PluginOf("sample"));
        File.WriteAllText(_bench.Plugin("mine.txt"), "mine");
        new TestPackage().WriteTo(_bench.Feed);
        await _bench.InstallAsync(new InstallRequest { PackageName = "Acme.Sample", Force = true });

        await _bench.Packages.UndoAsync("sample", before: null);

        Assert.Equal("mine", File.ReadAllText(_bench.Plugin("mine.txt")));
        Assert.False(File.Exists(_bench.Plugin()));
        Assert.Empty(_bench.Lock.Plugins);
    }

    [Fact]
    public async Task A_folder_put_there_by_hand_is_gone_when_what_replaced_it_works()
    {
        Directory.CreateDirectory(_bench.Paths.PluginOf("sample"));
        new TestPackage().WriteTo(_bench.Feed);
        await _bench.InstallAsync(new InstallRequest { PackageName = "Acme.Sample", Force = true });
        Assert.True(Directory.Exists(_bench.Paths.ByHandOf("sample")));

        await _bench.Packages.ConfirmAsync("sample");

        Assert.False(Directory.Exists(_bench.Paths.ByHandOf("sample")));
        Assert.Null(_bench.LoadRefusal());
    }

    [Fact]
    public async Task A_dry_run_checks_everything_and_changes_nothing()
    {
        new TestPackage { Permissions = ["network"] }.WriteTo(_bench.Feed);

        var result = await _bench.InstallAsync(new InstallRequest { PackageName = "Acme.Sample", DryRun = true });

        Assert.Equal((false, "sample"), (result.Changed, result.Review.PluginId));
        Assert.Empty(_bench.Left());
    }

    [Fact]
    public async Task A_plain_folder_is_installed_too()
    {
        Directory.CreateDirectory(_bench["plain/sub"]);
        File.WriteAllText(_bench["plain/openclaw.plugin.json"], new TestPackage().Manifest);
        File.WriteAllText(_bench["plain/Sample.dll"], "code");
        File.WriteAllText(_bench["plain/sub/data.txt"], "data");

        await _bench.InstallAsync(new InstallRequest { Path = _bench["plain"] });

        Assert.Equal("data", File.ReadAllText(_bench.Plugin("sub/data.txt")));
        Assert.Null(_bench.LoadRefusal());
    }

    [Fact]
    public async Task Going_back_swaps_the_versions_and_removing_leaves_nothing()
    {
        await _bench.InstallAsync(new TestPackage());
        await _bench.InstallAsync(new TestPackage { Version = "2.0.0" });

        await _bench.Packages.RollBackAsync("sample", default);
        Assert.Equal(("code of 1.0.0", "1.0.0"), (File.ReadAllText(_bench.Plugin()), _bench.Lock.Plugins["sample"].Version));
        Assert.Null(_bench.LoadRefusal());
        await _bench.Packages.RollBackAsync("Acme.Sample", default);
        Assert.Equal("code of 2.0.0", File.ReadAllText(_bench.Plugin()));

        await _bench.Packages.RemoveAsync("sample", keepFiles: false, default);
        Assert.Empty(_bench.Left());
        Assert.Empty(_bench.Lock.Plugins);
    }

    [Fact]
    public async Task As_many_earlier_versions_are_kept_as_configured()
    {
        foreach (var version in new[] { "1.0.0", "2.0.0", "3.0.0" })
        {
            await _bench.InstallAsync(new TestPackage { Version = version });
            await _bench.Packages.ConfirmAsync("sample");
        }

        Assert.Equal(["2.0.0"], Directory.EnumerateDirectories(_bench.Paths.PreviousOf("sample")).Select(Path.GetFileName));
        Assert.Equal(["2.0.0"], _bench.Lock.Plugins["sample"].Previous.Select(static one => one.Version));
    }

    [Fact]
    public async Task An_installation_is_taken_back_as_if_it_had_never_been()
    {
        await _bench.InstallAsync(new TestPackage());
        var before = _bench.Lock.Plugins["sample"];
        await _bench.InstallAsync(new TestPackage { Version = "2.0.0" });

        await _bench.Packages.UndoAsync("sample", before);

        Assert.Equal("code of 1.0.0", File.ReadAllText(_bench.Plugin()));
        Assert.Equal(before.Version, _bench.Lock.Plugins["sample"].Version);
        Assert.False(Directory.Exists(_bench.Paths.PreviousOf("sample")));
    }

    [Fact]
    public async Task Installations_at_the_same_time_wait_for_each_other()
    {
        new TestPackage().WriteTo(_bench.Feed);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _bench.InstallAsync())));

        Assert.Single(results, static result => result.Changed);
        Assert.Null(_bench.LoadRefusal());
    }
}
