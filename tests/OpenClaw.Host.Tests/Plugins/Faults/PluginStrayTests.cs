namespace OpenClaw.Host.Tests.Plugins.Faults;

/// <summary>Exceptions that leave a plugin outside any call would end the process; each runs in one of its own.</summary>
public sealed class PluginStrayTests
{
    [Theory]
    [InlineData("async-void")]
    [InlineData("thread")]
    [InlineData("timer")]
    [InlineData("pool-item")]
    [InlineData("finalizer")]
    [InlineData("token")]
    [Trait("Threat", "PLG-13")]
    public async Task A_stray_exception_is_traced_to_its_plugin_and_too_many_end_in_quarantine(string act)
    {
        using var child = ChildProcess.Start(PluginChild.Stray, act);

        Assert.StartsWith("after one: Running a thread, timer or async void method: OpenClaw.TestPlugins.Harm+HazardException: hazard at tool", await child.Output.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith("after four: Quarantined It failed 4 times", await child.Output.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal("the other one: hello", await child.Output.ReadLineAsync());
    }

    [Fact]
    [Trait("Threat", "PLG-15")]
    public async Task A_plugin_that_blocks_the_pool_does_not_stop_everybody_else_and_is_told_of()
    {
        using var child = ChildProcess.Start(PluginChild.Pool);

        Assert.Equal("it moves", await child.Output.ReadLineAsync());
        Assert.Equal("it was told", await child.Output.ReadLineAsync());
    }
}
