using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class SchemaCommandTests
{
    [Fact]
    public async Task The_protocol_is_one_document_with_frames_methods_and_events()
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("protocol", "schema"));

        Assert.True(cli.Json.GetProperty("frames").TryGetProperty("request", out _));
        Assert.True(cli.Json.GetProperty("methods").GetProperty("chat.send").TryGetProperty("params", out _));
        Assert.True(cli.Json.GetProperty("events").GetProperty("chat").TryGetProperty("payload", out _));
    }
}
