using System.Buffers.Binary;
using System.IO.Compression;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Tests.Plugins.Packages;

public sealed class HostileArchiveTests : IDisposable
{
    private readonly PackageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [Trait("Threat", "FS-07")]
    [InlineData("plugin/../../escaped.txt")]
    [InlineData("../escaped.txt")]
    [InlineData("/tmp/escaped.txt")]
    [InlineData("plugin/%2e%2e/%2e%2e/escaped.txt")]
    [InlineData("plugin/%2e%2e%2fescaped.txt")]
    [InlineData("plugin/%252e%252e/escaped.txt")]
    [InlineData("plugin\\..\\escaped.txt")]
    [InlineData("plugin/a%5c..%5cescaped.txt")]
    [InlineData("C:/escaped.txt")]
    [InlineData("plugin/c:escaped.txt")]
    [InlineData("plugin/a/./b.txt")]
    [InlineData("plugin//b.txt")]
    [InlineData("plugin/NUL.txt")]
    [InlineData("plugin/com1")]
    [InlineData("plugin/trailing.")]
    [InlineData("plugin/trailing ")]
    [InlineData("plugin/new\nline")]
    [InlineData("plugin/zero%00.txt")]
    [InlineData("plugin/SAMPLE.DLL")]
    [InlineData("plugin/Sample.dll/below.txt")]
    [InlineData("content/../../escaped.txt")]
    public async Task An_entry_that_means_something_else_elsewhere_refuses_the_whole_archive(string name)
    {
        var path = new TestPackage { Extra = [(name, "escaped")] }.WriteTo(_bench.Feed);

        var refusal = await _bench.RefusalAsync(new InstallRequest { Path = path });

        Assert.Contains("Nothing was unpacked", refusal, StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(_bench.Feed)!, "escaped*", SearchOption.AllDirectories));
    }

    [Theory]
    [Trait("Threat", "FS-07")]
    [InlineData(0xA000)]
    [InlineData(0x2000)]
    [InlineData(0x1000)]
    public async Task A_link_or_a_device_refuses_the_archive(int type)
    {
        var path = new TestPackage().WriteTo(_bench.Feed, zip =>
        {
            var entry = zip.CreateEntry("plugin/link");
            entry.ExternalAttributes = (type | 0x1FF) << 16;
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        });

        Assert.Contains("is a link or a device", await _bench.RefusalAsync(new InstallRequest { Path = path }), StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Fact]
    [Trait("Threat", "FS-08")]
    public async Task An_archive_that_inflates_to_a_thousand_times_its_size_is_stopped()
    {
        var path = new TestPackage { Extra = [("plugin/zeros.bin", new string('\0', 20 << 20))] }.WriteTo(_bench.Feed);

        Assert.Contains("100 times its size", await _bench.RefusalAsync(new InstallRequest { Path = path }), StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Fact]
    [Trait("Threat", "FS-08")]
    public async Task An_archive_that_lies_about_the_size_of_its_content_is_stopped()
    {
        var path = new TestPackage { Extra = [("plugin/zeros.bin", new string('\0', 20 << 20))] }.WriteTo(_bench.Feed);
        var bytes = File.ReadAllBytes(path);
        // The length in each header of that entry, local and central.
        for (var at = 0; at + 4 <= bytes.Length; at++)
        {
            if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)) == 20 << 20)
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), 1000);
        }

        File.WriteAllBytes(path, bytes);

        Assert.Contains("is not what its directory says", await _bench.RefusalAsync(new InstallRequest { Path = path }), StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Fact]
    [Trait("Threat", "FS-08")]
    public async Task More_entries_than_any_plugin_has_are_refused_before_they_are_read()
    {
        var path = new TestPackage().WriteTo(_bench.Feed, static zip =>
        {
            for (var number = 0; number < 10_001; number++)
                zip.CreateEntry($"x/{number}");
        });

        Assert.Contains("more than 10000 files", await _bench.RefusalAsync(new InstallRequest { Path = path }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(-30)]
    public async Task An_archive_that_is_cut_short_is_refused(int length)
    {
        var path = new TestPackage().WriteTo(_bench.Feed);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length + length : length)]);

        await _bench.RefusalAsync(new InstallRequest { Path = path });
        Assert.Empty(_bench.Left());
    }

    [Fact]
    public async Task Any_changed_byte_is_refused_or_harmless_and_never_anything_else()
    {
        var sound = new TestPackage().Build();
        var random = new Random(7);
        for (var trial = 0; trial < 150; trial++)
        {
            using var bench = new PackageBench();
            var bytes = (byte[])sound.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(bench["x.nupkg"], bytes);
            try
            {
                await bench.InstallAsync(new InstallRequest { Path = bench["x.nupkg"], AcceptWarnings = true });
                Assert.Null(bench.LoadRefusal(bench.Lock.Plugins.Keys.Single()));
            }
            catch (PackageException)
            {
                Assert.Empty(bench.Left());
            }
        }
    }

    [Fact]
    public async Task A_nuspec_with_a_document_type_is_refused()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            TestPackage.Add(zip, "a.nuspec", """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><package><metadata><id>&e;</id></metadata></package>""");
        File.WriteAllBytes(_bench["a.nupkg"], bytes.ToArray());

        Assert.Contains("is not sound XML", await _bench.RefusalAsync(new InstallRequest { Path = _bench["a.nupkg"] }), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-05")]
    public async Task Nothing_but_the_plugin_is_laid_out_and_nothing_is_run()
    {
        var ran = _bench["ran"];
        await _bench.InstallAsync(new TestPackage
        {
            Extra =
            [
                ("build/Acme.Sample.targets", $"<Project><Target Name=\"x\" BeforeTargets=\"Build\"><Exec Command=\"touch {ran}\"/></Target></Project>"),
                ("tools/install.ps1", $"touch {ran}"), ("tools/init.ps1", "x"), ("analyzers/dotnet/cs/A.dll", "x"), ("content/web.config", "x"),
            ],
        });

        Assert.Equal([".openclaw-package", "Sample.dll", "openclaw.plugin.json"], Directory.EnumerateFileSystemEntries(_bench.Paths.PluginOf("sample")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(ran));
    }

    [Theory]
    [Trait("Threat", "PLG-06")]
    [InlineData("../Sample.dll")]
    [InlineData("/etc/Sample.dll")]
    [InlineData("missing.dll")]
    public async Task A_package_whose_entry_assembly_is_elsewhere_is_refused(string assembly)
    {
        Assert.Contains("entryAssembly", await _bench.RefusalAsync(new TestPackage { EntryAssembly = assembly }), StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }

    [Fact]
    [Trait("Threat", "PLG-06")]
    public async Task A_folder_with_a_link_in_it_is_not_installed()
    {
        Directory.CreateDirectory(_bench["plain"]);
        File.WriteAllText(_bench["plain/openclaw.plugin.json"], new TestPackage().Manifest);
        File.CreateSymbolicLink(_bench["plain/Sample.dll"], "/etc/hostname");

        Assert.Contains("is a link", await _bench.RefusalAsync(new InstallRequest { Path = _bench["plain"] }), StringComparison.Ordinal);
        Assert.Empty(_bench.Left());
    }
}
