using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Xml.Linq;
using OpenClaw.Plugins;

namespace OpenClaw.Abstractions.Tests.PublicApi;

/// <summary>Holds the contract to what was published of it (tests/published): what a plugin was built against is still there.</summary>
public sealed class PublishedContractTests
{
    public static TheoryData<string> Published => [.. Directory.GetFiles(Folder(), "OpenClaw.Abstractions.dll", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Published))]
    public void Nothing_that_was_published_in_this_major_version_is_gone(string file)
    {
        var context = new AssemblyLoadContext(file, isCollectible: true);
        var published = ApiListing.Of(context.LoadFromAssemblyPath(file));

        var gone = ApiDifference.Between(published, ApiListing.Of(typeof(IPlugin).Assembly)).Split('\n').Where(line => line.StartsWith('-'));

        // The one line whose value is meant to change.
        Assert.DoesNotContain(gone, static line => !line.Contains("const string Current", StringComparison.Ordinal));
        context.Unload();
    }

    [Fact]
    public void The_package_the_contract_and_the_assembly_have_one_version()
    {
        var project = XDocument.Load(Path.Combine(Folder(), "..", "..", "abstractions", "OpenClaw.Abstractions", "OpenClaw.Abstractions.csproj"));

        Assert.Equal(ContractVersion.Current, (string?)project.Descendants("Version").Single());
        Assert.Equal($"{Version.Parse(ContractVersion.Current).Major}.0.0.0", typeof(IPlugin).Assembly.GetName().Version!.ToString());
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "published"));
}
