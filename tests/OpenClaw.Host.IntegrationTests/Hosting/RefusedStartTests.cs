using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Host.IntegrationTests.Hosting;

public sealed class RefusedStartTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public async Task A_taken_port_is_named_with_the_process_that_holds_it()
    {
        using var folder = GatewayFolder.WithConfig();
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        await using var gateway = await GatewayProcess.RefuseAsync(folder, port, NoVariables);

        Assert.Equal(1, gateway.ExitCode);
        Assert.Contains("EADDRINUSE", gateway.Error, StringComparison.Ordinal);
        Assert.Contains($"Port {port} is already in use.", gateway.Error, StringComparison.Ordinal);
        Assert.Contains($"- pid {Environment.ProcessId}:", gateway.Error, StringComparison.Ordinal);
        AssertNoDump(gateway);
    }

    [Fact]
    public async Task A_second_gateway_on_the_same_state_is_refused_and_the_first_one_goes_on()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var first = await GatewayProcess.StartAsync(folder);

        await using var second = await GatewayProcess.RefuseAsync(folder);

        Assert.Equal(78, second.ExitCode);
        Assert.Contains($"pid {first.Id.ToString(CultureInfo.InvariantCulture)}", second.Error, StringComparison.Ordinal);
        Assert.Contains(folder.StateDirectory, second.Error, StringComparison.Ordinal);
        await using var talk = await first.ConnectAsync();
        Assert.True((await talk.AskAsync("health")).GetProperty("ok").GetBoolean());
    }

    [Theory]
    [InlineData("""{"gateway":{"mode":"local","auth":{"mode":"none"}}}""")]
    [InlineData("""{"gateway":{"mode":"local","auth":{"mode":"token"}}}""")]
    [InlineData("""{"gateway":{"mode":"local","auth":{"mode":"token","token":"changeme"}}}""")]
    public async Task Nobody_outside_can_reach_a_gateway_without_a_secret(string config)
    {
        using var folder = new GatewayFolder();
        folder.WriteConfig(config);

        await using var gateway = await GatewayProcess.RefuseAsync(folder, "--bind", "lan");

        Assert.Equal(78, gateway.ExitCode);
        Assert.Contains("Refusing to bind gateway to lan without auth.", gateway.Error, StringComparison.Ordinal);
        Assert.Contains("OPENCLAW_GATEWAY_TOKEN", gateway.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("listening on", gateway.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_this_machine_does_not_have_is_named()
    {
        using var folder = new GatewayFolder();
        folder.WriteConfig($$$$"""
            {"gateway":{"mode":"local","bind":"custom","customBindHost":"203.0.113.7","auth":{"mode":"token","token":"{{{{GatewayFolder.Token}}}}"}}}
            """);

        await using var gateway = await GatewayProcess.RefuseAsync(folder);

        Assert.Equal(1, gateway.ExitCode);
        Assert.Contains("203.0.113.7", gateway.Error, StringComparison.Ordinal);
        Assert.Contains("gateway.customBindHost", gateway.Error, StringComparison.Ordinal);
        AssertNoDump(gateway);
    }

    [Fact]
    public async Task A_state_directory_that_cannot_be_made_is_named_with_a_way_out()
    {
        using var folder = new GatewayFolder();
        var file = Path.Combine(folder.HomeDirectory, "file");
        await File.WriteAllTextAsync(file, "in the way");
        var state = Path.Combine(file, "state");

        await using var gateway = await GatewayProcess.RefuseAsync(
            folder, FreePort.Next(), new Dictionary<string, string> { ["OPENCLAW_STATE_DIR"] = state });

        Assert.Equal(78, gateway.ExitCode);
        Assert.Contains(state, gateway.Error, StringComparison.Ordinal);
        Assert.Contains("OPENCLAW_STATE_DIR", gateway.Error, StringComparison.Ordinal);
        AssertNoDump(gateway);
    }

    [Theory]
    [InlineData("gateway.db")]
    [InlineData("logs")]
    [InlineData("gateway.lock")]
    public async Task Something_in_the_way_of_a_file_is_one_sentence_and_no_dump(string name)
    {
        using var folder = GatewayFolder.WithConfig();
        var obstacle = Path.Combine(folder.StateDirectory, name);
        if (name == "logs")
            await File.WriteAllTextAsync(obstacle, "a file where a directory belongs");
        else
            Directory.CreateDirectory(obstacle);

        await using var gateway = await GatewayProcess.RefuseAsync(folder);

        Assert.Contains(gateway.ExitCode, (int[])[1, 78]);
        Assert.Contains("Gateway failed to start: ", gateway.Error, StringComparison.Ordinal);
        Assert.Contains(obstacle, gateway.Error, StringComparison.Ordinal);
        AssertNoDump(gateway);
    }

    [Fact]
    public async Task A_database_that_is_none_is_refused_and_left_alone()
    {
        using var folder = GatewayFolder.WithConfig();
        var database = Path.Combine(folder.StateDirectory, "gateway.db");
        var content = new string('x', 8192);
        await File.WriteAllTextAsync(database, content);

        await using var gateway = await GatewayProcess.RefuseAsync(folder);

        Assert.Contains(gateway.ExitCode, (int[])[1, 78]);
        Assert.Contains(database, gateway.Error, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(database));
        AssertNoDump(gateway);
    }

    private static void AssertNoDump(OpenClawProcess gateway)
    {
        Assert.DoesNotContain("   at ", gateway.Output + gateway.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", gateway.Output + gateway.Error, StringComparison.Ordinal);
    }
}
