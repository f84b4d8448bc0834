using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Hosting;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Diagnostics;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class ConfigurationCompositionTests
{
    [Fact]
    [Trait("Threat", "LOG-01")]
    public async Task The_log_knows_the_secrets_as_soon_as_the_host_is_composed()
    {
        using var fixture = new ConfigFixture("{gateway:{mode:'local',auth:{token:'canary-token'}},channels:{telegram:{botToken:'canary-bot'}}}");
        using var log = new LogFixture();
        await using var app = GatewayComposition.Build(fixture.Paths, new GatewayStart(fixture.Load(), new RestartHistory()), log.Log, new StartLogFilter());
        Assert.Equal("*** ***", app.Services.GetRequiredService<ISecretRegistry>().Redact("canary-token canary-bot"));
        Assert.Equal("canary-token", app.Services.GetRequiredService<IConfigSource>().Current.Gateway.Auth.Token!.Reveal());
    }

    [Fact]
    public async Task The_rooms_bring_their_methods()
    {
        using var fixture = new ConfigFixture("{gateway:{mode:'local',auth:{token:'canary-token'}}}");
        using var log = new LogFixture();
        await using var app = GatewayComposition.Build(fixture.Paths, new GatewayStart(fixture.Load(), new RestartHistory()), log.Log, new StartLogFilter());
        var methods = new RpcMethods();
        foreach (var module in app.Services.GetServices<IRpcModule>())
        {
            module.Register(methods);
        }

        string[] expected =
            ["config.apply", "config.get", "config.patch", "config.schema", "config.schema.lookup", "config.set", "logs.tail"];
        Assert.Empty(expected.Except(methods.Freeze().Keys));
    }
}
