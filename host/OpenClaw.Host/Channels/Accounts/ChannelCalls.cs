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
    /// <param name="place">What the call takes of the plugin's limits; calls to start, watch and stop need none.</param>
    public async Task<T> CallAsync<T>(
        CreatedChannel made, string what, Func<IChannel, CancellationToken, Task<T>> call, TimeSpan timeout, CancellationToken cancellationToken, IDisposable? place = null)
    {
        var handle = made.Channel;
        if (!handle.TryLease(out var lease, out var channel))
        {
            place?.Dispose();
            throw handle.Stopped();
        }

        using var leased = lease;
        try
        {
            var result = default(T)!;
            await PluginWorker.InvokeAsync(
                $"plugin {handle.PluginId}: {what} {made.Account}",
                async token => result = await call(channel, token),
                timeout,
                time,
                cancellationToken,
                place ?? handle.Calls.Supervise());
            return result;
        }
        catch (Exception exception)
        {
            if (exception is PluginDeadlineException late)
                handle.Calls.Missed($"{what} {made.Account}", late);
            throw PluginBoundary.Copy(exception, handle.PluginId, secrets.Redact, cancellationToken);
        }
    }

    public async Task<ChannelStatus> StatusAsync(CreatedChannel made, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var status = await CallAsync(made, "status", static (channel, _) => Task.FromResult(channel.Status), timeout, cancellationToken);
        return status is null
            ? new ChannelStatus { State = ChannelState.Failed, LastError = "the channel gave no status" }
            : status with
            {
                LastError = Clean(status.LastError),
                AccountName = Clean(status.AccountName),
                LastDisconnect = status.LastDisconnect is { } end ? end with { Reason = Clean(end.Reason) } : null,
            };
    }

    /// <summary>A text of a plugin as it may be shown: short, without secrets.</summary>
    public string? Clean(string? text) => text is null ? null : secrets.Redact(text.Length <= 500 ? text : text[..500]);
}
