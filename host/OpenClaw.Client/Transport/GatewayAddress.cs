namespace OpenClaw.Client.Transport;

/// <summary>Addresses in messages: without user names, passwords and query strings.</summary>
internal static class GatewayAddress
{
    public static string Display(Uri url) =>
        url.GetComponents(UriComponents.Scheme | UriComponents.Host | UriComponents.StrongPort | UriComponents.Path, UriFormat.UriEscaped)
            .TrimEnd('/');
}
