using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

[Trait("Threat", "FS-18")]
public sealed class InstanceLockTests
{
    [Fact]
    public async Task A_second_gateway_on_the_same_state_directory_is_refused_and_the_first_is_named()
    {
        using var directory = new TemporaryDirectory();
        using var child = ChildProcess.Start(StorageChild.HoldLock, directory.Path);
        Assert.Equal("held", await child.Output.ReadLineAsync());

        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await InstanceLock.AcquireAsync(Paths(directory), new JumpingTimeProvider()));

        Assert.StartsWith($"gateway already running (pid {child.Id}); lock timeout after 5000ms", error.Message, StringComparison.Ordinal);
        Assert.Contains(directory.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lock_of_a_killed_gateway_is_taken_over()
    {
        using var directory = new TemporaryDirectory();
        using (var child = ChildProcess.Start(StorageChild.HoldLock, directory.Path))
        {
            Assert.Equal("held", await child.Output.ReadLineAsync());
            await child.KillAsync();
        }

        using var held = await InstanceLock.AcquireAsync(Paths(directory), new JumpingTimeProvider());
        Assert.Equal(Environment.ProcessId, InstanceLock.ReadPid(Paths(directory)));
    }

    [Fact]
    public async Task A_released_lock_can_be_taken_again_and_leaves_no_pid()
    {
        using var directory = new TemporaryDirectory();
        (await InstanceLock.AcquireAsync(Paths(directory), new JumpingTimeProvider())).Dispose();
        Assert.Null(InstanceLock.ReadPid(Paths(directory)));

        (await InstanceLock.AcquireAsync(Paths(directory), new JumpingTimeProvider())).Dispose();
    }

    private static StatePaths Paths(TemporaryDirectory directory) =>
        StatePathResolver.Resolve(name => name == "OPENCLAW_STATE_DIR" ? directory.Path : null);
}
