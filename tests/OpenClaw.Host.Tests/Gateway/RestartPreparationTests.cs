using System.Net;
using System.Net.Sockets;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Gateway;
using OpenClaw.Host.Tests.Configuration;
using OpenClaw.Host.Tests.Plugins;

namespace OpenClaw.Host.Tests.Gateway;

public sealed class RestartPreparationTests
{
    private readonly RecordingLoggers _loggers = new();
    private readonly ManualClock _clock = new();
    private readonly Room _room = new();

    [Fact]
    public async Task The_old_listener_stays_when_the_new_address_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var source = Source();
        var preparation = new RestartPreparation([_room], source, _clock, new ReloadLog(_loggers), source);
        source.Latest = ConfigFixture.Load($"{{ gateway: {{ mode: 'local', auth: {{ mode: 'none' }}, port: {((IPEndPoint)taken.LocalEndpoint).Port} }} }}");

        Assert.False(await preparation.PrepareAsync(CancellationToken.None));
        Assert.Contains(_loggers.Entries, static entry => entry.Message.StartsWith("the gateway does not restart: nothing can listen on 127.0.0.1", StringComparison.Ordinal));

        taken.Stop();
        Assert.True(await preparation.PrepareAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Runs_are_waited_for_and_not_longer_than_the_owner_allows()
    {
        var source = Source();
        var preparation = new RestartPreparation([_room], source, _clock, new ReloadLog(_loggers), source);
        _room.Count = 1;
        var first = preparation.PrepareAsync(CancellationToken.None);
        await _clock.WhenTimerDueWithin(TimeSpan.FromSeconds(1));
        Assert.False(first.IsCompleted);
        _room.Count = 0;
        Assert.True(await _clock.AdvanceUntilAsync(first, TimeSpan.FromMilliseconds(100)));

        _room.Count = 1;
        Assert.True(await _clock.AdvanceUntilAsync(preparation.PrepareAsync(CancellationToken.None), TimeSpan.FromMinutes(1)));
        Assert.Equal(
            ["waiting for 1 operations before the restart, for 300 s at most", "all operations and replies completed; restarting gateway now",
                "waiting for 1 operations before the restart, for 300 s at most", "1 operations are still at work; restarting gateway now, and what of them can be taken up again is"],
            _loggers.Entries.Select(static entry => entry.Message));
    }

    private static ConfigSource Source() => new(ConfigFixture.Load("{ gateway: { mode: 'local', auth: { mode: 'none' } } }"), new SecretRegistry());

    private sealed class Room : IOpenWork
    {
        public int Count { get; set; }
    }
}
