using OpenClaw.Host.Configuration.Start;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class EnvironmentSubstitutionTests
{
    [Theory]
    [InlineData("${A}", "one")]
    [InlineData("x${A}-${B_2}y", "xone-twoy")]
    [InlineData("$${A}", "${A}")]
    [InlineData("$$${A}", "$${A}")]
    [InlineData("${a} ${1} ${} ${A", "${a} ${1} ${} ${A")]
    [InlineData("$A", "$A")]
    [InlineData("${QUOTE}", "\",\"evil\":{${A}}")]
    public void Placeholders_become_values(string written, string expected)
    {
        using var fixture = new ConfigFixture($"{{channels:{{x:'{written}'}}}}");
        fixture["A"] = "one";
        fixture["B_2"] = "two";
        fixture["QUOTE"] = "\",\"evil\":{${A}}";
        var result = fixture.Load();
        Assert.Empty(result.Warnings);
        Assert.Equal(expected, Assert.IsType<ConfigString>(result.Resolved!.Find("channels.x")).Value);
    }

    [Fact]
    public void Every_missing_variable_is_named_with_its_key()
    {
        using var fixture = new ConfigFixture("{models:{providers:{p:{apiKey:'${ONE}',baseUrl:'${TWO}'}}},channels:{x:['a','${ONE}']}}");
        fixture["TWO"] = "";
        var result = fixture.Load();
        Assert.Equal(["channels.x.1", "models.providers.p.apiKey", "models.providers.p.baseUrl"], result.Warnings.Select(issue => issue.Path).Order());
        Assert.All(result.Warnings, issue => Assert.StartsWith("Missing env var \"", issue.Message, StringComparison.Ordinal));
        var provider = result.Require().Models.Providers["p"];
        Assert.Equal("ONE", provider.ApiKey!.MissingVariable);
        Assert.Throws<InvalidOperationException>(() => provider.ApiKey.Reveal());
        Assert.Null(provider.BaseUrl);
    }

    [Fact]
    public void Keys_are_never_substituted()
    {
        using var fixture = new ConfigFixture("{channels:{'${A}':1}}");
        fixture["A"] = "one";
        Assert.NotNull(fixture.Load().Resolved!.Find("channels.${A}"));
    }

    [Fact]
    public void The_file_supplies_what_the_environment_lacks_and_nothing_else()
    {
        using var fixture = new ConfigFixture("{env:{vars:{A:'file',B:'file'}},channels:{x:'${A} ${B}'}}");
        fixture["A"] = "environment";
        Assert.Equal("environment file", ((ConfigString)fixture.Load().Resolved!.Find("channels.x")!).Value);
    }

    [Theory]
    [InlineData("'$TOK'")]
    [InlineData("'${TOK}'")]
    [InlineData("{source:'env',provider:'default',id:'TOK'}")]
    public void A_credential_can_refer_to_a_variable(string written)
    {
        using var fixture = new ConfigFixture($"{{gateway:{{mode:'local',auth:{{token:{written}}}}}}}");
        fixture["TOK"] = "value-of-token";
        Assert.Equal("value-of-token", fixture.Load().Require().Gateway.Auth.Token!.Reveal());
    }

    [Theory]
    [InlineData("'$TOK'")]
    [InlineData("'${TOK}'")]
    [InlineData("{source:'env',id:'TOK'}")]
    public void The_gateway_does_not_start_on_a_token_that_is_not_there(string written)
    {
        using var fixture = new ConfigFixture($"{{gateway:{{mode:'local',auth:{{token:{written}}}}}}}");
        Assert.Contains("TOK", Assert.Single(GatewayStartRules.Check(fixture.Load(), false)).Message, StringComparison.Ordinal);
    }
}
