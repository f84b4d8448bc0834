using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Start;
using OpenClaw.Host.Gateway.Listening;

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
        var addresses = BindAddresses.Resolve(gateway);
        if (gateway.Port == 0)
        {
            // One free port cannot be asked for on two addresses at once.
            kestrel.Listen(addresses[0], 0, Harden);
        }
        else if (addresses.All(IPAddress.IsLoopback) && gateway.Bind != BindMode.Custom)
        {
            // Copes with a machine on which one of the two loopback addresses is switched off.
            kestrel.ListenLocalhost(gateway.Port, Harden);
        }
        else
        {
            foreach (var address in addresses)
            {
                kestrel.Listen(address, gateway.Port, Harden);
            }
        }
    }

    private static void Limit(KestrelServerOptions kestrel, GatewayOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeaderCount = MaxHeaders;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.MaxRequestBufferSize = options.MaxUnreadBytes;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;

        // Twice the sockets, so that a full gateway can still say so, and answer its probes.
        kestrel.Limits.MaxConcurrentConnections = options.MaxConnections * 2L;
    }

    private static void Harden(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1;
        var connections = listen.ApplicationServices.GetRequiredService<ListenerConnections>();
        listen.Use(next => connection => connections.ServeAsync(connection, next));
    }
}
