namespace OpenClaw.Host.Configuration.Model.Sessions;

/// <summary>How direct messages map to sessions (<c>session.dmScope</c>).</summary>
internal enum DmScope
{
    Main,
    PerPeer,
    PerChannelPeer,
    PerAccountChannelPeer,
}
