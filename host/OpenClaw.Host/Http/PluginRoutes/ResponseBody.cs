namespace OpenClaw.Host.Http.PluginRoutes;

/// <summary>The body of an answer as a plugin writes it. The first write sends status and headers before it.</summary>
internal sealed class ResponseBody(Stream body, Func<Task> announce, Func<Task> start) : ExchangeStream
{
    public override bool CanWrite => true;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        SendAsync(token => body.WriteAsync(buffer, token), cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        SendAsync(token => new ValueTask(body.FlushAsync(token)), cancellationToken).AsTask();

    /// <summary>Sends status and headers where nothing was written.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => SendAsync(static _ => ValueTask.CompletedTask, cancellationToken).AsTask();

    private async ValueTask SendAsync(Func<CancellationToken, ValueTask> send, CancellationToken cancellationToken)
    {
        // Callbacks of the plugin, which may hang: outside of the turn, or nobody could end it.
        await announce();
        await InTurnAsync(
            async token =>
            {
                await start();
                await send(token);
                return true;
            },
            cancellationToken);
    }
}
