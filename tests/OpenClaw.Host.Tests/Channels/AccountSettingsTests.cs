using OpenClaw.Host.Channels.Accounts;

namespace OpenClaw.Host.Tests.Channels;

public sealed class AccountSettingsTests
{
    [Theory]
    [InlineData("""{"a":1,"accounts":{"x":{}},"defaultAccount":"x"}""", "{}", """{"a":1}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":3}""", """{"a":1,"b":3}""")]
    [InlineData("""{"groups":{"1":{},"2":{}}}""", """{"groups":{}}""", """{"groups":{}}""")]
    [InlineData("{}", """{"a":1}""", """{"a":1}""")]
    public void What_an_account_says_replaces_what_its_channel_says(string channel, string account, string expected) =>
        Assert.Equal(expected, AccountSettings.Of(Received.Json(channel), Received.Json(account)).GetRawText());

    [Fact]
    public void An_account_without_settings_of_its_own_has_those_of_its_channel() =>
        Assert.Equal("""{"a":1}""", AccountSettings.Of(Received.Json("""{"a":1}"""), default).GetRawText());
}
