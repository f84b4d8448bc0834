using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenClaw.Host.Configuration.Model;

namespace OpenClaw.Host.Gateway;

/// <summary>Sets the listener up: where it listens, and what a request may cost before anybody looks at it.</summary>
internal static class GatewayListener
{
    private const int MaxHeaders = 100;
    private const int MaxHeaderBytes = 32 * 1024;
    private const int MaxRequestLineBytes = 8 * 1024;
    private const long MaxBodyBytes = 20_000_000;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);

    public static void Configure(KestrelServerOptions kestrel, GatewayConfig gateway, GatewayOptions options)
    {
        Limit(kestrel, options);
        switch (gateway.Bind)
        {
            case BindMode.Loopback when gateway.Port == 0:
                // One free port cannot be asked for on two addresses at once.
                kestrel.Listen(IPAddress.Loopback, 0, Harden);
                break;
            case BindMode.Loopback:
                kestrel.ListenLocalhost(gateway.Port, Harden);
                break;
            case BindMode.Custom when IPAddress.TryParse(gateway.CustomBindHost, out var address):
                kestrel.Listen(address, gateway.Port, Harden);
                if (!IPAddress.IsLoopback(address) && gateway.Port != 0)
                {
                    kestrel.Listen(IPAddress.Loopback, gateway.Port, Harden);
                }

                break;
            case BindMode.Lan or BindMode.Auto:
                kestrel.Listen(IPAddress.Any, gateway.Port, Harden);
                break;
            default:
                throw new InvalidOperationException(
                    $"gateway.bind is {gateway.Bind} and gateway.customBindHost is \"{gateway.CustomBindHost}\": " +
                    "name an address of this machine in gateway.customBindHost, or set gateway.bind to loopback or lan.");
        }
    }

    private static void Limit(KestrelServerOptions kestrel, GatewayOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeaderCount = MaxHeaders;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;

        // Twice the sockets, so that a full gateway can still say so, and answer its probes.
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections * 2L;
    }

    private static void Harden(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
}
