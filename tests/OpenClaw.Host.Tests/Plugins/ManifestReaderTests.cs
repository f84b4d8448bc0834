using System.Text;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Tests.Plugins;

public sealed class ManifestReaderTests : IDisposable
{
    private const string Valid = """
        {
          "id": "sample", "name": "Sample", "version": "1.2.3-beta.1", "contract": {"min": "1.0.0", "max": "2.0.0"},
          "entryAssembly": "lib/Sample.dll", "entryType": "Sample.Plugin", "kinds": ["tool", "channel"],
          "configSchema": {"type": "object"}, "permissions": ["network"], "unknown": {"ignored": true}
        }
        """;

    private readonly TemporaryDirectory _folder = new();

    public ManifestReaderTests()
    {
        Directory.CreateDirectory(_folder["lib"]);
        File.WriteAllText(_folder["lib/Sample.dll"], "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_valid_manifest_is_read_whole()
    {
        var manifest = Read(Valid).Manifest!;

        Assert.Equal(("sample", "Sample", "1.2.3-beta.1"), (manifest.Id, manifest.Name, manifest.Version.ToNormalizedString()));
        Assert.Equal(("lib/Sample.dll", "Sample.Plugin"), (manifest.EntryAssembly, manifest.EntryType));
        Assert.Equal(PluginKind.Tool | PluginKind.Channel, manifest.Kinds);
        Assert.Equal("[1.0.0, 2.0.0)", manifest.Contract.ToNormalizedString());
        Assert.Equal(["network"], manifest.Permissions);
        Assert.NotNull(manifest.ConfigSchema);
    }

    [Theory]
    [InlineData("\"[1.0.0,2.0.0)\"", true)]
    [InlineData("\"1.0.0\"", true)]
    [InlineData("{\"min\":\"1.0.0\"}", true)]
    [InlineData("{\"min\":\"2.0.0\",\"max\":\"1.0.0\"}", false)]
    [InlineData("{\"max\":\"2.0.0\"}", false)]
    [InlineData("\"soon\"", false)]
    [InlineData("1", false)]
    public void A_contract_range_is_an_object_or_a_range_text(string contract, bool valid) =>
        Assert.Equal(valid, Read(Valid.Replace("""{"min": "1.0.0", "max": "2.0.0"}""", contract, StringComparison.Ordinal)).Manifest is not null);

    [Fact]
    public void All_mistakes_are_reported_at_once_with_key_value_and_fix()
    {
        var result = Read("""{"id":"-bad","version":"x","contract":1,"entryAssembly":"lib/Sample.exe","kinds":["plugin"],"permissions":"all"}""");

        Assert.Null(result.Manifest);
        Assert.Equal(["id", "name", "version", "contract", "entryAssembly", "kinds", "permissions"], result.Issues.Select(static issue => issue.Key));
        Assert.All(result.Issues, static issue => Assert.NotEmpty(issue.Fix));
        Assert.Contains("kinds = 'plugin': is not a kind this gateway knows. List at least one of channel, tool", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../Sample.dll")]
    [InlineData("lib/../../Sample.dll")]
    [InlineData("/etc/Sample.dll")]
    [InlineData("lib\\\\Sample.dll")]
    [InlineData("C:/Sample.dll")]
    [InlineData("lib//Sample.dll")]
    [InlineData("./lib/Sample.dll")]
    [InlineData("lib/Other.dll")]
    [Trait("Threat", "PLG-06")]
    public void An_entry_assembly_outside_the_folder_is_refused(string path) =>
        Assert.Equal("entryAssembly", Assert.Single(Read(Valid.Replace("lib/Sample.dll", path, StringComparison.Ordinal)).Issues).Key);

    [Fact]
    [Trait("Threat", "PLG-06")]
    public void An_entry_assembly_behind_a_link_is_refused()
    {
        using var outside = new TemporaryDirectory();
        File.WriteAllText(outside["Sample.dll"], "");
        Directory.CreateSymbolicLink(_folder["linked"], outside.Path);

        var issue = Assert.Single(Read(Valid.Replace("lib/Sample.dll", "linked/Sample.dll", StringComparison.Ordinal)).Issues);

        Assert.Equal("the path goes through a link", issue.Problem);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("Sample")]
    [InlineData("s\u0430mple")]
    [InlineData("9sample")]
    [InlineData("")]
    [Trait("Threat", "PLG-03")]
    public void An_id_that_is_not_plain_is_refused(string id) =>
        Assert.Equal("id", Assert.Single(Read(Valid.Replace("\"sample\"", $"\"{id}\"", StringComparison.Ordinal)).Issues).Key);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    public void What_is_not_one_plain_object_is_refused(string text) => Assert.Null(Read(text).Manifest);

    [Fact]
    public void Nesting_and_size_are_limited()
    {
        var deep = Valid.Replace("{\"ignored\": true}", new string('[', 40) + new string(']', 40), StringComparison.Ordinal);
        var large = Valid.Replace("true", $"\"{new string('x', ManifestLimits.MaxBytes)}\"", StringComparison.Ordinal);

        Assert.Null(Read(deep).Manifest);
        Assert.Contains("is too large", Read(large).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_a_value_do_not_reach_the_message() =>
        Assert.DoesNotContain('\u001b', Read(Valid.Replace("1.2.3-beta.1", "\\u001b[31m", StringComparison.Ordinal)).Reason);

    [Fact]
    public void A_missing_manifest_says_so()
    {
        using var empty = new TemporaryDirectory();

        Assert.Contains("openclaw.plugin.json: is missing", ManifestReader.Read(empty.Path).Reason, StringComparison.Ordinal);
    }

    private ManifestResult Read(string text)
    {
        File.WriteAllText(_folder[PluginManifest.FileName], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return ManifestReader.Read(_folder.Path);
    }
}
