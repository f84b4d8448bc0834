using System.Text.Json.Nodes;
using OpenClaw.Host.Tests;

namespace OpenClaw.Sdk.Tests.Manifests;

public sealed class ManifestToolTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public ManifestToolTests() => File.Copy(
        Path.Combine(RepositoryRoot.Path, "tests", "published", "contract-1.0.0", "plugins", "dice-tool", "Dice.dll"), _folder["Dice.dll"]);

    [Fact]
    public void Entry_type_kinds_and_range_come_from_the_assembly_and_the_contract()
    {
        var manifest = Write("PluginId=dice", "PluginName=Dice; or die", "Version=2.1.0", "Description=Rolls", "  dice.");

        Assert.Equal("Dice.DicePlugin", (string?)manifest["entryType"]);
        Assert.Equal("Dice.dll", (string?)manifest["entryAssembly"]);
        Assert.Equal(["tool"], Texts(manifest["kinds"]));
        Assert.Equal(OpenClaw.Plugins.ContractVersion.Current, (string?)manifest["contract"]!["min"]);
        Assert.Equal("2.0.0", (string?)manifest["contract"]!["max"]);
        Assert.Equal(("Dice; or die", "Rolls dice."), ((string?)manifest["name"], (string?)manifest["description"]));
        Assert.Null(manifest["offers"]);
    }

    [Fact]
    public void Lists_are_parted_by_semicolons_or_commas()
    {
        var manifest = Write("PluginId=dice", "PluginName=Dice", "Version=1.0.0", "PluginKinds=tool;service", "PluginPermissions=network, files", "PluginApis=a;b");

        Assert.Equal(["tool", "service"], Texts(manifest["kinds"]));
        Assert.Equal(["network", "files"], Texts(manifest["permissions"]));
        Assert.Equal(["a", "b"], Texts(manifest["offers"]!["apis"]));
    }

    [Theory]
    [InlineData("PluginId=Not An Id", "PluginId = 'Not An Id': is not a plugin id. Use 1 to 64 of a-z 0-9 and '-', starting with a letter.")]
    [InlineData("Version=one", "Version = 'one': is not a version. Write a SemVer 2.0 version, for example 1.2.0.")]
    [InlineData("PluginKinds=toool", "PluginKinds = 'toool': is not a kind this gateway knows. List at least one of channel, tool, agent-provider, service")]
    [InlineData("PluginContractMin=3.0.0", "PluginContractMin = '3.0.0', PluginContractMax = '2.0.0': is no range of versions. Write two versions, the smaller one first.")]
    public void A_wrong_property_is_named_with_its_value_and_the_fix(string line, string expected)
    {
        var failure = Assert.Throws<SdkException>(() => Write("PluginId=dice", "PluginName=Dice", "Version=1.0.0", line));

        Assert.StartsWith(expected, Assert.Single(failure.Messages), StringComparison.Ordinal);
        Assert.Equal("OC1001", failure.Code);
        Assert.False(File.Exists(_folder["openclaw.plugin.json"]), "A manifest that is not valid must not be left behind.");
    }

    [Fact]
    public void A_hand_written_file_wins_and_is_checked()
    {
        File.WriteAllText(_folder["mine.json"], """{"id":"mine","name":"Mine","version":"1.0.0","contract":"[1.0.0,2.0.0)","entryAssembly":"Dice.dll","kinds":["tool"]}""");
        Assert.Equal("mine", (string?)Write("PluginId=other", $"HandWritten={_folder["mine.json"]}")["id"]);

        File.WriteAllText(_folder["mine.json"], """{"id":"mine","name":"Mine","version":"1.0.0","contract":"[1.0.0,2.0.0)","entryAssembly":"../Dice.dll","kinds":["tool"]}""");
        var failure = Assert.Throws<SdkException>(() => Write("PluginId=other", $"HandWritten={_folder["mine.json"]}"));
        Assert.Equal("OC1002", failure.Code);
        Assert.StartsWith("openclaw.plugin.json: entryAssembly = '../Dice.dll':", Assert.Single(failure.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_become_a_schema_that_marks_secrets()
    {
        File.Copy(typeof(SampleSettings).Assembly.Location, _folder["OpenClaw.Sdk.Tests.dll"]);

        var schema = SettingsSchema.Of(_folder["OpenClaw.Sdk.Tests.dll"], EntryAssembly.Read(_folder["OpenClaw.Sdk.Tests.dll"]))!;

        Assert.Equal("What it says.", (string?)schema["properties"]!["greeting"]!["description"]);
        Assert.Equal((1, 5), ((int)schema["properties"]!["times"]!["minimum"]!, (int)schema["properties"]!["times"]!["maximum"]!));
        Assert.True((bool)schema["properties"]!["token"]!["writeOnly"]!);
        Assert.Equal(["greeting"], Texts(schema["required"]));
    }

    public void Dispose() => _folder.Dispose();

    private JsonNode Write(params string[] lines)
    {
        File.WriteAllLines(_folder["values.txt"], [$"Project=Dice.csproj", $"Assembly={_folder["Dice.dll"]}", .. lines]);
        ManifestFile.Write(ProjectValues.Read(_folder["values.txt"]));
        return JsonNode.Parse(File.ReadAllText(_folder["openclaw.plugin.json"]))!;
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(static item => (string)item!);
}
