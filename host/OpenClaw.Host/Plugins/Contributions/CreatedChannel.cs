using OpenClaw.Channels;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Identity;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>
/// The channel of one account. Lease the handle for each call, and send what is thrown through
/// <see cref="Faults.PluginBoundary"/>. Disposing it ends the account's scope.
/// </summary>
internal sealed class CreatedChannel(AccountId account, PluginHandle<IChannel> channel, Func<ValueTask> release) : IAsyncDisposable
{
    private Func<ValueTask>? _release = release;

    public AccountId Account { get; } = account;

    public PluginHandle<IChannel> Channel { get; } = channel;

    /// <summary>Whether the channel is told what was decided about its messages; known here so that others are not asked for each.</summary>
    public bool HearsVerdicts { get; init; }

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _release, null)?.Invoke() ?? ValueTask.CompletedTask;
}
