using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class RemoteCommandTests
{
    [Fact]
    public async Task With_the_gateway_down_the_address_and_the_way_to_start_it_are_named()
    {
        var port = FreePort.Next();
        using var cli = new CliRun().WithConfig($$"""{ gateway: { port: {{port}} } }""");

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("health"));

        Assert.Equal(
            [
                $"Gateway not reachable at ws://127.0.0.1:{port} (ECONNREFUSED).",
                "Start it with `openclaw gateway run` or check `openclaw gateway status`.",
                $"Gateway target: ws://127.0.0.1:{port}",
                "Source: local loopback",
                $"Config: ~{Path.DirectorySeparatorChar}openclaw.json",
                "Bind: loopback",
            ],
            cli.Error.Trim().Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task With_the_gateway_down_scripts_get_the_kind_and_the_target()
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("gateway", "call", "health", "--port", $"{FreePort.Next()}", "--json"));

        Assert.Equal("gateway_transport_error", cli.Json.GetProperty("error").GetProperty("type").GetString());
        Assert.Equal("refused", cli.Json.GetProperty("error").GetProperty("kind").GetString());
        Assert.Equal("local loopback", cli.Json.GetProperty("gateway").GetProperty("urlSource").GetString());
    }

    [Fact]
    public async Task A_call_uses_the_configured_gateway_with_no_more_rights_than_the_method_needs()
    {
        JsonElement connect = default;
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            connect = await peer.AcceptAsync();
            var request = await peer.ReadAsync();
            await peer.RespondAsync(request, $$"""{"echo":{{request.GetProperty("params").GetRawText()}}}""");
            await peer.WaitForCloseAsync();
        });
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("gateway", "call", "sessions.list", "--params", """{"limit":3}"""));

        Assert.Equal(3, cli.Json.GetProperty("echo").GetProperty("limit").GetInt32());
        Assert.Equal("Gateway call: sessions.list", cli.Error.Trim());
        Assert.Equal("cli", connect.GetProperty("client").GetProperty("mode").GetString());
        Assert.Equal(FakeGateway.Token, connect.GetProperty("auth").GetProperty("token").GetString());
        Assert.Equal(["operator.read"], connect.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }

    [Fact]
    public async Task An_error_of_the_gateway_is_passed_on_in_both_forms()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To());
        using var people = new CliRun().For(gateway);
        using var scripts = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await people.RunAsync("call", "nope"));
        Assert.Equal(ExitCodes.Failure, await scripts.RunAsync("call", "nope", "--json"));

        Assert.Equal("Gateway call failed: unknown method: nope", people.Error.Trim());
        var error = scripts.Json.GetProperty("error");
        Assert.Equal("gateway_request_error", error.GetProperty("type").GetString());
        Assert.Equal("INVALID_REQUEST", error.GetProperty("code").GetString());
        Assert.False(error.GetProperty("retryable").GetBoolean());
    }

    [Fact]
    public async Task A_wrong_token_says_where_the_right_one_is_and_does_not_repeat_it()
    {
        await using var gateway = await FakeGateway.StartAsync(peer => peer.RefuseAsync(
            """{"code":"INVALID_REQUEST","message":"unauthorized: gateway token mismatch (use the gateway token)","details":{"code":"AUTH_TOKEN_MISMATCH"}}"""));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("health", "--token", "a-wrong-token-of-mine"));

        Assert.StartsWith("Gateway call failed: unauthorized: gateway token mismatch", cli.Error, StringComparison.Ordinal);
        Assert.Contains("gateway.auth", cli.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-token-of-mine", cli.Error + cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_on_the_line_does_not_inherit_configured_credentials()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("health", """{"ok":true}""")));
        using var without = new CliRun().For(gateway);
        using var with = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await without.RunAsync("health", "--url", gateway.Url.AbsoluteUri));
        Assert.Equal(ExitCodes.Success, await with.RunAsync("health", "--url", gateway.Url.AbsoluteUri, "--token", "explicit", "--json"));

        Assert.StartsWith("gateway url override requires explicit credentials", without.Error, StringComparison.Ordinal);
        Assert.True(with.Json.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task The_environment_can_name_the_gateway_and_its_token()
    {
        JsonElement connect = default;
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            connect = await peer.AcceptAsync();
            await peer.RespondAsync(await peer.ReadAsync(), """{"ok":true}""");
            await peer.WaitForCloseAsync();
        });
        using var cli = new CliRun().With("OPENCLAW_GATEWAY_URL", gateway.Url.AbsoluteUri).With("OPENCLAW_GATEWAY_TOKEN", "from-the-environment");

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("gateway", "health"));

        Assert.Equal("from-the-environment", connect.GetProperty("auth").GetProperty("token").GetString());
        Assert.Matches(@"^Gateway Health\s+OK \(\d", cli.Output);
    }

    [Fact]
    public async Task A_remote_configuration_is_followed()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("health", """{"ok":true}""")));
        using var cli = new CliRun().WithConfig(
            $$"""{ gateway: { mode: "remote", remote: { url: "{{gateway.Url.AbsoluteUri}}", token: "token-for-afar" } } }""");

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("health", "--json"));
    }

    [Fact]
    public async Task Tables_are_plain_columns_in_a_pipe_and_lines_on_a_terminal()
    {
        const string Sessions = """
            {"ts":1,"path":"p","count":1,"sessions":[{"key":"agent:main:main","kind":"direct","model":"offline/echo","totalTokens":12,"status":"done","updatedAt":1}]}
            """;
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("sessions.list", Sessions)));
        using var pipe = new CliRun().For(gateway);
        using var terminal = new CliRun().For(gateway);
        terminal.Console.IsInteractive = true;

        Assert.Equal(ExitCodes.Success, await pipe.RunAsync("sessions"));
        Assert.Equal(ExitCodes.Success, await terminal.RunAsync("sessions"));

        Assert.Matches(@"Kind\s+Key\s+Age\s+Model\s+Tokens\s+State\ndirect\s+agent:main:main\s+\d+d ago\s+offline/echo\s+12\s+done\n", pipe.Output.ReplaceLineEndings("\n"));
        Assert.Contains("│ agent:main:main", terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', pipe.Output + terminal.Output);
    }

    [Fact]
    public async Task Text_of_strangers_cannot_steer_the_terminal()
    {
        const string Sessions = """{"ts":1,"path":"p","count":1,"sessions":[{"key":"evil\u001b]0;owned\u0007\n\u202ekey","kind":"direct"}]}""";
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("sessions.list", Sessions)));
        using var cli = new CliRun().For(gateway);
        cli.Console.IsInteractive = true;

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("sessions"));

        Assert.DoesNotContain(cli.Output, character => character is '\u001b' or '\u0007' or '\u202e');
    }

    [Fact]
    public async Task Status_works_with_the_gateway_down()
    {
        using var cli = new CliRun().WithConfig($$"""{ gateway: { port: {{FreePort.Next()}} } }""");
        using var json = new CliRun().WithConfig($$"""{ gateway: { port: {{FreePort.Next()}} } }""");

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("status"));
        Assert.Equal(ExitCodes.Success, await json.RunAsync("status", "--json"));

        Assert.Contains("unreachable: Gateway not reachable", cli.Output, StringComparison.Ordinal);
        Assert.False(json.Json.GetProperty("reachable").GetBoolean());
    }

    [Theory]
    [InlineData(false, ExitCodes.Success)]
    [InlineData(true, ExitCodes.Failure)]
    public async Task Gateway_status_fails_on_a_dead_gateway_only_when_asked_to(bool requireRpc, int expected)
    {
        using var cli = new CliRun().WithConfig($$"""{ gateway: { port: {{FreePort.Next()}} } }""");
        string[] line = ["gateway", "status", .. requireRpc ? ["--require-rpc"] : Array.Empty<string>()];

        Assert.Equal(expected, await cli.RunAsync(line));

        Assert.Contains("Connectivity probe: failed", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_status_tells_what_the_credentials_allow()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To());
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("gateway", "status", "--json"));

        Assert.Equal("admin_capable", cli.Json.GetProperty("rpc").GetProperty("capability").GetString());
        Assert.Equal("9.9.9", cli.Json.GetProperty("gateway").GetProperty("version").GetString());
    }
}
