using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Start;

namespace OpenClaw.Host.Hosting;

/// <summary>Tells a person that the gateway runs, where, and what to try next; or who holds its port.</summary>
internal sealed class StartReport(GatewayRunOptions options, ConfigLoadResult result, bool firstRun)
{
    private readonly GatewayConfig _gateway = result.Require().Gateway;

    public async Task WriteReadyAsync(WebApplication app)
    {
        var output = options.Output;
        if (firstRun)
            await output.WriteLineAsync($"[gateway] wrote a first configuration with a fresh token: {options.Paths.ConfigFile}");
        foreach (var url in app.Urls)
            await output.WriteLineAsync($"[gateway] listening on {url.Replace("http", "ws", StringComparison.Ordinal)} (PID {Environment.ProcessId})");
        await output.WriteLineAsync("[gateway] ready");
        await output.WriteLineAsync($"  state folder   {options.Paths.StateDirectory}");
        await output.WriteLineAsync($"  connect with   ws://127.0.0.1:{_gateway.Port} and the token at gateway.auth.token in {options.Paths.ConfigFile}");
        await output.WriteLineAsync("  try next       openclaw agent --message \"Hello, who are you?\"");
        await output.WriteLineAsync("                 openclaw status");
        await output.WriteLineAsync("  stop with      Ctrl-C");
        await output.FlushAsync();
    }

    public async Task WritePortTakenAsync()
    {
        var port = _gateway.Port;
        var address = BindAddresses.Resolve(_gateway)[0];
        await options.Error.WriteLineAsync(
            $"Gateway failed to start: another process is already listening on ws://{address}:{port} | EADDRINUSE");
        await options.Error.WriteLineAsync($"Port {port} is already in use.");
        var holders = PortHolders.Find(port);
        foreach (var holder in holders)
            await options.Error.WriteLineAsync($"- pid {holder.ProcessId}: {holder.Name}");
        await options.Error.WriteLineAsync(holders.Count == 0
            ? $"Find it with: {PortHolders.Hint(port)}"
            : "Stop it, or start this gateway with --port.");
    }
}
