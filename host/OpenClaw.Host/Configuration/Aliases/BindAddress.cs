using System.Net;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Aliases;

/// <summary>Addresses in <c>gateway.bind</c>, from before it was a choice of names.</summary>
internal static class BindAddress
{
    private const string BindPath = "gateway.bind";
    private const string HostPath = "gateway.customBindHost";

    public static void Normalise(ConfigObject root, IssueList issues)
    {
        if (root.Find(BindPath) is not ConfigString { Value: var text } node || Translate(text) is not { } name)
        {
            return;
        }

        root.TrySet(BindPath, new ConfigString(name, node.Span));
        issues.Warn(BindPath, node, $"{BindPath} \"{text}\" is accepted as \"{name}\"", "Run \"openclaw doctor --fix\" to rewrite it.");
        if (name == "custom" && root.Find(HostPath) is null)
        {
            root.TrySet(HostPath, node);
        }
    }

    /// <summary>The name for an address literal; null when the text is no address.</summary>
    public static string? Translate(string text)
    {
        if (text is "localhost")
        {
            return "loopback";
        }

        if (text is "*")
        {
            return "lan";
        }

        if (!IPAddress.TryParse(text, out var address))
        {
            return null;
        }

        return IPAddress.IsLoopback(address) ? "loopback"
            : address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? "lan"
            : "custom";
    }
}
