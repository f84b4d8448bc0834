namespace OpenClaw.Host.Http.PluginRoutes;

/// <summary>The body of a request as a plugin reads it, up to the route's limit.</summary>
internal sealed class RequestBody(Stream body, long most) : ExchangeStream
{
    private long _read;

    public override bool CanRead => true;

    /// <summary>Whether the caller sent more than the route takes.</summary>
    public bool IsTooLarge { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        InTurnAsync(token => ReadSomeAsync(buffer, token), cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private async ValueTask<int> ReadSomeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var count = await body.ReadAsync(buffer, cancellationToken);
            _read += count;
            return _read <= most ? count : throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            IsTooLarge = true;
            throw;
        }
    }
}
