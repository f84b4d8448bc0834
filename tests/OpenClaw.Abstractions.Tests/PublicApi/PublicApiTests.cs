using System.Reflection;
using System.Runtime.CompilerServices;
using OpenClaw.Plugins;

namespace OpenClaw.Abstractions.Tests.PublicApi;

public sealed class PublicApiTests
{
    private const string UpdateVariable = "OPENCLAW_UPDATE_PUBLIC_API";
    private static readonly Assembly Contract = typeof(IPlugin).Assembly;

    [Fact]
    public void The_public_api_is_the_checked_in_one()
    {
        var actual = ApiListing.Of(Contract);
        var file = ListingFile();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(file, actual);

        var difference = ApiDifference.Between(File.ReadAllText(file), actual);

        Assert.True(
            difference.Length == 0,
            $"The public API of OpenClaw.Abstractions differs from PublicApi.txt (- checked in, + built):\n{difference}\n"
            + "Removing or changing a line breaks plugins and needs a new major ContractVersion; adding needs a new minor one.\n"
            + $"If it is meant: {UpdateVariable}=1 dotnet test tests/OpenClaw.Abstractions.Tests, and check the file in.");
    }

    [Fact]
    public void The_contract_depends_on_the_framework_alone()
    {
        var foreign = Contract.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                && name != "Microsoft.AspNetCore.Http.Abstractions");

        Assert.Empty(foreign);
    }

    [Fact]
    public void Records_and_classes_are_sealed_or_closed_families()
    {
        var open = Contract.GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false }
            && type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Any(constructor => constructor.GetParameters().Length == 0 && !constructor.IsFamilyAndAssembly));

        Assert.Empty(open);
    }

    private static string ListingFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "PublicApi.txt");
}
