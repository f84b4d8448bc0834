using System.Net;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Tests.Security;

public sealed class AddressBucketTests
{
    [Theory]
    [Trait("Threat", "AUTH-07")]
    [InlineData("1.2.3.4", "::ffff:1.2.3.4", true)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("fe80::1%1", "fe80::1%2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("1.2.3.4", "1.2.3.5", false)]
    public void Spellings_of_one_party_share_a_bucket(string left, string right, bool same) =>
        Assert.Equal(same, AddressBucket.Of(IPAddress.Parse(left)) == AddressBucket.Of(IPAddress.Parse(right)));
}
