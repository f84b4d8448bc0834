using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Identity;

namespace OpenClaw.Host.Tests.Channels;

public sealed class GuildRulesTests
{
    private const string InChannel = """{"guildId":"1","guildSlug":"our-team","channelSlug":"general","roles":["55"]}""";
    private const string InThread = """{"guildId":"1","guildSlug":"our-team","channelSlug":"lunch","parentChatId":"10","parentSlug":"general","roles":["55"]}""";

    [Theory]
    [InlineData("{}", VerdictKind.Drop)]
    [InlineData("""{"allowFrom":["7"]}""", VerdictKind.Drop)]
    [InlineData("""{"guilds":{"1":{}}}""", VerdictKind.Turn)]
    [InlineData("""{"guilds":{"our-team":{}},"dangerouslyAllowNameMatching":true}""", VerdictKind.Turn)]
    [InlineData("""{"guilds":{"*":{}}}""", VerdictKind.Turn)]
    [InlineData("""{"guilds":{"2":{}}}""", VerdictKind.Drop)]
    [InlineData("""{"groupPolicy":"open"}""", VerdictKind.Turn)]
    [InlineData("""{"groupPolicy":"open","guilds":{"2":{}}}""", VerdictKind.Drop)]
    [InlineData("""{"groupPolicy":"disabled","guilds":{"1":{}}}""", VerdictKind.Drop)]
    [InlineData("""{"guilds":{"1":{"channels":{"10":{}}}}}""", VerdictKind.Turn)]
    [InlineData("""{"guilds":{"1":{"channels":{"general":{}}}}}""", VerdictKind.Turn)]
    [InlineData("""{"guilds":{"1":{"channels":{"#general":{}}}}}""", VerdictKind.Turn)]
    [InlineData("""{"guilds":{"1":{"channels":{"*":{}}}}}""", VerdictKind.Turn)]
    [InlineData("""{"guilds":{"1":{"channels":{"11":{}}}}}""", VerdictKind.Drop)]
    [InlineData("""{"guilds":{"1":{"channels":{}}}}""", VerdictKind.Drop)]
    [InlineData("""{"guilds":{"1":{"channels":{"10":{"enabled":false},"*":{}}}}}""", VerdictKind.Drop)]
    public void Which_servers_and_channels_count_follows_from_the_map(string settings, object expected)
    {
        Assert.Equal(expected, Decide(settings, In("10", InChannel)));
        // A thread goes by the channel it is in.
        Assert.Equal(expected, Decide(settings, In("12", InThread)));
    }

    [Theory]
    [Trait("Threat", "CH-12")]
    [InlineData("""{"guilds":{"our-team":{}}}""")]
    [InlineData("""{"guilds":{"our-team":{},"*":{}}}""")]
    [InlineData("""{"groupPolicy":"open","guilds":{"our-team":{}}}""")]
    [InlineData("""{"guilds":{"our-team":{}},"dangerouslyAllowNameMatching":false}""")]
    public void A_server_that_has_the_name_of_an_entry_is_not_let_in_by_it(string settings) =>
        Assert.Equal(VerdictKind.Drop, Decide(settings, In("10", InChannel)));

    [Theory]
    [Trait("Threat", "CH-12")]
    [InlineData("""{"users":["7"]}""", VerdictKind.Turn)]
    [InlineData("""{"users":["<@!7>"]}""", VerdictKind.Turn)]
    [InlineData("""{"users":["Person 7"]}""", VerdictKind.Drop)]
    [InlineData("""{"users":["8"]}""", VerdictKind.Drop)]
    [InlineData("""{"roles":["55"]}""", VerdictKind.Turn)]
    [InlineData("""{"roles":["56"]}""", VerdictKind.Drop)]
    [InlineData("""{"users":["8"],"roles":["55"]}""", VerdictKind.Turn)]
    [InlineData("""{"users":[]}""", VerdictKind.Drop)]
    [InlineData("""{"users":["7"],"channels":{"10":{"users":["8"]}}}""", VerdictKind.Drop)]
    [InlineData("""{"users":["8"],"channels":{"10":{"roles":["55"]}}}""", VerdictKind.Turn)]
    public void Who_counts_in_a_server_follows_from_its_lists_and_those_of_the_channel_before_them(string guild, object expected) =>
        Assert.Equal(expected, Decide($$$"""{"guilds":{"1":{{{guild}}}}}""", In("10", InChannel)));

    [Theory]
    [InlineData("{}", VerdictKind.Hold)]
    [InlineData("""{"requireMention":false}""", VerdictKind.Turn)]
    [InlineData("""{"requireMention":false,"channels":{"10":{"requireMention":true}}}""", VerdictKind.Hold)]
    [InlineData("""{"channels":{"10":{"requireMention":false}}}""", VerdictKind.Turn)]
    public void Whether_the_agent_has_to_be_named_follows_from_the_channel_then_the_server(string guild, object expected) =>
        Assert.Equal(expected, Decide($$$"""{"guilds":{"1":{{{guild}}}}}""", In("10", InChannel), addressed: false));

    [Fact]
    public void What_is_meant_for_somebody_else_is_left_alone_where_the_server_says_so()
    {
        const string settings = """{"guilds":{"1":{"requireMention":false,"ignoreOtherMentions":true}}}""";
        var message = In("10", InChannel.Replace("\"roles\"", "\"meansOthers\":true,\"roles\"", StringComparison.Ordinal));

        Assert.Equal(VerdictKind.Drop, Decide(settings, message, addressed: false));
        Assert.Equal(VerdictKind.Turn, Decide(settings, message, addressed: true));
        Assert.Equal(VerdictKind.Turn, Decide(settings, In("10", InChannel), addressed: false));
    }

    [Theory]
    [InlineData("true", true, false, VerdictKind.Turn)]
    [InlineData("\"mentions\"", true, false, VerdictKind.Drop)]
    [InlineData("\"mentions\"", true, true, VerdictKind.Turn)]
    [InlineData("false", true, true, VerdictKind.Drop)]
    public void Bots_count_as_the_settings_say(string allowBots, bool addressed, bool mentioned, object expected) => Assert.Equal(
        expected, Decide($$$$"""{"allowBots":{{{{allowBots}}}},"guilds":{"*":{}}}""", In("10", InChannel) with { SenderIsBot = true, Mentioned = mentioned }, addressed));

    private static ReceivedMessage In(string channel, string facts) => Received.Group(chat: channel) with { ChatKind = ChatKind.Broadcast, Facts = Received.Json(facts) };

    private static VerdictKind Decide(string settings, ReceivedMessage message, bool addressed = true)
    {
        var account = new ConfiguredAccount("discord", AccountId.Default, IsEnabled: true, Received.Json(settings));
        return AdmissionRules.Decide(AccountPolicy.Of(account, Received.Json("{}")), message, isPaired: false, addressed).Kind;
    }
}
