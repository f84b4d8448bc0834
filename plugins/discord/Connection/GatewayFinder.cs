using System.Diagnostics.CodeAnalysis;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>Knows where the gateway is, and whether the bot may introduce itself there now.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphores make no handle; there is nothing to give back.")]
internal sealed class GatewayFinder(DiscordApi api, ApiAddress address, TimeProvider time)
{
    private const int MostShards = 64;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _turn = new(1);
    private Uri? _gateway;
    private GatewayPlace? _place;
    private long _asked;

    /// <summary>How many connections Discord wants.</summary>
    public int Shards => Math.Clamp(_place?.Shards ?? 1, 1, MostShards);

    public int Concurrency => Math.Max(1, _place?.SessionStartLimit?.MaxConcurrency ?? 1);

    private bool HasStarts => _place?.SessionStartLimit is not { Remaining: <= 0 };

    /// <returns>The place, or why there is none now.</returns>
    public async Task<(Uri? Gateway, ConnectionEnd? Problem)> FindAsync(bool mayIdentify, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Sessions that go on need no permission, and the place rarely changes.
            if (_gateway is { } known && (!mayIdentify || (HasStarts && time.GetElapsedTime(_asked) < Fresh)))
                return (known, null);
            return await AskAsync(mayIdentify, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<(Uri?, ConnectionEnd?)> AskAsync(bool mayIdentify, CancellationToken cancellationToken)
    {
        try
        {
            var place = await api.GetGatewayAsync(cancellationToken);
            if (place is null || address.Gateway(place.Url) is not { } gateway)
                return (null, new ConnectionEnd(EndKind.Resume, "Discord names a gateway at a place that is not its own; check DISCORD_API_URL"));
            (_place, _gateway, _asked) = (place, gateway, time.GetTimestamp());
            if (mayIdentify && place.SessionStartLimit is { Remaining: <= 0 } limit)
            {
                var wait = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 1_000, LongestWait.TotalMilliseconds));
                return (null, new ConnectionEnd(EndKind.Resume, $"the bot has begun too many sessions today; Discord takes the next one in {wait:hh\\:mm\\:ss}", wait));
            }

            return (gateway, null);
        }
        catch (ApiException error) when (error.IsBadToken)
        {
            return (null, CloseCodes.Of(4004));
        }
        catch (ApiException error)
        {
            var usual = _gateway ?? (address.UsualGateway is { } official ? address.Gateway(official.AbsoluteUri) : null);
            return usual is not null && error.Fault != ApiFault.Refused
                ? (usual, null)
                : (null, new ConnectionEnd(EndKind.Resume, error.Message, error.RetryAfter ?? default));
        }
    }
}
