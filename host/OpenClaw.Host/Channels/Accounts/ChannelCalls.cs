using OpenClaw.Channels;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>
/// Calls into a plugin's channel: leased, with a deadline, on a thread of its own, because even the beginning of an
/// asynchronous call may hang. What is thrown comes out safe to keep.
/// </summary>
internal sealed class ChannelCalls(ISecretRegistry secrets, TimeProvider time)
{
    public async Task<T> CallAsync<T>(
        CreatedChannel made, string what, Func<IChannel, CancellationToken, Task<T>> call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var handle = made.Channel;
        using var lease = handle.Lease(out var channel);
        try
        {
            var result = default(T)!;
            await PluginWorker.InvokeAsync(
                $"plugin {handle.PluginId}: {what} {made.Account}",
                async token => result = await call(channel, token),
                timeout,
                time,
                cancellationToken);
            return result;
        }
        catch (Exception exception)
        {
            throw PluginBoundary.Copy(exception, handle.PluginId, secrets.Redact, cancellationToken);
        }
    }

    public async Task<ChannelStatus> StatusAsync(CreatedChannel made, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var status = await CallAsync(made, "status", static (channel, _) => Task.FromResult(channel.Status), timeout, cancellationToken);
        return status is null
            ? new ChannelStatus { State = ChannelState.Failed, LastError = "the channel gave no status" }
            : status with { LastError = Clean(status.LastError), AccountName = Clean(status.AccountName) };
    }

    /// <summary>A text of a plugin as it may be shown: short, without secrets.</summary>
    public string? Clean(string? text) => text is null ? null : secrets.Redact(text.Length <= 500 ? text : text[..500]);
}
