using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>What the gateway tells about its machine, the state of speaking, and core methods without a feature.</summary>
public sealed class MachineAndTalkTests
{
    [Fact]
    public async Task Speaking_is_told_to_every_operator_who_may_hear_of_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (one, _) = await gateway.ConnectAsync();
        await using var closingOne = one;
        var (other, _) = await gateway.ConnectAsync();
        await using var closingOther = other;

        await one.SendAsync("""{"type":"req","id":"r","method":"talk.mode","params":{"enabled":true,"phase":"listening"}}""");

        Assert.Equal("listening", (await one.ReceiveAnswerAsync("r")).GetProperty("payload").GetProperty("phase").GetString());
        Assert.True((await other.ReceiveEventAsync("talk.mode")).GetProperty("payload").GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public async Task The_machine_is_described()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync();
        await using var closing = client;

        await client.SendAsync("""{"type":"req","id":"r","method":"system.info"}""");

        var info = (await client.ReceiveAnswerAsync("r")).GetProperty("payload");
        Assert.Equal(hello.GetProperty("server").GetProperty("bootId").GetString(), info.GetProperty("processInstanceId").GetString());
        Assert.True(info.GetProperty("memoryTotalBytes").GetInt64() > info.GetProperty("memoryFreeBytes").GetInt64());
        Assert.Equal(3, info.GetProperty("loadAverage").GetArrayLength());
    }

    [Fact]
    public async Task A_core_method_without_a_feature_says_so_and_is_not_offered()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.ConnectAsync();
        await using var closing = client;

        await client.SendAsync("""{"type":"req","id":"r","method":"cron.list"}""");

        var error = (await client.ReceiveAnswerAsync("r")).GetProperty("error");
        Assert.Equal("UNAVAILABLE", error.GetProperty("code").GetString());
        Assert.Contains("cron.list", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cron.list", hello.GetProperty("features").GetProperty("methods").EnumerateArray().Select(static name => name.GetString()));
    }
}
