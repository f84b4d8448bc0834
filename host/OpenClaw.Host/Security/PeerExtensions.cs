namespace OpenClaw.Host.Security;

/// <summary>Where a request keeps what is known about its sender.</summary>
internal static class PeerExtensions
{
    public static void SetPeer(this HttpContext context, Peer peer) => context.Features.Set(peer);

    /// <summary>The sender, as the outermost layer settled it.</summary>
    public static Peer GetPeer(this HttpContext context) =>
        context.Features.Get<Peer>()
        ?? throw new InvalidOperationException("The request has no peer: UseHttpHygiene has to come before everything that serves callers.");
}
