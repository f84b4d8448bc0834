using System.Diagnostics;
using OpenClaw.Bench.Load;
using OpenClaw.Client;
using OpenClaw.Client.Devices;
using OpenClaw.Protocol;

namespace OpenClaw.Bench.Wire;

/// <summary>Whole connects of devices: upgrade, challenge, signature over payload v3, hello, goodbye. Both ends share the machine.</summary>
internal sealed class Handshakes(string executable)
{
    private const int Devices = 8;
    private const int Rounds = 9;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var gateway = await GatewayProcess.StartAsync(executable);
        var devices = Enumerable.Range(0, Devices).Select(_ => DeviceIdentity.Create()).ToArray();
        await RoundAsync(gateway, devices, WarmUp);
        List<double> perSecond = [], work = [];
        for (var round = 0; round < Rounds; round++)
        {
            var before = gateway.ProcessorTime;
            var watch = Stopwatch.StartNew();
            var count = await RoundAsync(gateway, devices, RoundTime);
            perSecond.Add(count / watch.Elapsed.TotalSeconds);
            work.Add((gateway.ProcessorTime - before).TotalMicroseconds / count);
        }

        return
        [
            Figure.Plain("signed handshakes, 8 devices at once", "/s", perSecond),
            Figure.Plain("gateway's processor time per handshake", "us", work),
        ];
    }

    private static async Task<int> RoundAsync(GatewayProcess gateway, DeviceIdentity[] devices, TimeSpan duration)
    {
        var counts = await Task.WhenAll(devices.Select(device => Task.Run(() => ConnectAsync(gateway, device, duration))));
        return counts.Sum();
    }

    private static async Task<int> ConnectAsync(GatewayProcess gateway, DeviceIdentity device, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var count = 0;
        while (watch.Elapsed < duration)
        {
            await using var client = new GatewayClient(new()
            {
                Url = gateway.Address,
                Token = gateway.Token,
                Device = device,
                ClientId = ClientIds.Cli,
                ClientMode = ClientModes.Cli,
                Scopes = [OperatorScopes.Read],
                Reconnect = false,
            });
            var hello = await client.ConnectAsync();
            if (hello.Auth?.DeviceToken is null)
                throw new InvalidOperationException("The gateway did not take the device for one.");
            count++;
        }

        return count;
    }
}
