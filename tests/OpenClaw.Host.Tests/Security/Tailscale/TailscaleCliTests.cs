using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Host.Security.Tailscale;

namespace OpenClaw.Host.Tests.Security.Tailscale;

/// <summary>Asks real child processes that stand in for the program.</summary>
public sealed class TailscaleCliTests
{
    private static readonly IPAddress Address = IPAddress.Parse("100.64.0.7");

    [Fact]
    public async Task The_login_name_is_read_from_the_answer()
    {
        var script = """printf '{"UserProfile":{"LoginName":"%s-%s-%s"}}' "$1" "$2" "$3" """;
        Assert.Equal("whois---json-100.64.0.7", await Asking(script).FindLoginAsync(Address, default));
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("echo not json")]
    [InlineData("echo '[]'")]
    [InlineData("""echo '{"UserProfile":null}'""")]
    [InlineData("""echo '{"UserProfile":{"LoginName":7}}'""")]
    [InlineData("yes '{\"UserProfile\":'")]
    public async Task Anything_else_is_no_answer(string script) => Assert.Null(await Asking(script).FindLoginAsync(Address, default));

    [Fact]
    public async Task A_program_that_does_not_come_to_an_end_is_not_waited_for()
    {
        var started = TimeProvider.System.GetTimestamp();
        Assert.Null(await Asking("sleep 60", TimeSpan.FromMilliseconds(200)).FindLoginAsync(Address, default));
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_no_answer()
    {
        var cli = new TailscaleCli(["/nonexistent/tailscale"], TailscaleCli.DefaultLimit, TimeProvider.System, NullLogger<TailscaleCli>.Instance);
        Assert.Null(await cli.FindLoginAsync(Address, default));
    }

    private static TailscaleCli Asking(string script, TimeSpan? limit = null) =>
        new(["/bin/sh", "-c", script, "tailscale"], limit ?? TimeSpan.FromSeconds(20), TimeProvider.System, NullLogger<TailscaleCli>.Instance);
}
