using OpenClaw.Host.Cli;
using OpenClaw.Host.Cli.PluginDev;

namespace OpenClaw.Host.Tests.Cli.PluginDev;

public sealed class DevFolderTests : IDisposable
{
    private readonly TemporaryDirectory _root = new();
    private readonly string _output;
    private readonly DevFolder _folder;

    public DevFolderTests()
    {
        _output = Directory.CreateDirectory(_root["output"]).FullName;
        File.WriteAllText(Path.Combine(_output, "openclaw.plugin.json"), "{}");
        Directory.CreateDirectory(Path.Combine(_output, "runtimes"));
        File.WriteAllText(Path.Combine(_output, "runtimes", "native.so"), "1");
        _folder = new DevFolder(_root["plugins"], "mine");
    }

    private string Target => Path.Combine(_root["plugins"], "mine");

    [Fact]
    public void A_build_is_placed_whole_and_once()
    {
        Directory.CreateDirectory(_root["plugins"]);

        Assert.True(_folder.Place(_output));
        Assert.False(_folder.Place(_output));

        Assert.Equal("1", File.ReadAllText(Path.Combine(Target, "runtimes", "native.so")));
        Assert.Equal([Target], Directory.GetDirectories(_root["plugins"]));
    }

    [Fact]
    public void A_new_build_replaces_the_one_before()
    {
        _folder.Place(_output);
        File.Delete(Path.Combine(_output, "runtimes", "native.so"));
        File.WriteAllText(Path.Combine(_output, "new.dll"), "2");

        Assert.True(_folder.Place(_output));

        Assert.True(File.Exists(Path.Combine(Target, "new.dll")));
        Assert.False(File.Exists(Path.Combine(Target, "runtimes", "native.so")));
    }

    [Fact]
    public void What_somebody_installed_is_never_touched()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "theirs.dll"), "");

        var refused = Assert.Throws<CliException>(() => _folder.Place(_output));
        _folder.Remove();

        Assert.StartsWith($"mine is installed already, in {Target}.", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Target, "theirs.dll")));
    }

    [Fact]
    public void Nothing_is_left_at_the_end()
    {
        _folder.Place(_output);
        _folder.Remove();

        Assert.Empty(Directory.GetFileSystemEntries(_root["plugins"]));
    }

    [Fact]
    public void An_output_without_a_manifest_is_not_placed()
    {
        File.Delete(Path.Combine(_output, "openclaw.plugin.json"));

        Assert.False(_folder.Place(_output));
    }

    public void Dispose() => _root.Dispose();
}
