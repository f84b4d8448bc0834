using OpenClaw.Host.Plugins.Crashes;

namespace OpenClaw.Host.Tests.Plugins.Crashes;

/// <summary>What no handler can stop ends the process. The next start knows who was at work.</summary>
public sealed class PluginCrashTests : IDisposable
{
    private readonly TemporaryDirectory _state = new();

    public void Dispose() => _state.Dispose();

    [Theory]
    [InlineData("start", "overflow", 134)]
    [InlineData("start", "exit", 3)]
    [InlineData("tool", "fail-fast", 134)]
    [InlineData("tool", "access", 134)]
    [InlineData("tool", "exit", 3)]
    [Trait("Threat", "PLG-14")]
    public async Task After_the_third_crash_in_ten_minutes_the_plugin_that_was_at_work_stays_off(string place, string act, int code)
    {
        for (var life = 1; life <= 3; life++)
        {
            using var child = ChildProcess.Start(PluginChild.Crash, _state.Path, place, act);
            await child.Output.ReadToEndAsync();
            Assert.Equal(code, await child.ExitCodeAsync());
        }

        using var fourth = ChildProcess.Start(PluginChild.Crash, _state.Path, place, act);
        Assert.Equal(
            "Quarantined: The gateway crashed 3 times within 10 minutes while its code ran. It stays off until somebody reloads it: openclaw plugins reload hazard.",
            await fourth.Output.ReadLineAsync());
        Assert.Equal("good: Running", await fourth.Output.ReadLineAsync());
        Assert.Equal(0, await fourth.ExitCodeAsync());

        Assert.Equal(["hazard"], new CrashLedger(Path.Combine(_state.Path, "plugin-boot", "crashes.json"), TimeProvider.System).Read().Held.Keys);
    }
}
