using System.Net.WebSockets;
using OpenClaw.Bench.Load;

namespace OpenClaw.Bench.Wire;

/// <summary>What connections cost that do nothing, as their number grows. The clients live in this process, the gateway in its own.</summary>
internal sealed class Crowd(string executable)
{
    private const int First = 300;
    private const double MostKilobytes = 25;
    private static readonly int[] Sizes = [1_000, 5_000];
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var gateway = await GatewayProcess.StartAsync(executable);
        var sockets = new List<ClientWebSocket>();
        List<Figure> figures = [];
        try
        {
            // The first ones load and compile the code of the handshake, once.
            sockets.AddRange(await IdleConnections.OpenAsync(gateway.Address, gateway.Token, First));
            await Task.Delay(Settle);
            var before = gateway.ResidentMegabytes;
            foreach (var size in Sizes)
            {
                sockets.AddRange(await IdleConnections.OpenAsync(gateway.Address, gateway.Token, First + size - sockets.Count));
                await Task.Delay(Settle);
                var now = gateway.ResidentMegabytes;
                figures.Add(Figure.Below($"memory per idle connection, {size}", "KB", MostKilobytes, [(now - before) * 1_000 / size]));
                figures.Add(Figure.Plain($"resident memory with {sockets.Count} of them", "MB", [now]));
            }
        }
        finally
        {
            IdleConnections.Close(sockets);
        }

        return figures;
    }
}
