using System.Net;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Security;

/// <summary>
/// Which <c>Host</c> headers are answered. A web page can point a name of its own at this machine and then speak to us as if we
/// were its server; a name nobody configured is therefore refused.
/// </summary>
internal sealed class HostPolicy(IConfigSource config)
{
    public bool IsAllowed(HttpRequest request)
    {
        if (!request.Host.HasValue)
        {
            // Only HTTP/1.0 may leave it out, and no browser speaks that.
            return HttpProtocol.IsHttp10(request.Protocol);
        }

        var host = request.Host.Host.Trim('[', ']').TrimEnd('.');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(host, out _)
            || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase)
            || host.Equals(config.Current.Gateway.CustomBindHost, StringComparison.OrdinalIgnoreCase)
            || config.Current.Gateway.ControlUi.AllowedOrigins.Any(origin => HostOf(origin).Equals(host, StringComparison.OrdinalIgnoreCase));
    }

    private static string HostOf(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) ? uri.Host : "";
}
