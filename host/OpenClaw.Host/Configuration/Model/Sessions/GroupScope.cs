namespace OpenClaw.Host.Configuration.Model.Sessions;

/// <summary>How group messages map to sessions (<c>session.groupScope</c>).</summary>
internal enum GroupScope
{
    PerGroup,
    Main,
}
