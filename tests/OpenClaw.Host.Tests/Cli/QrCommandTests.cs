using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class QrCommandTests
{
    private const string Setup = """
        {"setupId":"s-1","setupCode":"eyJ1cmwiOiJ3c3M6Ly9nYXRld2F5LmV4YW1wbGUifQ","expiresAtMs":1,"gatewayUrl":"wss://gateway.example","auth":"token",
        "urlSource":"request.publicUrl","access":"full"}
        """;

    [Fact]
    public async Task The_picture_stands_beside_the_code_so_that_a_pipe_gets_the_code_alone()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("device.pair.setupCode", Setup)));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("qr"));

        Assert.Equal("eyJ1cmwiOiJ3c3M6Ly9nYXRld2F5LmV4YW1wbGUifQ", cli.Output.Trim());
        var picture = cli.Error.Split('\n').TakeWhile(static line => line.Any(letter => letter is '█' or '▀' or '▄')).ToList();
        Assert.InRange(picture.Count, 14, 30);
        Assert.Single(picture.Select(static line => line.TrimEnd('\r').Length).Distinct());
        Assert.Contains("good once, for ten minutes", cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--no-ascii", true)]
    [InlineData("--setup-code-only", false)]
    public async Task The_picture_can_be_left_out(string option, bool tells)
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("device.pair.setupCode", Setup)));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("qr", option));

        Assert.DoesNotContain('█', cli.Error);
        Assert.Equal(tells, cli.Error.Contains("ten minutes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scripts_get_what_the_gateway_said()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("device.pair.setupCode", Setup)));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("qr", "--json"));

        Assert.Equal("wss://gateway.example", cli.Json.GetProperty("gatewayUrl").GetString());
        Assert.Equal("", cli.Error);
    }
}
