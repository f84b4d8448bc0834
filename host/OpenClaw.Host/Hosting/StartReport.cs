using System.Net;
using System.Net.Sockets;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model.Gateway;
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
        foreach (var url in app.Urls.SelectMany(Sockets))
            await output.WriteLineAsync($"[gateway] listening on {url} (PID {Environment.ProcessId})");
        await output.WriteLineAsync("[gateway] ready");
        await output.WriteLineAsync($"  state folder   {options.Paths.StateDirectory}");
        await output.WriteLineAsync($"  connect with   {Credential()}");
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

    public async Task WriteCannotListenAsync(SocketError error)
    {
        var addresses = string.Join(" or ", BindAddresses.Resolve(_gateway));
        var advice = error switch
        {
            SocketError.AccessDenied => $"This user may not use port {_gateway.Port}: choose one above 1023 with gateway.port or --port.",
            SocketError.AddressNotAvailable => "No network card of this machine has that address: change gateway.customBindHost or gateway.bind.",
            _ => "Check gateway.bind and gateway.port.",
        };
        await options.Error.WriteLineAsync(
            $"Gateway failed to start: it cannot listen on {addresses}, port {_gateway.Port} ({error}). {advice}");
    }

    // Scripts look for addresses, and people for the one they know.
    private IEnumerable<string> Sockets(string url)
    {
        var address = new UriBuilder(url);
        return address.Host == "localhost"
            ? BindAddresses.Resolve(_gateway).Select(ip => $"ws://{new IPEndPoint(ip, address.Port)}")
            : [$"ws://{address.Host}:{address.Port}"];
    }

    private string Credential() => _gateway.Auth.Mode switch
    {
        GatewayAuthMode.None => "no secret: gateway.auth.mode is none",
        GatewayAuthMode.Password => "the password (gateway.auth.password or OPENCLAW_GATEWAY_PASSWORD)",
        GatewayAuthMode.TrustedProxy => "the proxy at gateway.trustedProxies in front",
        _ => $"the token at gateway.auth.token in {options.Paths.ConfigFile}, unless OPENCLAW_GATEWAY_TOKEN or --token set another",
    };
}
