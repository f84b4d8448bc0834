using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class GatewayProbeTests
{
    private const string Presence = """[{"reason":"self","mode":"gateway"},{"reason":"connect","mode":"webchat"}]""";

    private static readonly (string, string)[] Everything =
        [("health", """{"ok":true}"""), ("status", """{"runtimeVersion":"9.9.9"}"""), ("system-presence", Presence)];

    [Fact]
    public async Task A_gateway_that_answers_is_told_with_what_it_said()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(Everything));
        using var cli = new CliRun().For(gateway);
        using var people = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("gateway", "probe", "--json"));
        Assert.Equal(ExitCodes.Success, await people.RunAsync("gateway", "probe"));

        var report = cli.Json;
        Assert.Equal(
            ["ok", "degraded", "capability", "ts", "durationMs", "timeoutMs", "primaryTargetId", "warnings", "network", "discovery", "targets"],
            report.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(("admin_capable", 3000, "localLoopback"), (Text(report, "capability"), report.GetProperty("timeoutMs").GetInt32(), Text(report, "primaryTargetId")));
        Assert.False(report.GetProperty("degraded").GetBoolean());
        Assert.Empty(report.GetProperty("warnings").EnumerateArray());
        var target = report.GetProperty("targets")[0];
        Assert.True(target.GetProperty("connect").GetProperty("rpcOk").GetBoolean());
        Assert.Equal("self", Text(target.GetProperty("self"), "reason"));
        Assert.Equal(JsonValueKind.Null, target.GetProperty("config").ValueKind);
        Assert.Matches(@"Connect: ok \(\d+ms\) · Capability: admin-capable · Read probe: ok · Version 9.9.9, protocol 4", people.Output);
    }

    [Fact]
    public async Task With_nobody_there_it_fails_and_says_what_to_do()
    {
        var port = FreePort.Next();
        using var cli = new CliRun().WithConfig($$"""{ gateway: { port: {{port}} } }""");

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("gateway", "probe", "--json"));

        Assert.False(cli.Json.GetProperty("ok").GetBoolean());
        Assert.Equal(JsonValueKind.Null, cli.Json.GetProperty("primaryTargetId").ValueKind);
        Assert.Equal("no_gateway_reachable", Text(cli.Json.GetProperty("warnings")[0], "code"));
        var connect = cli.Json.GetProperty("targets")[0].GetProperty("connect");
        Assert.Equal(("unreachable", JsonValueKind.Null), (Text(connect, "failure"), connect.GetProperty("latencyMs").ValueKind));
    }

    [Fact]
    public async Task A_wrong_token_means_that_the_gateway_is_there_and_says_nothing()
    {
        await using var gateway = await FakeGateway.StartAsync(peer => peer.RefuseAsync(
            """{"code":"INVALID_REQUEST","message":"unauthorized: gateway token mismatch","details":{"code":"AUTH_TOKEN_MISMATCH"}}"""));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("gateway", "probe", "--json"));

        Assert.True(cli.Json.GetProperty("ok").GetBoolean());
        Assert.True(cli.Json.GetProperty("degraded").GetBoolean());
        Assert.Equal("probe_detail_failed", Text(cli.Json.GetProperty("warnings")[0], "code"));
        var target = cli.Json.GetProperty("targets")[0];
        Assert.Equal(("auth", "unknown"), (Text(target.GetProperty("connect"), "failure"), Text(target.GetProperty("auth"), "capability")));
        Assert.DoesNotContain(FakeGateway.Token, cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_of_protocol_3_is_reached_and_called_old()
    {
        const string Hello = """
            {"type":"hello-ok","protocol":3,"server":{"version":"2026.2.3","connId":"c-1"},"features":{"methods":["health"],"events":["tick"]},
            "snapshot":{"presence":[],"health":{},"stateVersion":{"presence":1,"health":1},"uptimeMs":1},
            "auth":{"role":"operator","scopes":["operator.read"]},"policy":{"maxPayload":524288,"maxBufferedBytes":1572864,"tickIntervalMs":30000}}
            """;
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.ChallengeAsync();
            await peer.RespondAsync(await peer.ReadAsync(), Hello);
            for (var question = 0; question < Everything.Length; question++)
            {
                var request = await peer.ReadAsync();
                await peer.RespondAsync(request, Everything.Single(one => one.Item1 == request.GetProperty("method").GetString()).Item2);
            }

            await peer.WaitForCloseAsync();
        });
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("gateway", "probe", "--json"));

        Assert.Equal("read_only", Text(cli.Json, "capability"));
        Assert.Equal("older_protocol", Text(cli.Json.GetProperty("warnings")[0], "code"));
        Assert.Equal(3, cli.Json.GetProperty("targets")[0].GetProperty("server").GetProperty("protocol").GetInt32());
    }

    [Fact]
    public async Task Status_tells_the_port_the_process_and_the_links()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(Everything));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("gateway", "status", "--json", "--deep", "--require-rpc"));

        var report = cli.Json;
        Assert.Equal(
            ["cli", "logFile", "service", "config", "gateway", "port", "rpc", "extraServices", "pluginVersionDrift"],
            report.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(("busy", gateway.Url.Port), (Text(report.GetProperty("port"), "status"), report.GetProperty("port").GetProperty("port").GetInt32()));
        var where = report.GetProperty("gateway");
        Assert.Equal(("loopback", "127.0.0.1", "env/config"), (Text(where, "bindMode"), Text(where, "bindHost"), Text(where, "portSource")));
        Assert.Equal($"http://127.0.0.1:{gateway.Url.Port}/", Text(where.GetProperty("controlUiLinks"), "httpUrl"));
        var rpc = report.GetProperty("rpc");
        Assert.Equal(("read", 1), (Text(rpc, "kind"), rpc.GetProperty("clients").GetInt32()));
        Assert.True(report.GetProperty("config").GetProperty("daemon").GetProperty("valid").GetBoolean());
        Assert.Equal("stopped", Text(report.GetProperty("service").GetProperty("runtime"), "status"));
    }

    [Fact]
    public async Task Status_without_a_probe_connects_to_nobody_and_cannot_require_an_answer()
    {
        using var cli = new CliRun().WithConfig($$"""{ gateway: { port: {{FreePort.Next()}} } }""");
        using var both = new CliRun();

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("gateway", "status", "--no-probe", "--json"));
        Assert.Equal(ExitCodes.Failure, await both.RunAsync("gateway", "status", "--no-probe", "--require-rpc"));

        Assert.False(cli.Json.TryGetProperty("rpc", out _));
        Assert.Equal("free", Text(cli.Json.GetProperty("port"), "status"));
        Assert.Contains("--require-rpc needs the probe", both.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_with_too_few_rights_fails_only_where_an_answer_is_required()
    {
        const string Hello = """
            {"type":"hello-ok","protocol":4,"server":{"version":"9.9.9","connId":"c-1"},"features":{"methods":["health"],"events":["tick"]},
            "snapshot":{"presence":[],"health":{},"stateVersion":{"presence":1,"health":1},"uptimeMs":1},
            "auth":{"role":"operator","scopes":[]},"policy":{"maxPayload":524288,"maxBufferedBytes":1572864,"tickIntervalMs":30000}}
            """;
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.ChallengeAsync();
            await peer.RespondAsync(await peer.ReadAsync(), Hello);
            await peer.WaitForCloseAsync();
        });
        using var plain = new CliRun().For(gateway);
        using var strict = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await plain.RunAsync("gateway", "status"));
        Assert.Equal(ExitCodes.Failure, await strict.RunAsync("gateway", "status", "--require-rpc"));

        Assert.Contains("Capability: connected-no-operator-scope", plain.Output, StringComparison.Ordinal);
        Assert.Contains("missing scope: operator.read", strict.Output, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
