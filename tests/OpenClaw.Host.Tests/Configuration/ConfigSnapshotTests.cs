using Microsoft.Extensions.Logging;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Model.Sessions;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class ConfigSnapshotTests
{
    [Fact]
    public void Without_a_file_everything_has_its_default()
    {
        using var fixture = new ConfigFixture();
        var result = fixture.Load();
        Assert.False(result.Exists);
        var config = result.Require();
        Assert.Equal(18789, config.Gateway.Port);
        Assert.Equal(BindMode.Loopback, config.Gateway.Bind);
        Assert.Equal("main", config.Agents.DefaultAgent.Id);
        Assert.Equal(8, config.Agents.Defaults.MaxConcurrent);
        Assert.Equal(TimeSpan.FromSeconds(172_800), config.Agents.Defaults.Timeout);
        Assert.Null(config.Gateway.Mode);
    }

    [Fact]
    public void A_whole_file_arrives_in_the_snapshot()
    {
        var config = ConfigFixture.LoadValid("""
            {
              $schema: "https://example.org/schema.json",
              gateway: { mode: "local", port: 21010, bind: "lan", auth: { token: "t0ken-t0ken", rateLimit: { windowMs: 5 } },
                controlUi: { allowedOrigins: ["https://a"] }, websocket: { handshakeTimeoutMs: 250 }, shutdown: { gracePeriodMs: 1 } },
              agents: { defaults: { model: { primary: "p/m", fallbacks: ["p/n"] }, timeoutSeconds: 0, thinkingDefault: "high" },
                entries: { Work: { name: "W", model: "q/x", workspace: "~/w" }, home: { default: true } } },
              session: { dmScope: "per-channel-peer", reset: { mode: "idle", idleMinutes: 5 }, maintenance: { pruneAfter: "7d", maxDiskBytes: "2gb" },
                identityLinks: { ann: ["telegram:1"] } },
              models: { providers: { fake: { baseUrl: "http://127.0.0.1:1/v1", apiKey: "k", headers: { "x-a": "b" }, timeoutSeconds: 9,
                models: [{ id: "m", contextWindow: 7, cost: { input: 0.5 } }] } } },
              plugins: { deny: ["bad"], load: { paths: ["more"] }, entries: { good: { config: { a: 1 } }, off: { enabled: false } } },
              logging: { level: "debug", consoleStyle: "json", maxFileBytes: "1mb", rotation: { maxFiles: 2 } },
              messages: { queue: { mode: "collect", cap: 3 } },
              channels: { telegram: { botToken: "1:a" } },
            }
            """);
        Assert.Equal((21010, BindMode.Lan, GatewayMode.Local), (config.Gateway.Port, config.Gateway.Bind, config.Gateway.Mode));
        Assert.Equal("t0ken-t0ken", config.Gateway.Auth.Token!.Reveal());
        Assert.Equal(TimeSpan.FromMilliseconds(5), config.Gateway.Auth.RateLimit.Window);
        Assert.Equal(TimeSpan.FromMilliseconds(250), config.Gateway.WebSocket.HandshakeTimeout);
        Assert.Equal(["https://a"], config.Gateway.ControlUi.AllowedOrigins);
        Assert.Equal(("p/m", "p/n"), (config.Agents.Defaults.Model!.Primary, config.Agents.Defaults.Model.Fallbacks[0]));
        Assert.Null(config.Agents.Defaults.Timeout);
        Assert.Equal(["work", "home"], config.Agents.List.Select(agent => agent.Id));
        Assert.Equal("home", config.Agents.DefaultAgent.Id);
        Assert.EndsWith("/w", config.Agents.Find("WORK")!.Workspace, StringComparison.Ordinal);
        Assert.DoesNotContain("~", config.Agents.Find("work")!.Workspace!, StringComparison.Ordinal);
        Assert.Equal(DmScope.PerChannelPeer, config.Session.DmScope);
        Assert.Equal((SessionResetMode.Idle, 5), (config.Session.Reset.Mode, config.Session.Reset.IdleMinutes));
        Assert.Equal((TimeSpan.FromDays(7), 2L << 30), (config.Session.Maintenance.PruneAfter, config.Session.Maintenance.MaxDiskBytes));
        Assert.Equal(["telegram:1"], config.Session.IdentityLinks["ann"]);
        var provider = config.Models.Providers["fake"];
        Assert.Equal(("k", "b", TimeSpan.FromSeconds(9)), (provider.ApiKey!.Reveal(), provider.Headers["X-A"].Reveal(), provider.Timeout));
        Assert.Equal(("m", "m", 7, 8192, 0.5), (provider.Models[0].Id, provider.Models[0].Name, provider.Models[0].ContextWindow, provider.Models[0].MaxTokens, provider.Models[0].Cost.Input));
        Assert.Equal((true, false, false), (config.Plugins.IsEnabled("good"), config.Plugins.IsEnabled("off"), config.Plugins.IsEnabled("bad")));
        Assert.EndsWith("/.openclaw/more", config.Plugins.LoadPaths[0], StringComparison.Ordinal);
        Assert.Equal(1, config.Plugins.Entries["good"].Config!.Value.GetProperty("a").GetInt32());
        Assert.Equal((LogLevel.Debug, ConsoleStyle.Json, 1L << 20, 2), (config.Logging.Level, config.Logging.ConsoleStyle, config.Logging.MaxFileBytes, config.Logging.MaxFiles));
        Assert.Equal((QueueMode.Collect, 3), (config.Messages.Queue.Mode, config.Messages.Queue.Cap));
        Assert.Equal("1:a", config.Raw.GetProperty("channels").GetProperty("telegram").GetProperty("botToken").GetString());
    }

    [Fact]
    public void Printing_a_snapshot_shows_no_secret()
    {
        var config = ConfigFixture.LoadValid("{gateway:{auth:{token:'canary-token'}},models:{providers:{p:{apiKey:'canary-key',headers:{a:'canary-header'}}}}}");
        object[] printed = [config, config.Gateway, config.Gateway.Auth, config.Models, config.Models.Providers["p"], config.Models.Providers["p"].Headers];
        Assert.DoesNotContain("canary", string.Concat(printed.Select(item => item.ToString())), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", new ConfigOverrides { Token = "canary" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_port_comes_from_command_line_then_environment_then_file()
    {
        using var fixture = new ConfigFixture("{gateway:{port:3}}");
        Assert.Equal(3, fixture.Load().Require().Gateway.Port);
        fixture["OPENCLAW_GATEWAY_PORT"] = "2";
        Assert.Equal(2, fixture.Load().Require().Gateway.Port);
        Assert.Equal(1, fixture.Load(new ConfigOverrides { Port = 1 }).Require().Gateway.Port);
        fixture["OPENCLAW_GATEWAY_PORT"] = "70000";
        Assert.Equal("OPENCLAW_GATEWAY_PORT", Assert.Single(fixture.Load().Issues).Path);
    }

    [Fact]
    public void The_token_comes_from_command_line_then_file_then_environment()
    {
        using var empty = new ConfigFixture("{}");
        empty["OPENCLAW_GATEWAY_TOKEN"] = "from-environment";
        Assert.Equal("from-environment", empty.Load().Require().Gateway.Auth.Token!.Reveal());

        using var fixture = new ConfigFixture("{gateway:{auth:{token:'from-file'}}}");
        fixture["OPENCLAW_GATEWAY_TOKEN"] = "from-environment";
        var result = fixture.Load();
        Assert.Equal("from-file", result.Require().Gateway.Auth.Token!.Reveal());
        Assert.Contains("both set", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal("flag", fixture.Load(new ConfigOverrides { Token = "flag" }).Require().Gateway.Auth.Token!.Reveal());
    }

    [Theory]
    [InlineData("{}", GatewayAuthMode.Token)]
    [InlineData("{gateway:{auth:{password:'pppppp'}}}", GatewayAuthMode.Password)]
    [InlineData("{gateway:{auth:{token:'tttttt'}}}", GatewayAuthMode.Token)]
    [InlineData("{gateway:{auth:{mode:'none',token:'tttttt'}}}", GatewayAuthMode.None)]
    public void The_mode_follows_the_secrets_unless_it_is_set(string text, object mode) =>
        Assert.Equal(mode, ConfigFixture.LoadValid(text).Gateway.Auth.Mode);

    [Fact]
    public void The_environment_sets_the_log_level()
    {
        using var fixture = new ConfigFixture("{logging:{level:'error',consoleLevel:'error'}}");
        fixture["OPENCLAW_LOG_LEVEL"] = "trace";
        var logging = fixture.Load().Require().Logging;
        Assert.Equal((LogLevel.Trace, LogLevel.Trace), (logging.Level, logging.ConsoleLevel));
    }

    [Fact]
    public void Verbose_raises_the_console_only()
    {
        using var fixture = new ConfigFixture("{}");
        var logging = fixture.Load(new ConfigOverrides { Verbose = true }).Require().Logging;
        Assert.Equal((LogLevel.Information, LogLevel.Debug), (logging.Level, logging.ConsoleLevel));
    }
}
