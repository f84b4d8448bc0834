namespace OpenClaw.Host.Configuration.Model;

/// <summary>How direct messages map to sessions (<c>session.dmScope</c>).</summary>
internal enum DmScope
{
    Main,
    PerPeer,
    PerChannelPeer,
    PerAccountChannelPeer,
}
