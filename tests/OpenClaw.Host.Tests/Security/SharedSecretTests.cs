using OpenClaw.Host.Security;

namespace OpenClaw.Host.Tests.Security;

public sealed class SharedSecretTests
{
    [Theory]
    [Trait("Threat", "AUTH-02")]
    [InlineData("secret-token", true)]
    [InlineData("secret-token ", false)]
    [InlineData(" secret-token", false)]
    [InlineData("secret-token\n", false)]
    [InlineData("secret-token\0", false)]
    [InlineData("Secret-token", false)]
    [InlineData("secret-toke", false)]
    [InlineData("secret-token-and-more", false)]
    [InlineData("secret-tok\u0435n", false)]
    [InlineData("", false)]
    public void Only_the_very_same_text_matches(string candidate, bool expected) =>
        Assert.Equal(expected, SharedSecret.Matches("secret-token", candidate));
}
