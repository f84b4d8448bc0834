using OpenClaw.Channels;
using OpenClaw.Host.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Routing;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Tests.Channels;

public sealed class MessageRouterTests
{
    [Theory]
    [InlineData(DmScope.Main, "agent:main:main")]
    [InlineData(DmScope.PerPeer, "agent:main:direct:7")]
    [InlineData(DmScope.PerChannelPeer, "agent:main:chat:direct:7")]
    [InlineData(DmScope.PerAccountChannelPeer, "agent:main:chat:default:direct:7")]
    public void The_scope_decides_how_far_a_direct_chat_is_its_own_session(object scope, string expected) =>
        Assert.Equal(expected, Route(Received.Direct(), new SessionConfig { DmScope = (DmScope)scope }).Key);

    [Fact]
    public void A_person_with_several_addresses_has_one_session()
    {
        var session = new SessionConfig
        {
            DmScope = DmScope.PerPeer,
            IdentityLinks = new Dictionary<string, IReadOnlyList<string>> { ["alice"] = ["chat:7", "other:abc"] },
        };

        Assert.Equal("agent:main:direct:alice", Route(Received.Direct(), session).Key);
        Assert.Equal("agent:main:direct:8", Route(Received.Direct(sender: "8"), session).Key);
    }

    [Fact]
    public void Groups_and_their_threads_are_sessions()
    {
        Assert.Equal("agent:main:chat:group:-100", Route(Received.Group()).Key);
        Assert.Equal("agent:main:chat:group:-100:thread:5", Route(Received.Group() with { ThreadId = "5" }).Key);
        Assert.Equal("agent:main:chat:group:-100:thread:chat-account-work", Route(Received.Group() with { Facts = Received.Json("""{"sessionThread":"chat-account-work"}""") }).Key);
        Assert.Equal(
            "agent:main:chat:group:-100:topic:5",
            Route(Received.Group() with { ThreadId = "5", Facts = Received.Json("""{"threadKind":"topic"}""") }).Key);
        Assert.Equal("agent:main:chat:channel:9", Route(Received.Group(chat: "9") with { ChatKind = ChatKind.Broadcast }).Key);
        Assert.Equal("agent:main:main", Route(Received.Group(), new SessionConfig { GroupScope = GroupScope.Main }).Key);
    }

    [Fact]
    public void The_agent_of_a_topic_counts_before_the_bindings()
    {
        const string channel = """{"groups":{"-100":{"topics":{"5":{"agentId":"ops"}}}}}""";
        const string bindings = """[{"agentId":"main","match":{"channel":"chat","peer":{"kind":"group","id":"-100"}}}]""";

        Assert.Equal("agent:ops:chat:group:-100:thread:5", Route(Received.Group() with { ThreadId = "5" }, bindings: bindings, channel: channel).Key);
        Assert.Equal("agent:main:chat:group:-100:thread:6", Route(Received.Group() with { ThreadId = "6" }, bindings: bindings, channel: channel).Key);
    }

    [Fact]
    public void An_id_of_a_platform_cannot_name_another_session()
    {
        var scoped = new SessionConfig { DmScope = DmScope.PerPeer };

        Assert.Equal("agent:main:direct:x%3agroup%3a1", Route(Received.Direct(sender: "x:group:1"), scoped).Key);
        Assert.Equal("agent:main:direct:x%253a", Route(Received.Direct(sender: "x%3a"), scoped).Key);
        var long1 = Route(Received.Direct(sender: new string('a', 500) + "1"), scoped).Key;
        var long2 = Route(Received.Direct(sender: new string('a', 500) + "2"), scoped).Key;
        Assert.NotEqual(long1, long2);
    }

    [Theory]
    [InlineData("""[{"agentId":"ops","match":{"channel":"chat"}}]""", "ops")]
    [InlineData("""[{"agentId":"ops","match":{"channel":"other"}}]""", "main")]
    [InlineData("""[{"agentId":"ops","match":{"channel":"chat","accountId":"work"}}]""", "main")]
    [InlineData("""[{"agentId":"ops","match":{"channel":"chat","accountId":"*"}}]""", "ops")]
    [InlineData("""[{"agentId":"main","match":{"channel":"chat"}},{"agentId":"ops","match":{"channel":"chat","peer":{"kind":"group","id":"-100"}}}]""", "ops")]
    [InlineData("""[{"agentId":"ops","match":{"channel":"chat","peer":{"kind":"group","id":"*"}}},{"agentId":"main","match":{"channel":"chat","guildId":"g"}}]""", "ops")]
    [InlineData("""[{"agentId":"ops","match":{"channel":"chat","guildId":"g","roles":["admin"]}},{"agentId":"main","match":{"channel":"chat","guildId":"g"}}]""", "ops")]
    [InlineData("""[{"agentId":"ops","match":{"channel":"chat","guildId":"g","roles":["nobody"]}},{"agentId":"main","match":{"channel":"chat"}}]""", "main")]
    [InlineData("""[{"agentId":"ops","match":{"channel":"chat","peer":{"kind":"group","id":"parent"}}}]""", "ops")]
    [InlineData("""[{"agentId":"main","match":{"channel":"chat"}},{"agentId":"ops","match":{"channel":"chat"}}]""", "main")]
    public void The_most_specific_binding_chooses_the_agent(string bindings, string expected)
    {
        var message = Received.Group() with { Facts = Received.Json("""{"guildId":"g","roles":["admin"],"parentChatId":"parent"}""") };

        Assert.Equal(expected, Route(message, bindings: bindings).AgentId);
    }

    [Fact]
    public void Several_agents_and_no_fitting_binding_name_what_is_missing()
    {
        var error = Assert.Throws<SessionKeyException>(
            () => Route(Received.Direct(), bindings: """[{"agentId":"ops","match":{"channel":"other"}}]""", hasDefault: false));

        Assert.Contains("match.channel \"chat\"", error.Message, StringComparison.Ordinal);
    }

    private static SessionAddress Route(ReceivedMessage message, SessionConfig? session = null, string bindings = "[]", bool hasDefault = true, string channel = "{}")
    {
        var config = new FixedConfig(new OpenClawConfig
        {
            Agents = new AgentsConfig { List = [new AgentConfig { Id = "main", IsDefault = hasDefault }, new AgentConfig { Id = "ops" }] },
            Session = session ?? new SessionConfig(),
            Raw = Received.Json("""{"channels":{"chat":""" + channel + """},"bindings":""" + bindings + "}"),
        });
        return new MessageRouter(new ChannelBoard(new NoPlugins(), config), config, new SessionKeyParser(config)).Of(Received.Account, message);
    }
}
