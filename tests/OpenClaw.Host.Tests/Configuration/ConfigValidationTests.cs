using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class ConfigValidationTests
{
    [Theory]
    [InlineData("{gateway:{wat:1}}", "gateway", "Unrecognized key: \"wat\"")]
    [InlineData("{gateway:{a1:1,b2:2}}", "gateway", "Unrecognized keys: \"a1\", \"b2\"")]
    [InlineData("{nope:1}", "", "Unrecognized key: \"nope\"")]
    [InlineData("{gateway:{port:\"x\"}}", "gateway.port", "Invalid input: expected number, received string")]
    [InlineData("{agents:{defaults:{model:123}}}", "agents.defaults.model", "Invalid input, got: 123")]
    [InlineData("{gateway:{reload:{mode:\"warm\"}}}", "gateway.reload.mode", "Invalid input (allowed: \"hybrid\", \"hot\", \"restart\", \"off\"), got: \"warm\"")]
    [InlineData("{gateway:{port:70000}}", "gateway.port", "Too big: expected number to be <=65535 (maximum: 65535)")]
    [InlineData("{gateway:{port:0}}", "gateway.port", "Too small: expected number to be >=1 (minimum: 1)")]
    [InlineData("{gateway:{port:1.5}}", "gateway.port", "Invalid input: expected int, received number")]
    [InlineData("{\n", "", "JSON5 parse failed: SyntaxError: JSON5: invalid end of input at 2:1")]
    [InlineData("[]", "", "Invalid input: expected object, received array")]
    [InlineData("{models:{providers:{p:{models:[{id:3}]}}}}", "models.providers.p.models.0.id", "Invalid input: expected string, received number")]
    [InlineData("{agents:{entries:{'a b':{}}}}", "agents.entries", "Invalid key in record: \"a b\"")]
    [InlineData("{gateway:{$include:'x.json'}}", "gateway", "$include is not supported by this version")]
    [InlineData("{plugins:{entries:{x:{config:{deep:[{$include:'x'}]}}}}}", "plugins.entries.x.config.deep.0", "$include is not supported by this version")]
    [InlineData("{logging:{redactPatterns:['(']}}", "logging.redactPatterns.0", "Invalid input, got: \"(\"")]
    [InlineData("{gateway:{auth:{token:{source:'exec',id:'x'}}}}", "gateway.auth.token", "Invalid input: only references with source \"env\" can be resolved")]
    public void A_mistake_is_told_in_the_words_that_clients_know(string text, string path, string message)
    {
        var issue = Assert.Single(ConfigFixture.Load(text).Issues);
        Assert.Equal((path, message), (issue.Path, issue.Message));
        Assert.NotNull(issue.Fix);
    }

    [Fact]
    [Trait("Threat", "CH-12")]
    public void A_name_on_a_list_of_senders_is_told_to_let_nobody_in()
    {
        var result = ConfigFixture.Load(
            "{channels:{chat:{allowFrom:['@alice','chat:@bob','7','<@8>','9@server.example'],groups:{'-1':{topics:{'5':{allowFrom:['@eve']}}}},accounts:{a:{groupAllowFrom:['@mallory']}}}}}");
        Assert.True(result.IsValid);
        Assert.Equal(
            ["channels.chat.allowFrom", "channels.chat.allowFrom", "channels.chat.groups.-1.topics.5.allowFrom", "channels.chat.accounts.a.groupAllowFrom"],
            result.Warnings.Select(static warning => warning.Path));
    }

    [Fact]
    public void A_tool_policy_is_accepted_with_the_word_that_it_is_not_applied()
    {
        var result = ConfigFixture.Load("{ tools: { deny: ['exec'] }, agents: { entries: { a: { tools: { profile: 'minimal' } } } } }");
        Assert.True(result.IsValid);
        Assert.Equal(["tools.deny", "agents.entries.a.tools.profile"], result.Warnings.Select(static warning => warning.Path));
    }

    [Fact]
    public void Every_mistake_is_told_at_once_with_its_line()
    {
        var result = ConfigFixture.Load("{\n gateway: {\n  port: 'x',\n  bnd: 1,\n },\n logging: { level: 'loud' },\n}");
        Assert.Equal(
            ["openclaw.json:3 — gateway.port", "openclaw.json:4 — gateway", "openclaw.json:6 — logging.level"],
            result.Issues.Select(issue => issue.Format("openclaw.json").Split(": ")[0]).Order());
        var message = Assert.Throws<ConfigInvalidException>(() => result.Require()).Message;
        Assert.Contains("Did you mean \"bind\"?", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_is_printed_without_a_line() =>
        Assert.Equal("<root>: Unrecognized key: \"nope\"", Assert.Single(ConfigFixture.Load("{nope:1}").Issues).Format("openclaw.json"));

    [Fact]
    [Trait("Threat", "LOG-01")]
    public void No_finding_shows_a_secret()
    {
        var result = ConfigFixture.Load("""
            { gateway: { auth: { mode: "canary-mode", token: ["canary-1"], password: 12345678 } },
              gateway_token: "canary-2", models: { providers: { p: { apiKey: true, baseUrl: "ftp://me:canary-3@x" } } },
              hooks: { enabled: true, token: "" } }
            """);
        var all = string.Join('\n', result.Issues.Concat(result.Warnings).Select(issue => $"{issue} {issue.Fix} {issue.Value}"));
        Assert.DoesNotContain("canary-1", all, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-2", all, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-3", all, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{gateway:{bind:'custom'}}", "gateway.customBindHost")]
    [InlineData("{gateway:{auth:{mode:'trusted-proxy',trustedProxy:{userHeader:'x'}}}}", "gateway.auth.mode")]
    [InlineData("{gateway:{trustedProxies:['10.0.0.1'],auth:{mode:'trusted-proxy'}}}", "gateway.auth.mode")]
    [InlineData("{gateway:{trustedProxies:['10.0.0.0/8'],auth:{mode:'trusted-proxy',token:'abcdef',trustedProxy:{userHeader:'x'}}}}", "gateway.auth.mode")]
    [InlineData("{gateway:{bind:'lan',auth:{token:'abcdef'},tailscale:{mode:'serve'}}}", "gateway.tailscale.mode")]
    [InlineData("{gateway:{tailscale:{mode:'funnel'}}}", "gateway.tailscale.mode")]
    [InlineData("{hooks:{enabled:true}}", "hooks.token")]
    [InlineData("{hooks:{enabled:true,token:'same-token'},gateway:{auth:{token:'same-token'}}}", "hooks.token")]
    [InlineData("{hooks:{path:'/'}}", "hooks.path")]
    [InlineData("{tools:{allow:['a'],alsoAllow:['b']}}", "tools")]
    [InlineData("{agents:{entries:{a:{agentDir:'x'},b:{agentDir:'./x'}}}}", "agents.entries")]
    [InlineData("{agents:{entries:{a:{default:true},b:{default:true}}}}", "agents.entries")]
    [InlineData("{agents:{entries:{a:{},A:{}}}}", "agents.entries")]
    [InlineData("{channels:{telegram:{dmPolicy:'open',allowFrom:['1']}}}", "channels.telegram.dmPolicy")]
    [InlineData("{channels:{telegram:{accounts:{x:{dmPolicy:'open'}}}}}", "channels.telegram.accounts.x.dmPolicy")]
    [InlineData("{gateway:{persistence:{storage:'redis'}}}", "gateway.persistence.storage")]
    public void Keys_that_do_not_go_together_are_refused(string text, string path)
    {
        var issue = Assert.Single(ConfigFixture.Load(text).Issues);
        Assert.Equal(path, issue.Path);
        Assert.NotNull(issue.Fix);
    }

    [Fact]
    [Trait("Threat", "FS-09")]
    public void A_file_that_is_no_configuration_is_an_issue_and_not_a_crash()
    {
        using var fixture = new ConfigFixture("");
        byte[][] contents = [[], [0xff, 0xfe, 0], [0xef, 0xbb, 0xbf], "<<<<<<< HEAD"u8.ToArray(), new byte[3 * 1024 * 1024]];
        foreach (var content in contents)
        {
            File.WriteAllBytes(fixture.Paths.ConfigFile, content);
            Assert.Single(fixture.Load().Issues);
        }

        File.Delete(fixture.Paths.ConfigFile);
        Directory.CreateDirectory(fixture.Paths.ConfigFile);
        Assert.Contains("directory", Assert.Single(fixture.Load().Issues).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_file_of_mistakes_gives_a_bounded_report() =>
        Assert.Equal(200, ConfigFixture.Load($"{{gateway:{{auth:{{identityScopes:{{{string.Join(',', Enumerable.Range(0, 500).Select(i => $"k{i}:1"))}}}}}}}}}").Issues.Count);
}
