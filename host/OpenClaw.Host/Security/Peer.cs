using System.Net;
using OpenClaw.Host.Security.Tailscale;

namespace OpenClaw.Host.Security;

/// <summary>Who is at the other end of a connection, as far as the connection itself proves it.</summary>
internal sealed record Peer
{
    /// <summary>The client's address: the socket's, or the one a trusted proxy vouches for.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>True when a trusted proxy stands in between.</summary>
    public bool IsProxied { get; init; }

    /// <summary>What that proxy says about the person; null when nothing is believed.</summary>
    public ProxyIdentity? Identity { get; init; }

    /// <summary>What Tailscale on this machine claims of the caller; null when nothing is claimed, or it has been verified.</summary>
    public TailscaleClaim? Tailscale { get; init; }

    /// <summary>The <c>Origin</c> header: present when a browser page opened the connection.</summary>
    public string? Origin { get; init; }

    /// <summary>The <c>Host</c> header.</summary>
    public string? Host { get; init; }

    /// <summary>True for a process on this machine. Only the socket's address decides; names never do.</summary>
    public bool IsLocal => !IsProxied && Address is not null && IPAddress.IsLoopback(Address);

    /// <summary>A local process that is no browser: pages of strangers run in a local browser too.</summary>
    public bool IsLocalProgram => IsLocal && Origin is null;

    /// <summary>Whose limits apply.</summary>
    public string Bucket => IsUnverified ? "tailscale serve" : AddressBucket.Of(Address);

    /// <summary>Whose failed attempts are counted: a page in the local browser is told apart by its origin.</summary>
    public string AttemptSource => IsLocal && Origin is not null ? $"origin {Cut(Origin)}" : Bucket;

    // Until it is known whether the claimed address is true, everybody who comes that way shares one count.
    private bool IsUnverified => Tailscale?.Client is not null && Address is not null && IPAddress.IsLoopback(Address);

    /// <summary>The same caller once its claim has been verified.</summary>
    public Peer Verified() => this with { Address = Tailscale?.Client ?? Address, IsProxied = true, Tailscale = null };

    private static string Cut(string origin) => origin.Length <= 256 ? origin : origin[..256];
}
