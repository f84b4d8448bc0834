using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Resolution;

namespace OpenClaw.Host.Tests.Plugins.Packages;

public sealed class VersionChoiceTests
{
    private static readonly NuGetVersion[] Versions = [.. new[] { "1.0.0", "1.2.0", "2.0.0-beta.1", "1.10.0", "2.1.0", "3.0.0-rc.1" }.Select(NuGetVersion.Parse)];

    [Theory]
    [InlineData(null, "2.1.0")]
    [InlineData("latest", "2.1.0")]
    [InlineData("1.*", "1.10.0")]
    [InlineData("1.2.*", "1.2.0")]
    [InlineData("[1.0,2.0)", "1.10.0")]
    [InlineData("[1.0,2.0]", "1.10.0")]
    [InlineData("1.2.0", "1.2.0")]
    [InlineData("2.0.0-beta.1", "2.0.0-beta.1")]
    [InlineData("4.*", null)]
    [InlineData("1.3.0", null)]
    public void The_first_is_the_newest_that_was_asked_for(string? text, string? expected) =>
        Assert.Equal(expected, VersionChoice.Parse(text).Order(Versions).FirstOrDefault()?.ToNormalizedString());

    [Fact]
    public void What_is_no_version_says_what_is() =>
        Assert.Contains("a floating one (1.*)", Assert.Throws<PackageException>(static () => VersionChoice.Parse("newest")).Message, StringComparison.Ordinal);
}
