using OpenClaw.Bench.Load;

namespace OpenClaw.Bench.Wire;

/// <summary>What the protocol costs on a real listener: handshakes, requests, fan-out, and connections that stay.</summary>
internal sealed class WireCommand(string executable, bool json)
{
    private static readonly int[] RequestConnections = [1, 100];

    /// <returns>Null when the options make no sense.</returns>
    public static WireCommand? TryRead(string[] options) => options switch
    {
        [] => new WireCommand(Checkout.Published(), json: false),
        ["--json"] => new WireCommand(Checkout.Published(), json: true),
        ["--gateway", var executable] => new WireCommand(executable, json: false),
        ["--gateway", var executable, "--json"] => new WireCommand(executable, json: true),
        _ => null,
    };

    /// <returns>0 when every budget is met, 1 when one is missed.</returns>
    public async Task<int> RunAsync()
    {
        List<Figure> figures = [];
        figures.AddRange(await new Handshakes(executable).MeasureAsync());
        foreach (var connections in RequestConnections)
            figures.AddRange(await new Requests(executable, connections).MeasureAsync());
        figures.AddRange(await new FanOut(executable).MeasureAsync());
        figures.AddRange(await new Crowd(executable).MeasureAsync());
        var report = LoadReport.Of(figures);
        Console.WriteLine(json ? report.ToJson() : report.ToTable());
        return report.IsWithinBudget ? 0 : 1;
    }
}
