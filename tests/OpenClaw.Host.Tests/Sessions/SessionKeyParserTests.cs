using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Sessions;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Sessions;

public sealed class SessionKeyParserTests
{
    private readonly SessionKeyParser _parser = new(new FixedConfig(new OpenClawConfig
    {
        Agents = new AgentsConfig { List = [new AgentConfig { Id = "main" }, new AgentConfig { Id = "Ops" }] },
    }));

    [Theory]
    [InlineData(null, "agent:main:main")]
    [InlineData("", "agent:main:main")]
    [InlineData("main", "agent:main:main")]
    [InlineData(" Main ", "agent:main:main")]
    [InlineData("agent:main:main", "agent:main:main")]
    [InlineData("ops", "agent:ops:main")]
    [InlineData("agent:ops:main", "agent:ops:main")]
    public void Every_spelling_of_a_main_session_is_one_key(string? key, string expected)
    {
        var address = _parser.Parse(key);

        Assert.Equal(expected, address.Key);
        Assert.True(address.IsMain);
    }

    [Theory]
    [InlineData("Project X", null, "agent:main:project x")]
    [InlineData("notes", "ops", "agent:ops:notes")]
    [InlineData("agent:ops:notes", "OPS", "agent:ops:notes")]
    public void Another_name_is_a_session_of_the_agent_meant(string key, string? agent, string expected) =>
        Assert.Equal(expected, _parser.Parse(key, agent).Key);

    [Theory]
    [InlineData("global", nameof(SessionKind.Global))]
    [InlineData("agent:main:chat:group:1", nameof(SessionKind.Group))]
    [InlineData("agent:main:chat:channel:1", nameof(SessionKind.Group))]
    [InlineData("agent:main:chat:1", nameof(SessionKind.Direct))]
    public void The_kind_follows_from_the_key(string key, string kind) => Assert.Equal(kind, _parser.Parse(key).Kind.ToString());

    [Theory]
    [InlineData("agent:", null, "malformed session key")]
    [InlineData("agent:main:", null, "malformed session key")]
    [InlineData("agent:nobody:x", null, "unknown agent id \"nobody\"")]
    [InlineData("x", "nobody", "unknown agent id \"nobody\"")]
    [InlineData("agent:main:x", "ops", "belongs to agent \"main\", not to \"ops\"")]
    [InlineData("a\u0007b", null, "control characters")]
    public void What_names_no_session_is_refused_with_the_reason(string key, string? agent, string reason) =>
        Assert.Contains(reason, Assert.Throws<SessionKeyException>(() => _parser.Parse(key, agent)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_canonical_key_has_the_length_the_protocol_allows_and_not_one_more()
    {
        var longest = new string('k', GatewayLimits.MaxSessionKeyLength - "agent:main:".Length);

        Assert.Equal(GatewayLimits.MaxSessionKeyLength, _parser.Parse(longest).Key.Length);
        Assert.Throws<SessionKeyException>(() => _parser.Parse(longest + "k"));
    }
}
